"""Governors: what a word hangs on, up to the clause that it belongs to, and the tense of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from graph.extraction.tokens import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.tokens import Token

Tense = Literal["present", "perfect", "past", "pluperfect"]
_TENSELESS = (  # how words without a tense hang on the clause whose time is theirs
    "xcomp", "advcl", "pcomp", "prep", "conj", "dobj", "pobj", "nsubj", "nsubjpass", "attr", "ccomp", "auxpass", "aux",
)  # fmt: skip


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """What a word hangs on, upwards: pairs of the governing word and the way that leads from it down to the word.

    The way is the dependency label of the last step; coordinated words hang on what the first of them hangs on.
    """
    while token.head != token:
        dep, head = token.dep_, token.head
        if dep == "conj":
            token = conjoined(token)
            continue
        yield head, dep
        token = head


def conjoined(token: Token) -> Token:
    """What a word is coordinated with; a finite verb never with the infinitive that the parser may have taken.

    "urged the embassy to reconsider and *spoke* with Pompeo" is about the one who urged.
    """
    first = token.head
    while token.tag_ in ("VBD", "VBZ") and first.tag_ == "VB" and first.dep_ in ("xcomp", "ccomp") and is_verb(first):
        first = first.head
    return first


def clause_of(token: Token) -> Token:
    """The verb whose clause a word belongs to, or the sentence's root."""
    while not is_verb(token) and token.head != token:
        token = token.head
    return token


def finite(token: Token) -> Token | None:
    """The verb with a tense that a word stands under: itself, else what governs it up to the next finite clause."""
    verb = token
    while tense(verb) is None:
        if verb.dep_ not in _TENSELESS or verb.head == verb:
            return None
        verb = verb.head
    return verb


@remembered
def tense(verb: Token) -> Tense | None:
    """The tense of a finite verb with its auxiliaries; None for infinitives, participles, modals and other words."""
    if not is_verb(verb):
        return None
    auxiliaries = {child.lower_: child.tag_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if "MD" in auxiliaries.values() or "TO" in auxiliaries.values():
        return None
    if auxiliaries.keys() & {"had", "'d", "’d"}:
        return "pluperfect"
    if auxiliaries.keys() & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    first = next(iter(auxiliaries.values()), verb.tag_)
    return "past" if first == "VBD" else "present" if first in ("VBZ", "VBP") else None


def is_verb(token: Token) -> bool:
    """True for a verb, auxiliaries among them."""
    return token.pos_ in ("VERB", "AUX")
