"""Governing: the words above an event that may change what is said of it, and what each of them does to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from graph.extraction import clauses, governors
from graph.extraction.clauses import OCCASIONS
from graph.extraction.effects import effects
from graph.extraction.endings import is_ended, lemma, stops
from graph.extraction.modality import has_modal, modifiers, own_modality
from graph.extraction.negation import is_replaced
from graph.extraction.phrases import QUANTITIES, is_definite
from graph.model import Modality
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from graph.extraction.tokens import Token

_ASIDE = "aside"  # the way from a verb to a phrase that only says on which occasion
_FOR = "for"  # the way to what one is ready for, plans for or agrees to
_INTENT = "intent"  # the way to a plan, and with it to what is planned
_INFINITE = ("VB", "VBG", "VBN", "JJ")
_ACCORDS = wordlist("accords")
_RESULTS = wordlist("results")


def governing(trigger: Token) -> list[tuple[Token, str]]:
    """The governors whose words may change what is said, each with the way that leads down from it.

    They go upwards to the clause that reports it or states more, or to thanks that are given by saying so.
    """
    found = []
    below = trigger
    for governor, dep in governors.governors(trigger):
        if not _passes(below, governor, dep, first=below == trigger):
            break
        found.append((governor, _way(below, governor, dep, first=below == trigger)))
        plain = dep == "ccomp" and found[-1][1] == "ccomp"
        if plain or (below.pos_ in ("NOUN", "PROPN") and governor.pos_ == "VERB") or is_expressed(governor):
            break
        below = governor
    return found


def _passes(below: Token, governor: Token, dep: str, *, first: bool) -> bool:
    """True where what holds for the governor holds for the word below it."""
    if dep in ("xcomp", "ccomp", "pcomp"):
        return True
    if dep in ("acl", "relcl"):
        return below.tag_ == "VB"
    if dep == "pobj":
        return governor.lower_ in ("for", "of", "in", "to", "against", "on", "without", "before", *OCCASIONS)
    if dep == "prep":
        return governor.pos_ in ("VERB", "NOUN", "ADJ") or governor.lower_ in effects()["ahead"]
    direct = dep in ("dobj", "nsubj", "nsubjpass")
    return direct and (first or below.lemma_.lower() in QUANTITIES or _is_intent(below, dep))


def _is_intent(noun: Token, dep: str) -> bool:
    """ "dropped *plans* to meet": what becomes of the plan becomes of the meeting."""
    return dep != "nsubj" and effects()["nouns"].get(noun.lemma_.lower()) in ("planned", "hypothetical", "demanded")


def _way(below: Token, governor: Token, dep: str, *, first: bool) -> str:
    if _is_aside(below, governor):
        return _ASIDE
    if not first and _is_intent(below, dep) and dep in ("dobj", "nsubjpass"):
        return _INTENT
    if dep == "ccomp" and below.tag_ in _INFINITE and governors.tense(below) is None and not has_modal(below):
        return "xcomp" if not any(child.dep_ == "mark" for child in below.children) else dep  # "will see it *leave*"
    return _FOR if dep == "prep" and below.lower_ in ("for", "to") and governor.lower_ != "due" else dep


def _is_aside(below: Token, governor: Token) -> bool:
    """True for "*In* a call with Rutte, he urged …" and "urged restraint *in* a call", not for "succeeded *in* …"."""
    occasion = below.lower_ in OCCASIONS or below.lower_ == "before"
    if not occasion or below.pos_ == "VERB" or governor.pos_ != "VERB":
        return False
    apart = below.lower_ not in ("in", "on", "at") or below.i < governor.i
    return apart or any(child.dep_ in ("dobj", "ccomp", "nsubjpass") for child in governor.children)


def effect(governor: Token, dep: str, noun: Token | None = None) -> str | None:
    """What a governor does to what depends on it in such a way; ``noun`` is what that is, if it is one."""
    if dep == _ASIDE:
        return own_modality(governor) if has_modal(governor) else None
    word = lemma(governor)
    if governor.pos_ == "ADP":
        return _of_preposition(governor)
    if word in effects()["ahead"]:
        return effects()["ahead"][word]
    if governor.pos_ in ("NOUN", "PROPN"):
        return effects()["nouns"].get(word)
    if dep == _INTENT:
        found = _on_object(word, None)
        return found if found in ("negated", "denied") else None
    if dep in ("dobj", "nsubjpass", "nsubj"):
        return _of_what_takes_place(governor, dep, noun)
    return _on_clause(word, dep)


def _of_preposition(word: Token) -> str | None:
    """ "banned *from* flying", "voted *against* leaving", "*without* meeting", "instead *of* meeting"."""
    kept = word.lower_ in ("from", "against") and effects()[word.lower_].get(word.head.lemma_.lower())
    return "negated" if kept or word.lower_ == "without" or is_replaced(word) else None


def _of_what_takes_place(governor: Token, dep: str, noun: Token | None) -> str | None:
    """ "*cancelled* the talks", "*brought* production to a halt", "the talks *fell through*"."""
    if dep == "nsubj":
        return "negated" if stops(governor) else None
    return "negated" if is_ended(governor, noun) else _on_object(lemma(governor), noun)


def _on_object(lemma: str, noun: Token | None) -> str | None:
    """ "*plans* a visit", "*cancelled* the talks"; an accord that is agreed or announced is there."""
    found = effects()["objects"].get(lemma)
    if lemma in effects()["heralds"]:
        return effects()["heralds"][lemma] if noun is not None and _is_heralded(noun) else None
    if found == "planned":
        return found if lemma != "agree" or noun is None or noun.lemma_.lower() not in _ACCORDS else None
    found = found or effects()["verbs"].get(lemma)
    return found if found in ("negated", "demanded", "hypothetical", "denied") else None


def _is_heralded(noun: Token) -> bool:
    """ "announced *job cuts*", not "announced *the arrest of …*" or "announced *record profits*"."""
    return not is_definite(noun) and noun.lemma_.lower() not in _RESULTS | _ACCORDS


def _on_clause(lemma: str, dep: str) -> str | None:
    found = effects()["verbs"].get(lemma)
    if found == "planned" and dep in ("pobj", "prep"):
        return None
    told = dep == "ccomp" and lemma in ("tell", "warn", "announce", "insist")
    return None if told and found in ("demanded", "planned") else found


def is_own(governor: Token, dep: str, found: str) -> bool:
    """True where a governor tells the will of the one who would act: not for "without", nor who arranges a meeting."""
    if governor.pos_ == "ADP" or governor.lower_ in effects()["ahead"]:
        return False
    return dep != "nsubj" and (found == "negated" or dep not in ("dobj", "nsubjpass", _FOR))


def occurs(governor: Token, dep: str) -> bool:
    """True where a governor's own tense and modals hold for what depends on it."""
    if dep == "xcomp":
        return True
    return dep in ("dobj", "nsubj", "nsubjpass") and governor.lemma_.lower() in effects()["occurrence"]


def called_off(noun: Token) -> bool:
    """ "a meeting, *which was cancelled*", "the *cancelled* meeting"."""
    return "negated" in modifiers(noun) or (
        noun.pos_ == "NOUN"
        and any(
            child.dep_ in ("relcl", "acl") and clauses.is_passive(child) and effect(child, "nsubjpass") == "negated"
            for child in noun.rights
        )
    )


def is_expressed(verb: Token) -> bool:
    """ "I would like *to thank* …": whoever says so does it."""
    wish = verb.head
    if verb.lemma_.lower() not in effects()["expressive"] or verb.dep_ != "xcomp":
        return False
    own = any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in wish.children)
    return wish.lemma_ == "like" or (own and wish.lemma_ in ("want", "wish"))


def is_modality(found: str | None) -> bool:
    """True for an effect that is a modality of the model's, not "negated" or "implicative"."""
    return found in get_args(Modality)
