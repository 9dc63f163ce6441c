"""Which things have a property, and what its value is: single look-ups in the store's indexes.

Lists are filtered by intersecting such sets. A query with the same filters would be planned before their values are
known, and the engine then joins everything with everything: minutes where this takes milliseconds.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import NamedNode

from graph.queries.description import Term
from graph.rdf.terms import node
from graph.store.store import Store


def subjects(store: Store, name: str, value: Term | None = None, *, graph: NamedNode | None = None) -> set[NamedNode]:
    """The things that have the property, with that value where one is given."""
    found = store.match(None, node(name), value, graph)
    return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}


def values(store: Store, thing: NamedNode, name: str, *, graph: NamedNode | None = None) -> Iterator[str]:
    """The values of a thing's property: texts, or IRIs in full."""
    for quad in store.match(thing, node(name), None, graph):
        if hasattr(quad.object, "value"):
            yield quad.object.value


def day(store: Store, thing: NamedNode, name: str) -> date | None:
    """The day that is a property's value."""
    return next(map(date.fromisoformat, values(store, thing, name)), None)


def latest_first(days: Iterable[tuple[date | None, NamedNode]]) -> list[NamedNode]:
    """Things by their days, the latest first and those without day last; of one day, by their ids."""
    ordered = sorted(days, key=lambda entry: (-(entry[0] or date.min).toordinal(), entry[1].value))
    return [thing for _, thing in ordered]
