"""Attendance: who was there when others met, where one sentence tells of the talks and another of who else attended.

"Merz met Tusk on Monday. *Sikorski was also present*."
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extraction import clauses, prepositions
from graph.extraction.factuality import carried, factuality
from graph.extraction.match import ACTORS, Match, Part
from graph.extraction.phrases import is_definite
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.extraction.tokens import Token

ATTENDED = "attended_with"
_REACH = 2  # sentences between what is told of the talks and of who was there
_MEETINGS = wordlist("meetings")
_GIVEN = ("hosted", "mediated_between")
_PEOPLE = ("person", "group")
_NO_OCCASIONS = ("attendance", "part", "attendee", "participant")
_FACE_TO_FACE = frozenset(("met_with", "held_talks_with", "hosted", "negotiated_with", "discussed_with", "visited"))


@dataclass(slots=True)
class Attendance:
    """Remembers the last talks that an article has told of."""

    _talks: Match | None = None
    _told_in: int = 0
    _sentence: int = 0

    def completed(self, matches: Iterable[Match]) -> Iterator[Match]:
        """The matches of the next sentence, those of attendance with all who were there, or not at all."""
        self._sentence += 1
        for match in matches:
            told = self._with_others(match) if _is_attendance(match) else self._with_guests(match)
            if told is not None:
                yield told
                self._remember(told)

    def _with_others(self, match: Match) -> Match | None:
        if match.recipients:
            return match
        taken = {id(part.referent) for part in match.actors}
        others = tuple(part for part in self._present(match) if id(part.referent) not in taken)
        return replace(match, recipients=others) if others or match.mutual or not _is_bare(match) else None

    def _with_guests(self, match: Match) -> Match:
        """ "Merz met Tusk at a dinner *hosted by Macron*": who gives the occasion has both for guests."""
        talks, verb = self._talks, match.slots.token
        here = talks is not None and self._told_in == self._sentence and verb.dep_ == "acl" and _is_fact(talks)
        if talks is None or not here or match.recipients or match.predicate not in _GIVEN or not _is_held(verb, talks):
            return match
        taken = {id(part.referent) for part in match.actors}
        guests = (part for part in (*talks.actors, *talks.recipients) if part.referent.type in ACTORS)
        return replace(match, recipients=tuple(part for part in guests if id(part.referent) not in taken))

    def _present(self, match: Match) -> tuple[Part, ...]:
        """Those who talked, if that is what the words speak of and it has happened."""
        talks, near = self._talks, self._sentence - self._told_in <= _REACH
        if talks is None or not near or not _speaks_of(match, talks) or not _is_fact(talks):
            return ()
        kinds = _PEOPLE[:1] if match.mutual else _PEOPLE  # those who are listed are who the delegations were
        return tuple(part for part in (*talks.actors, *talks.recipients) if part.referent.type in kinds)

    def _remember(self, match: Match) -> None:
        people = [part for part in (*match.actors, *match.recipients) if part.referent.type in _PEOPLE]
        if match.predicate in _FACE_TO_FACE and len(people) > 1:
            self._talks, self._told_in = match, self._sentence


def _is_held(given: Token, talks: Match) -> bool:
    """True where what is given is the talks themselves, or the occasion of them: "met *at a dinner* given by"."""
    occasion = given.head
    return occasion == talks.slots.token or occasion in talks.slots.words or occasion.head.head == talks.slots.clause


def _is_attendance(match: Match) -> bool:
    return match.frame is not None and match.predicate == ATTENDED


def _is_bare(match: Match) -> bool:
    """True for words that say nothing by themselves: "were *present*", "the *presence* of"."""
    return match.slots.token.lemma_ in ("be", "presence")


def _is_fact(talks: Match) -> bool:
    token, support = talks.slots.token, talks.slots.support
    fact = factuality(token) if support is None else carried(token, support)
    return (fact.polarity, fact.modality) == ("positive", "asserted")


def _speaks_of(match: Match, talks: Match) -> bool:
    """True if the occasion that somebody attends is the one that was told of: "*the meeting*", "it", or none named."""
    if match.slots.token.lemma_ == "presence":
        noun = match.slots.token
        return noun.head.lower_ == "in" and is_definite(noun) and talks.slots.token.sent == noun.sent
    occasion = _occasion(match)
    if occasion is None:
        return _is_bare(match)
    if occasion.lower_ == "it":
        return True
    named = occasion.lemma_.lower()
    return is_definite(occasion) and (named in _MEETINGS or named == talks.slots.token.lemma_.lower())


def _occasion(match: Match) -> Token | None:
    """What is attended: "present at *the talks*", "attended *the meeting*", "taking part in *it*"."""
    slots = match.slots
    behind = (t for word in (slots.token, *slots.words) for t in prepositions.behind_any(word, ("at", "in", "during")))
    objects = (t for word in (slots.token, *slots.words) for t in clauses.objects(word))
    found = (*slots.words, *objects, *behind)
    return next((t for t in found if t.lower_ == "it" or _is_occasion(t)), None)


def _is_occasion(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() not in _NO_OCCASIONS
