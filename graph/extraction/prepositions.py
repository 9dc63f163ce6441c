"""Prepositions: what stands behind those that hang on a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction.relatives import expanded
from graph.extraction.tokens import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extraction.tokens import Token

_PREPOSITIONAL = ("prep", "agent", "dative", "prt", "advmod", "mark")


def behind(token: Token, words: str) -> Sequence[Token]:
    """Heads behind a preposition ("with", "out of") that depends on the token."""
    first, _, rest = words.partition(" ")
    found: list[Token] = []
    for child in _prepositions(token).get(first, ()):
        found += behind(child, rest) if rest else map(guest, _governed(child))
    return expanded(found) if found else ()


def _governed(preposition: Token) -> Iterator[Token]:
    return (t for t in preposition.children if t.dep_ in ("pobj", "pcomp"))


def guest(participle: Token) -> Token:
    """ "talks with visiting *President Xi*", where the parser takes the adjective for a verb with an object."""
    held = (t for t in participle.rights if t.dep_ == "dobj" and is_adjectival(participle))
    return next(held, participle)


def is_adjectival(participle: Token) -> bool:
    """True for "visiting" right behind a preposition and before a name or title."""
    if participle.lower_ != "visiting" or participle.dep_ != "pcomp" or participle.nbor(-1) != participle.head:
        return False
    return participle.head.lower_ in ("with", "by", "from", "to") and participle.nbor().pos_ in ("PROPN", "ADJ")


def behind_any(token: Token, words: Iterable[str]) -> Iterator[Token]:
    """Heads behind any of several prepositions of one word each that depend on the token, in the order of these."""
    own = _prepositions(token)
    for word in words if own else ():
        if word in own:
            yield from behind(token, word)


@remembered
def _prepositions(token: Token) -> Mapping[str, Sequence[Token]]:
    """All that may be a preposition below a word: most words have none, and are asked for one after the other."""
    found: dict[str, list[Token]] = {}
    for child in token.children:
        if child.dep_ in _PREPOSITIONAL:
            found.setdefault(child.lower_, []).extend((child, *_repeated(child)))
    return found


def _repeated(preposition: Token) -> list[Token]:
    """ "with Xi and *with* Modi"."""
    return [t for t in preposition.rights if t.dep_ == "conj" and t.lower_ == preposition.lower_]
