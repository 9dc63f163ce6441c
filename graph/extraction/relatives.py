"""Relatives: whom a relative pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.governors import is_verb
from graph.extraction.phrases import conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.extraction.tokens import Token

NOMINAL = ("NOUN", "PROPN")


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word stands for itself."""
    if token.tag_ not in ("WP", "WDT"):
        return token
    clause = token.head
    while clause.dep_ in ("xcomp", "ccomp", "aux", "conj") and clause.head != clause:
        clause = clause.head
    return _somebody(clause.head, token) if clause.dep_ == "relcl" else token


def _somebody(noun: Token, pronoun: Token) -> Token:
    """ "*Ruiz*, chairman of the Senate, who …", where the parser hung the clause on the nearest name."""
    of = noun.head
    body = pronoun.lower_ == "who" and noun.ent_type_ in ("ORG", "GPE") and noun.dep_ == "pobj" and of.lower_ == "of"
    return (of.head.head if of.head.dep_ == "appos" else of.head) if body and of.head.pos_ in NOMINAL else noun


def relative(verb: Token) -> tuple[Token, Token] | None:
    """The relative pronoun of the clause that a verb stands in, and the noun it stands for: "officials *who* left"."""
    clause = verb
    while clause.dep_ in ("conj", "xcomp", "ccomp") and is_verb(clause.head):
        clause = clause.head
    if clause.dep_ != "relcl":
        return None
    pronoun = next((child for child in clause.children if child.tag_ in ("WP", "WDT") and child.dep_ != "det"), None)
    return (pronoun, clause.head) if pronoun is not None else None


def expanded(tokens: Iterable[Token]) -> Sequence[Token]:
    """Whom the words stand for, each with what is coordinated with it."""
    found = [antecedent(token) for token in tokens]
    return tuple(dict.fromkeys(c for token in found for c in conjuncts(token)))
