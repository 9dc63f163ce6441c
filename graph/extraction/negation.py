"""Negation: whether a word is negated where it stands, and whether that says that what depends on it is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.effects import effects
from graph.extraction.modality import is_yet

if TYPE_CHECKING:
    from graph.extraction.tokens import Token


def negated(token: Token) -> bool:
    """ "did not meet", "held no talks", "nobody spoke", "without meeting"."""
    words = effects()["adverbs"]
    if _comes_late(token):
        return False
    for child in token.children:
        said = child.dep_ in ("advmod", "det", "nsubj", "preconj", "cc") and words.get(child.lower_) == "negated"
        if child.dep_ == "neg" or said:
            return child.dep_ != "cc" or child.lower_ == "nor"
        if child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children):
            return True
        if child.dep_ in ("dobj", "nsubj", "nsubjpass") and any(
            t.dep_ == "det" and t.lower_ in ("no", "neither") for t in child.children
        ):
            return True
    return False


def falls_short(word: Token) -> bool:
    """ "has yet *to meet*", "stopped short of *meeting*", "came close to *meeting*": it has not come to that."""
    if word.dep_ == "xcomp" and is_yet(word.head):
        return True
    before = word.head.head if word.dep_ == "pcomp" and word.head.dep_ == "prep" else None
    return before is not None and before.lower_ in ("short", "close") and before.head.pos_ == "VERB"


def is_not_so(adjective: Token) -> bool:
    """ "was *not comfortable* meeting reporters"."""
    return adjective.pos_ == "ADJ" and adjective.dep_ == "acomp" and negated(adjective.head)


def undone(governor: Token) -> str | None:
    """What becomes of a clause whose governor is negated, where it is not simply that it is not so.

    Who "did not need to leave" or "was not asked to leave" may have left or not; who "did not fail to come" has come.
    """
    return effects()["unsaid"].get(governor.lemma_.lower()) if negated(governor) or is_not_so(governor) else None


def _comes_late(verb: Token) -> bool:
    """ "did *not* sign *until* June" has signed."""
    past = any(child.dep_ == "aux" and child.lower_ == "did" for child in verb.children)
    return past and any(child.dep_ == "prep" and child.lower_ == "until" for child in verb.children)
