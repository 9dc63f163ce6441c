"""Happenings: events, of one article or of several, that tell of the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import NamedNode

from graph.queries.claims import time_of
from graph.queries.description import TRUE, describe
from graph.queries.lookup import subjects
from graph.queries.refs import describe_entity
from graph.rdf.terms import ENTITIES
from graph.store.store import Store

_PAIR = 2
_SLACK = timedelta(days=1)  # how far the day of a report may be from that of what it tells


@dataclass(frozen=True, slots=True)
class _Outline:
    """What of an event tells whether it is another: its kind, those with names, first and last day, where."""

    event: NamedNode
    kind: tuple[str, ...]
    who: frozenset[NamedNode]
    days: tuple[date, date] | None
    place: NamedNode | None


def grouped(store: Store, events: Iterable[NamedNode]) -> list[list[NamedNode]]:
    """The events by what they tell of; the groups and their members are in the order in which they were given.

    Two tell of the same if both are asserted and of one type and polarity, share two actors with names, or have the
    same single one, on the same day, and are not in different places. Days that are inferred from the report may be
    one apart; what has no time, or is not asserted, is by itself.
    """
    order = {event: position for position, event in enumerate(events)}
    named = subjects(store, "named", TRUE, graph=ENTITIES)
    outlines = [_outline(store, event, named) for event in order]
    groups: list[list[_Outline]] = []
    by_who: Mapping[NamedNode, list[list[_Outline]]] = defaultdict(list)
    for outline in sorted(outlines, key=_looseness):
        near = (group for who in outline.who for group in by_who[who])
        group = next((group for group in near if _are_same(store, group[0], outline)), None)
        if group is None:
            group = []
            groups.append(group)
            for who in outline.who:
                by_who[who].append(group)
        group.append(outline)
    found = [sorted((outline.event for outline in group), key=order.__getitem__) for group in groups]
    return sorted(found, key=lambda group: order[group[0]])


def _outline(store: Store, event: NamedNode, named: set[NamedNode]) -> _Outline:
    about = describe(store, event)
    time = time_of(about)
    slack = _SLACK if time and time.text is None else timedelta()
    return _Outline(
        event,
        (about.text("type"), about.text("polarity"), about.text("modality")),
        frozenset({*about.nodes("actor"), *about.nodes("recipient")} & named),
        (time.begin - slack, time.end + slack) if time and time.end else None,
        about.node_of("place"),
    )


def _looseness(outline: _Outline) -> tuple[timedelta, str]:
    """What is told most precisely comes first, as the others are held against it."""
    return outline.days[1] - outline.days[0] if outline.days else timedelta.max, outline.event.value


def _are_same(store: Store, one: _Outline, other: _Outline) -> bool:
    shared = one.who & other.who
    enough = len(shared) >= _PAIR or (len(shared) == 1 and one.who == other.who)
    return (
        enough and one.kind == other.kind and "asserted" in one.kind and _meet(one, other) and _near(store, one, other)
    )


def _meet(one: _Outline, other: _Outline) -> bool:
    """Whether both may have been on one day."""
    if one.days is None or other.days is None:
        return False
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _near(store: Store, one: _Outline, other: _Outline) -> bool:
    """Whether nothing says that they were in different places: a town is in its country."""
    if one.place is None or other.place is None or one.place == other.place:
        return True
    a, b = (describe_entity(store, place) for place in (one.place, other.place))
    same_country = a.maybe("country") == b.maybe("country") is not None
    return same_country and "Country" in (*a.texts("rdf:type"), *b.texts("rdf:type"))
