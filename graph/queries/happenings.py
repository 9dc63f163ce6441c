"""Happenings: events, of one article or of several, that tell of the same thing."""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from graph.rdf.happenings import SAME
from graph.rdf.terms import HAPPENINGS
from graph.store.store import Store


def grouped(store: Store, events: Iterable[NamedNode]) -> list[list[NamedNode]]:
    """The events by what they tell of; the groups and their members are in the order in which they were given.

    Which tell of the same is said by ``bc:same_happening``, as `graph.rdf.happenings` derives it.
    """
    groups: dict[NamedNode, list[NamedNode]] = {}
    for event in events:
        groups.setdefault(_first(store, event), []).append(event)
    return list(groups.values())


def _first(store: Store, event: NamedNode) -> NamedNode:
    links = (quad.object for quad in store.match(event, SAME, graph=HAPPENINGS))
    return next((first for first in links if isinstance(first, NamedNode)), event)
