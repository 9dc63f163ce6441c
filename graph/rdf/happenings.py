"""Happenings: which events, of one article or of several, tell of the same thing.

Each event has ``bc:same_happening``: of all that tell of the same the one that says most precisely when, be it itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.rdf.canon import TYPE
from graph.rdf.terms import HAPPENINGS, literal, node

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping

    from graph.rdf.canon import Canon

    Said = Mapping[tuple[object, object, NamedNode], list[NamedNode]]

SAME = node("same_happening")
KIND, ACTOR, RECIPIENT, PLACE = node("type"), node("actor"), node("recipient"), node("place")
_POLARITY, _MODALITY, _NAMED, _COUNTRY = node("polarity"), node("modality"), node("named"), node("country")
BEGIN, END, _WORDS = node("sem:hasBeginTimeStamp"), node("sem:hasEndTimeStamp"), node("time_text")
TOLD = (KIND, ACTOR, RECIPIENT, PLACE, _POLARITY, _MODALITY, _NAMED, _COUNTRY, BEGIN, END, _WORDS, TYPE)
"""What of an article's statements tells which of its events are which."""
_ASSERTED, _TRUE, _A_COUNTRY = literal("asserted"), literal(True), node("Country")
_PAIR = 2
SLACK = timedelta(days=1)  # how far the day of a report may be from that of what it tells


@dataclass(frozen=True, slots=True)
class Where:
    """A place, the country that it is in, and whether it is that country."""

    place: NamedNode
    country: str | None
    is_country: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """What of an event tells whether it is another: its kind, those with names, first and last day, where.

    An event that nobody with a name was in, that has no time or is not asserted has no ``keys``: it is by itself. Two
    tell of the same only if they share a key.
    """

    event: NamedNode
    kind: tuple[str, ...]
    who: frozenset[NamedNode]
    days: tuple[date, date] | None
    where: Where | None
    asserted: bool

    @property
    def rank(self) -> tuple[timedelta, str]:
        """What is told most precisely comes first, as the others are held against it."""
        return self.days[1] - self.days[0] if self.days else timedelta.max, self.event.value

    @property
    def keys(self) -> Iterator[Hashable]:
        """Its kind with each two of those who were in it, or with the only one."""
        who = sorted(self.who, key=str) if self.days and self.asserted else []
        return ((self.kind, pair) for pair in combinations(who, min(_PAIR, len(who))) if pair)


def outlines(quads: Iterable[Quad], canon: Canon) -> Iterator[Outline]:
    """The events that articles' statements tell of, with everybody as who judgements say they are."""
    said: dict[tuple[object, object, NamedNode], list[NamedNode]] = defaultdict(list)
    for quad in quads:
        said[quad.graph_name, quad.subject, quad.predicate].append(quad.object)  # type: ignore[arg-type]  # no triple
    for graph, event, part in list(said):
        if part == KIND and event not in canon.retracted:
            yield _outline(said, graph, event, canon)  # type: ignore[arg-type]  # an article's event


def are_same(one: Outline, other: Outline) -> bool:
    """Whether two events that share a key tell of the same: on one day, and not in different places.

    Two of them with names are enough, or the same single one; days that are inferred from the report may be one apart.
    """
    enough = len(one.who & other.who) >= _PAIR or one.who == other.who
    return enough and one.kind == other.kind and _meet(one, other) and _near(one.where, other.where)


def link(event: NamedNode, first: NamedNode) -> Quad:
    """That an event tells of the same as the first of its group."""
    return Quad(event, SAME, first, HAPPENINGS)


def happenings(events: Iterable[Outline], canon: Canon) -> Iterator[Quad]:
    """The quads of ``bc:happenings``: each event joins the first before it that tells of the same and joined none.

    What was judged to tell of the same as an earlier one goes where that went; none joins what has somebody in it that
    was judged to tell of something else.
    """
    firsts: dict[Hashable, list[Outline]] = defaultdict(list)
    joined: dict[NamedNode, NamedNode] = {}
    for event in sorted(events, key=lambda each: each.rank):
        keys = list(event.keys)
        told = (first for key in keys for first in firsts[key] if are_same(first, event))
        barred = {joined[rival] for rival in canon.unlike(event.event) if rival in joined}
        first = next((joined[mate] for mate in canon.alike(event.event) if mate in joined), None)
        first = first or first_of(event, told, barred)
        if first == event.event:
            for key in keys:
                firsts[key].append(event)
        joined[event.event] = first
        yield link(event.event, first)


def first_of(event: Outline, told: Iterable[Outline], barred: Collection[NamedNode]) -> NamedNode:
    """The first of those that tell of the same, without those that are barred; the event itself if there is none."""
    open_ = (each for each in told if each.event not in barred)
    return min(open_, key=lambda each: each.rank, default=event).event


def _outline(said: Said, graph: NamedNode, event: NamedNode, canon: Canon) -> Outline:
    def values(part: NamedNode, of: NamedNode = event) -> list[NamedNode]:
        return said.get((graph, of, part), [])

    named = (who for part in (ACTOR, RECIPIENT) for who in values(part) if _TRUE in values(_NAMED, who))
    return Outline(
        event,
        tuple(value.value for part in (KIND, _POLARITY) for value in values(part)),
        frozenset(canon.of(who, graph) for who in named),
        _days([value.value for part in (BEGIN, END) for value in values(part)], dated=bool(values(_WORDS))),
        next((_where(said, graph, place, canon) for place in values(PLACE)), None),
        asserted=_ASSERTED in values(_MODALITY),
    )


def _days(stamps: list[str], *, dated: bool) -> tuple[date, date] | None:
    """First and last day; none of an open time, which has no such stamps."""
    if len(stamps) < _PAIR:
        return None
    begin, end = map(date.fromisoformat, stamps)
    slack = timedelta() if dated else SLACK
    return begin - slack, end + slack


def _where(said: Said, graph: NamedNode, place: NamedNode, canon: Canon) -> Where:
    country = next((value.value for value in said.get((graph, place, _COUNTRY), [])), None)
    return Where(canon.of(place, graph), country, _A_COUNTRY in said.get((graph, place, TYPE), []))


def _meet(one: Outline, other: Outline) -> bool:
    """Whether both may have been on one day."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _near(one: Where | None, other: Where | None) -> bool:
    """Whether nothing says that they were in different places: a town is in its country."""
    if one is None or other is None or one.place == other.place:
        return True
    return one.country == other.country is not None and (one.is_country or other.is_country)
