"""Which events tell of the same, kept current: what of ``bc:happenings`` another article or judgement changes.

`graph.rdf.happenings` says what the links are. Whom an event joins depends only on those before it that tell of the
same, so a change is followed from the events that it touches to the later ones, and no further than it matters.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf.happenings import (
    ACTOR,
    BEGIN,
    END,
    PLACE,
    RECIPIENT,
    SAME,
    SLACK,
    Outline,
    are_same,
    first_of,
    link,
    outlines,
)
from graph.rdf.terms import HAPPENINGS, is_article

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import timedelta

    from graph.view import View


def regrouped(
    view: View, gone: Collection[NamedNode], come: Collection[Outline], *, without: NamedNode | None = None
) -> tuple[set[Quad], set[Quad]]:
    """The links that go and those that come, when events go and others come; one that changes does both.

    ``view`` has the judgements carried out; what the graph ``without`` says no longer counts.
    """
    events = _Events(view, gone, come, without)
    return events.regrouped()


def touched(view: View, entities: Iterable[NamedNode]) -> set[NamedNode]:
    """The events in which, or in whose place, an entity is, under these very ids."""
    found = (
        quad for who in entities for part in (ACTOR, RECIPIENT, PLACE) for quad in view.said.match(None, part, who)
    )
    return {quad.subject for quad in found if is_article(quad.graph_name) and isinstance(quad.subject, NamedNode)}


def outlined(view: View, event: NamedNode) -> Outline | None:
    """An event of the store; None where it is retracted."""
    quads = list(view.said.match(event))
    who = [quad for quad in quads if quad.predicate in (ACTOR, RECIPIENT, PLACE) and is_article(quad.graph_name)]
    for quad in who:
        quads += view.said.match(quad.object, graph=quad.graph_name)  # type: ignore[arg-type]  # nodes both
    return next(outlines((quad for quad in quads if is_article(quad.graph_name)), view.canon), None)


class _Events:
    """The events after a change, and the links that are decided anew, in the order of their ranks."""

    def __init__(
        self, view: View, gone: Collection[NamedNode], come: Collection[Outline], without: NamedNode | None
    ) -> None:
        self._view, self._without = view, without
        self._gone, self._come = set(gone), {outline.event: outline for outline in come}
        self._known: dict[NamedNode, Outline | None] = {}
        self._decided: dict[NamedNode, NamedNode] = {}
        self._ahead: list[tuple[timedelta, str, NamedNode]] = []

    def regrouped(self) -> tuple[set[Quad], set[Quad]]:
        for event in [*self._come, *(orphan for each in self._gone for orphan in self._joined(each))]:
            self._push(self._outline(event))
        for event in {*self._gone, *self._come}:
            self._push_judged(event)
        while self._ahead:
            outline = self._outline(heappop(self._ahead)[-1])
            if outline and outline.event not in self._decided:
                self._decide(outline)
        before = {quad for event in {*self._gone, *self._decided} for quad in self._stored(event)}
        after = {link(event, first) for event, first in self._decided.items()}
        return before - after, after - before

    def _decide(self, event: Outline) -> None:
        near = list(self._near(event))
        told = (each for each in near if each.rank < event.rank and self._first(each.event) == each.event)
        before = None if event.event in self._gone else self._first(event.event)
        first = self._judged_first(event) or first_of(event, told, self._barred(event))
        self._decided[event.event] = first
        if (first == event.event) != (before == event.event):
            for other in near:
                self._push(other, after=event)
        if first != before:
            self._push_judged(event.event, after=event)

    def _judged_first(self, event: Outline) -> NamedNode | None:
        """Where the earliest went of those that were judged to tell of the same; None if that is the event itself."""
        mates = self._there(self._view.canon.alike(event.event))
        earliest = min(mates, key=lambda each: each.rank, default=event)
        return self._first(earliest.event) if earliest.event != event.event else None

    def _barred(self, event: Outline) -> set[NamedNode]:
        """Where those went before it that were judged to tell of something else."""
        rivals = self._there(self._view.canon.unlike(event.event))
        joined = (self._first(rival.event) for rival in rivals if rival.rank < event.rank)
        return {first for first in joined if first}

    def _there(self, events: Iterable[NamedNode]) -> Iterator[Outline]:
        """Those of some events that are there after the change."""
        found = (self._outline(each) for each in events if each in self._come or each not in self._gone)
        return (each for each in found if each)

    def _push_judged(self, event: NamedNode, *, after: Outline | None = None) -> None:
        """What goes by where an event went, or where it did not."""
        for other in self._there(self._view.canon.alike(event) | self._view.canon.unlike(event)):
            self._push(other, after=after)

    def _push(self, event: Outline | None, *, after: Outline | None = None) -> None:
        if event and (after is None or after.rank < event.rank):
            heappush(self._ahead, (*event.rank, event.event))

    def _first(self, event: NamedNode) -> NamedNode | None:
        """Which one an event joined; None of one that is new."""
        stored = (quad.object for quad in self._stored(event))
        return self._decided.get(event) or next((first for first in stored if isinstance(first, NamedNode)), None)

    def _near(self, event: Outline) -> Iterator[Outline]:
        """The events that tell of the same, for all that only the two say."""
        keys = set(event.keys)
        if keys:
            found = (self._outline(other) for other in self._sharing(event) if other != event.event)
            yield from (each for each in found if each and not keys.isdisjoint(each.keys) and are_same(event, each))

    def _sharing(self, event: Outline) -> set[NamedNode]:
        """The events of about those days in which two of the same were, or the only one."""
        in_each = [self._with(who) for who in event.who]
        met: set[NamedNode] = set()
        again: set[NamedNode] = in_each[0] if len(in_each) == 1 else set()
        for events in in_each:
            again = again | (met & events)
            met |= events
        return {each for each in again - set(self._come) if self._may_meet(each, event)} | set(self._come)

    def _may_meet(self, stored: NamedNode, event: Outline) -> bool:
        """Whether an event's days come near: of all that two people did, few are worth a look at the rest."""
        assert event.days
        first, last = (day.isoformat() for day in (event.days[0] - SLACK, event.days[1] + SLACK))
        return self._stamp(stored, BEGIN, "9") <= last and self._stamp(stored, END, "") >= first

    def _stamp(self, event: NamedNode, part: NamedNode, none: str) -> str:
        """An event's day as ISO 8601 has it, which is in order of time."""
        stamps = (quad.object for quad in self._view.said.match(event, part))
        return next((stamp.value for stamp in stamps if isinstance(stamp, Literal)), none)

    def _with(self, who: NamedNode) -> set[NamedNode]:
        found = (quad for part in (ACTOR, RECIPIENT) for quad in self._view.match(None, part, who))
        told = (quad.subject for quad in found if is_article(quad.graph_name) and quad.graph_name != self._without)
        return {event for event in told if isinstance(event, NamedNode)}

    def _joined(self, first: NamedNode) -> Iterator[NamedNode]:
        """Who stays of those that joined one that goes."""
        members = (quad.subject for quad in self._view.said.match(None, SAME, first, HAPPENINGS))
        return (one for one in members if isinstance(one, NamedNode) and one not in self._gone)

    def _stored(self, event: NamedNode) -> Iterator[Quad]:
        return self._view.said.match(event, SAME, graph=HAPPENINGS)

    def _outline(self, event: NamedNode) -> Outline | None:
        if event not in self._come and event not in self._known:
            self._known[event] = outlined(self._view, event)
        return self._come.get(event) or self._known[event]
