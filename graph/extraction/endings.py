"""Endings: what a verb says of an event that stops, or that never comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, prepositions
from graph.extraction.effects import effects
from graph.extraction.negation import negated
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from graph.extraction.tokens import Token

_HALTS = ("halt", "standstill", "stop")
_ENDS = ("end", "close", "conclusion")
_HABITS = wordlist("habits")


def lemma(verb: Token) -> str:
    """A verb's lemma, with its particle where both together do something: "*called off* the talks"."""
    alone = verb.lemma_.lower()
    whole = clauses.lemma(verb)
    return whole if whole != alone and any(whole in effects()[kind] for kind in ("verbs", "objects")) else alone


def is_ended(verb: Token, noun: Token | None) -> bool:
    """ "*brought* the exports to a halt", "*ended* production": what went on does so no longer; a visit was made."""
    habit = noun is not None and noun.lemma_.lower() in _HABITS
    if verb.lemma_ == "end":
        return habit
    to = [t.lower_ for t in prepositions.behind(verb, "to")] if verb.lemma_ == "bring" else []
    return any(word in _HALTS or (habit and word in _ENDS) for word in to)


def stops(verb: Token) -> bool:
    """ "the talks *never happened*", "the sale *fell through*", "the visit *failed* to take place"."""
    if verb.lemma_.lower() in effects()["coming_about"]:
        return negated(verb)
    if verb.lemma_ == "fail":
        return any(t.dep_ == "xcomp" and t.lemma_.lower() in effects()["coming_about"] for t in verb.children)
    return verb.lemma_ == "fall" and any(child.lower_ == "through" and not any(child.children) for child in verb.rights)
