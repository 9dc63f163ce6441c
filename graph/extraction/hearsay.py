"""Hearsay: what is only the content of a report, a claim or a rumour that somebody denies or that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import governors
from graph.extraction.effects import effects
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from graph.extraction.tokens import Token
    from graph.model import Modality

_REPORTS = wordlist("hearsay")
_REJECTIONS = frozenset(("reject", "dismiss", "rebut", "rubbish"))
_RUMOURS = frozenset(("allegation", "rumor", "rumour", "speculation", "suggestion"))


def hearsay(trigger: Token) -> Modality | None:
    """ "denied reports that *they met*" -> denied; "no evidence that *they met*", "rumours that …" -> hypothetical."""
    clause = governors.clause_of(trigger)
    noun = clause.head
    content = clause.dep_ == "acl" and any(child.dep_ == "mark" for child in clause.lefts)
    if not content or noun.lemma_.lower() not in _REPORTS:
        return None
    if noun.dep_ == "dobj" and _denies(noun.head):
        return "denied"
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() == "comment":  # "declined to comment on reports that"
        return "hypothetical"
    doubted = noun.lemma_.lower() in _RUMOURS or any(child.lower_ == "no" for child in noun.lefts)
    return "hypothetical" if doubted else None


def _denies(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in _REJECTIONS or effects()["verbs"].get(lemma) == "denied"
