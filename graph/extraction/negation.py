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
    if _comes_late(token) or _is_outdone(token):
        return False
    if _is_joined(token):
        return True
    for child in token.children:
        said = child.dep_ in ("advmod", "det", "nsubj", "preconj", "cc") and words.get(child.lower_) == "negated"
        said = said or (child.dep_ in ("dobj", "nsubjpass") and is_nobody(child))
        if child.dep_ == "neg" or said:
            return child.dep_ != "cc" or child.lower_ == "nor"
        if child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children):
            return True
        if child.dep_ in ("dobj", "nsubj", "nsubjpass") and (_is_of_none(child) or _is_not_one(child)):
            return True
    return False


def _is_of_none(noun: Token) -> bool:
    """ "*no* talks", "*neither* side"."""
    return any(child.dep_ == "det" and child.lower_ in ("no", "neither") for child in noun.children)


def _is_not_one(noun: Token) -> bool:
    """ "*not one* minister", "*not a* word"; of "not all ministers" some did."""
    first = noun.left_edge
    return first.lower_ == "not" and _before(first).lower_ in ("one", "a", "single")


def is_nobody(word: Token) -> bool:
    """ "said *nothing*", "*nobody* was told"."""
    return word.lower_ in ("nothing", "nobody", "none")


def _is_outdone(verb: Token) -> bool:
    """ "did *not only* sell the plant", "did *not just* sell it": it did, and more."""
    following = (child for child in verb.children if child.lower_ in ("not", "n't", "n’t"))
    return any(_before(child).lower_ in ("only", "just", "merely", "simply", "solely") for child in following)


def _before(word: Token) -> Token:
    """The word that another stands before, or itself, if it is the last."""
    return word.nbor() if word.i + 1 < len(word.doc) else word


def _is_joined(verb: Token) -> bool:
    """ "did not call *or write*", "neither called *nor wrote*", "called rather *than wrote*"."""
    if verb.dep_ != "conj" or verb.pos_ not in ("VERB", "AUX"):
        return False
    joining = next((child for child in (*verb.head.children, *verb.children) if child.dep_ == "cc"), None)
    if joining is None or is_replaced(joining) or joining.lower_ == "nor":
        return joining is not None
    bare = not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for child in verb.children)
    return joining.lower_ == "or" and bare and negated(verb.head)


def is_replaced(word: Token) -> bool:
    """ "instead *of* attacking", "rather *than* attacking", "far *from* attacking": this did not happen, but that."""
    if word.lower_ == "from":
        return word.head.lower_ == "far"
    wanted = {"of": "instead", "than": "rather"}.get(word.lower_)
    return wanted is not None and any(child.lower_ == wanted for child in word.children)


def is_untrue(verb: Token) -> bool:
    """ "it *is not true* that …", "it *is false* that …"."""
    said = {child.lower_ for child in verb.children if child.dep_ == "acomp"}
    return bool(said & {"false", "untrue"}) or (bool(said & {"true", "correct", "accurate"}) and negated(verb))


def is_not_believed(verb: Token) -> bool:
    """ "*does not believe* that they left" is as much as "believes that they did not leave"."""
    return verb.lemma_.lower() in ("believe", "think", "expect", "suppose", "imagine") and negated(verb)


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
