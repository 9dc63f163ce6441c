"""Retold: one happening that an article tells more than once, so that what dates one telling of it dates the others.

"Rubio *meets* Lavrov … Rubio *met* Lavrov on Friday", "signed *a contract* on Friday … *The deal* …". Only what has a
word in common is held to be one happening, and only if nothing that is said of the two differs.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph.extraction import governors
from graph.extraction.phrases import is_definite
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extraction.tokens import Token
    from graph.model import Event, Role, TimeSpan

_ROLES: tuple[Role, ...] = ("actor", "recipient", "place")
_ACCORDS = wordlist("accords")
_UNSURE = ("it", "its", "they", "them", "their")
_WORDS = "STATEMENT"  # who says something twice may say two things
_NEAR = 2  # sentences within which "the minor accident" is the one just told of, whatever that was called


@dataclass(frozen=True, eq=False)
class Telling:
    """An event, the word that tells of it, and what else belongs to that word ("held *talks*"), in a text."""

    event: Event
    token: Token
    words: Sequence[Token]
    text: str

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas, which a verb and a noun may share: "to visit", "the visit"; all accords are one word."""
        lemmas = {token.lemma_.lower() for token in (self.token, *self.words)}
        return frozenset(lemmas - _ACCORDS | ({"accord"} if lemmas & _ACCORDS else set()))

    @cached_property
    def roles(self) -> Mapping[Role, set[str]]:
        """Who has which role."""
        return self._roles(())

    @cached_property
    def sure(self) -> Mapping[Role, set[str]]:
        """The same without those of whom an "it" or "their" does not say for sure who they are."""
        return self._roles(_UNSURE)

    def _roles(self, besides: Sequence[str]) -> Mapping[Role, set[str]]:
        parts = self.event.participants
        said = [part for part in parts if self.text[part.span.begin : part.span.end].lower() not in besides]
        return {role: {part.entity for part in said if part.role == role} for role in _ROLES}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What tells one such happening from others: "maiden", "test", "second"."""
        before = [child for child in self.token.lefts if child.dep_ in ("amod", "compound") and not child.ent_type_]
        return frozenset(child.lemma_.lower() for child in before)

    @property
    def is_stated(self) -> bool:
        """True if words of its own date it."""
        return self.event.time is not None and self.event.time.text is not None


def dated(tellings: Sequence[Telling]) -> Iterator[Event]:
    """The events, each with the one day that other tellings state for it, if it has no stated time of its own.

    A day that is found like this has no words in the event's own sentence, so `TimeSpan.text` is None.
    """
    by_word: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.event.time is not None and telling.event.time.precision == "day" and telling.event.type != _WORDS:
            for word in telling.lemmas:
                by_word[word].append(telling)
    for telling in tellings:
        day = None if telling.is_stated or telling.event.type == _WORDS else _day(telling, by_word)
        yield telling.event if day is None else replace(telling.event, time=day)


def _day(telling: Telling, by_word: Mapping[str, Sequence[Telling]]) -> TimeSpan | None:
    """The day on which the others agree: what they state, else for a noun without any time what they tell."""
    others = [other for word in telling.lemmas for other in by_word.get(word, ())]
    untimed = telling.event.time is None and telling.token.pos_ == "NOUN"
    for wanted in (True, False) if untimed else (True,):
        same = [o.event.time for o in others if o.is_stated == wanted and o is not telling and _is_same(telling, o)]
        days = {time.begin: time for time in same if time is not None}
        if days:
            return replace(next(iter(days.values())), text=None) if len(days) == 1 else None
    return None


def _is_same(one: Telling, other: Telling) -> bool:
    """Whether two tellings that have a word in common may be of one happening."""
    first, second = (one, other) if one.token.i < other.token.i else (other, one)
    a, b = first.event, second.event
    if (a.polarity, a.modality) != (b.polarity, b.modality) or any(_differ(first, second, role) for role in _ROLES):
        return False
    if _refers_back(second, first):
        return True
    if "VERB" in (first.token.pos_, second.token.pos_):
        return _is_one_act(first, second) and governors.tense(one.token) != "past"
    return a.type == b.type and bool(first.kinds & second.kinds)


def _differ(one: Telling, other: Telling, role: Role) -> bool:
    """True if both have somebody in a role, and nobody in common."""
    return bool(one.sure[role] and other.sure[role]) and not one.sure[role] & other.sure[role]


def _refers_back(telling: Telling, first: Telling) -> bool:
    """ "an accident at the airport … *The accident* …", not "*the nuclear accident*" a page later."""
    if telling.token.pos_ != "NOUN" or not is_definite(telling.token):
        return False
    return telling.event.sentence - first.event.sentence < _NEAR or telling.kinds <= first.kinds


def _is_one_act(one: Telling, other: Telling) -> bool:
    """ "had signed a contract", "signed the agreement": what the same one did to the same."""
    both = [one.roles[role] & other.roles[role] for role in ("actor", "recipient")]
    (kind, relation), (other_kind, same) = (_parted(telling.event.predicate) for telling in (one, other))
    return relation == same and (all(both) or (any(both) and not kind and not other_kind))


def _parted(predicate: str) -> tuple[str, str]:
    """("verb", "visit") for a word outside the lexicon, ("", "visited") for a relation of the lexicon."""
    kind, _, word = predicate.rpartition(":")
    return kind, word
