"""Retold: one happening that an article tells more than once, so that what dates one telling of it dates the others.

"Rubio *meets* Lavrov … Rubio *met* Lavrov on Friday", "signed *a contract* on Friday … *The deal* …". Only what has a
word in common is held to be one happening, and only if nothing that is said of the two differs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extraction import clauses
from graph.extraction.phrases import is_definite
from graph.extraction.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from graph.model import Event, Role, TimeSpan

_ROLES: tuple[Role, ...] = ("actor", "recipient", "place")
_ACCORDS = wordlist("accords")
_UNSURE = ("it", "its", "they", "them", "their")
_NEAR = 2  # sentences within which "the minor accident" is the one just told of, whatever that was called


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """An event, the word that tells of it, and what else belongs to that word: "held *talks*"."""

    event: Event
    token: Token
    words: Sequence[Token] = ()


def dated(tellings: Sequence[Telling]) -> Iterator[Event]:
    """The events, each with the one day that other tellings state for it, if it has no stated time of its own.

    A day that is found like this has no words in the event's own sentence, so `TimeSpan.text` is None.
    """
    by_word: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for word in _words(telling):
            by_word[word].append(telling)
    for telling in tellings:
        day = None if _is_stated(telling.event.time) else _day(telling, by_word)
        yield telling.event if day is None else replace(telling.event, time=day)


def _words(telling: Telling) -> set[str]:
    """The lemmas, which a verb and a noun may share: "to visit", "the visit"; all accords are one word."""
    lemmas = {token.lemma_.lower() for token in (telling.token, *telling.words)}
    return lemmas - _ACCORDS | ({"accord"} if lemmas & _ACCORDS else set())


def _is_stated(time: TimeSpan | None) -> bool:
    return time is not None and time.text is not None


def _day(telling: Telling, by_word: Mapping[str, Sequence[Telling]]) -> TimeSpan | None:
    """The day on which the others agree: what they state, else for a noun without any time what they tell."""
    others = [other for word in _words(telling) for other in by_word[word] if other is not telling]
    times = [other.event.time for other in others if _has_day(other.event.time) and _is_same(telling, other)]
    stated = [time for time in times if _is_stated(time)]
    told = times if telling.event.time is None and telling.token.pos_ == "NOUN" else []
    days = {time.begin: time for time in stated or told if time is not None}
    return replace(next(iter(days.values())), text=None) if len(days) == 1 else None


def _has_day(time: TimeSpan | None) -> bool:
    return time is not None and time.precision == "day"


def _is_same(one: Telling, other: Telling) -> bool:
    """Whether two tellings that have a word in common may be of one happening."""
    first, second = sorted((one, other), key=lambda telling: telling.token.i)
    a, b = first.event, second.event
    said = (a.polarity, a.modality) != (b.polarity, b.modality) or "STATEMENT" in (a.type, b.type)
    if said or any(_differ(first, second, role) for role in _ROLES):
        return False
    if _refers_back(second, first):
        return True
    if "VERB" in (first.token.pos_, second.token.pos_):
        return _is_one_act(first, second) and clauses.tense(one.token) != "past"
    return a.type == b.type and bool(_kinds(first.token) & _kinds(second.token))


def _differ(one: Telling, other: Telling, role: Role) -> bool:
    """True if both have somebody in a role, and nobody in common; who "it" and "their" stand for is not sure enough."""
    first, second = (_in_role(telling, role, besides=_UNSURE) for telling in (one, other))
    return bool(first and second) and not first & second


def _in_role(telling: Telling, role: Role, besides: Sequence[str] = ()) -> set[str]:
    text = telling.token.doc.text
    parts = [part for part in telling.event.participants if part.role == role]
    return {part.entity for part in parts if text[part.span.begin : part.span.end].lower() not in besides}


def _refers_back(telling: Telling, first: Telling) -> bool:
    """ "an accident at the airport … *The accident* …", not "*the nuclear accident*" a page later."""
    if telling.token.pos_ != "NOUN" or not is_definite(telling.token):
        return False
    near = telling.event.sentence - first.event.sentence < _NEAR
    return near or _kinds(telling.token) <= _kinds(first.token)


def _is_one_act(one: Telling, other: Telling) -> bool:
    """ "had signed a contract", "signed the agreement": what the same one did to the same."""
    both = [_in_role(one, role) & _in_role(other, role) for role in ("actor", "recipient")]
    types = {one.event.type, other.event.type}
    return len(types) == 1 and (all(both) or (any(both) and types != {"OTHER"}))


def _kinds(noun: Token) -> set[str]:
    """What tells one such happening from others: "maiden", "test", "second"."""
    return {child.lemma_.lower() for child in noun.lefts if child.dep_ in ("amod", "compound") and not child.ent_type_}
