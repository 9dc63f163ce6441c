"""What a store says about one thing, as plain values.

A thing is looked up by its node and read property by property. One query that joins an edge, its sentence, article,
event and people would read better, and be planned badly: the engine plans before it knows which edge is meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from graph.names import PREFIXES, compact, expand
from graph.rdf.terms import literal
from graph.store.store import Store

Term = NamedNode | BlankNode | Literal | Triple


TRUE = literal(True)


def given_node(compact_id: str) -> NamedNode | None:
    """The node of a compact id that came from outside; None where its prefix is none of ours."""
    prefix, colon, _ = compact_id.partition(":")
    return NamedNode(expand(compact_id)) if colon and prefix in PREFIXES else None


def plain(term: Term) -> str:
    """A literal's text, or the compact id of a node."""
    if isinstance(term, Triple):
        raise TypeError("a triple is no plain value")
    return compact(term.value) if isinstance(term, NamedNode) else term.value


@dataclass(frozen=True, slots=True)
class Description:
    """The properties of ``node``: names of the vocabulary, or compact ids (``skos:prefLabel``), to their values."""

    node: NamedNode
    properties: Mapping[str, tuple[Term, ...]]

    @property
    def id(self) -> str:
        """The thing's compact id."""
        return compact(self.node.value)

    def terms(self, name: str) -> tuple[Term, ...]:
        """All values of a property."""
        return self.properties.get(name, ())

    def nodes(self, name: str) -> list[NamedNode]:
        """The values of a property that are things, in order of their ids."""
        return sorted((term for term in self.terms(name) if isinstance(term, NamedNode)), key=lambda node: node.value)

    def node_of(self, name: str) -> NamedNode | None:
        """The one thing that is a property's value."""
        return next(iter(self.nodes(name)), None)

    def texts(self, name: str) -> list[str]:
        """The values of a property as plain text, sorted."""
        return sorted(map(plain, self.terms(name)))

    def maybe(self, name: str) -> str | None:
        """A property's value as plain text, or None where there is none."""
        return next(iter(self.texts(name)), None)

    def text(self, name: str) -> str:
        """The value of a property that every such thing has."""
        return plain(self.terms(name)[0])

    def number(self, name: str) -> int:
        """The value of a property that counts."""
        return int(self.text(name))

    def day(self, name: str) -> date | None:
        """A date without time."""
        value = self.maybe(name)
        return date.fromisoformat(value) if value else None


def describe(store: Store, thing: NamedNode, *, graph: NamedNode | None = None) -> Description:
    """All properties that the store, or one graph of it, gives a thing; empty where it does not know it."""
    properties: dict[str, dict[Term, None]] = {}
    for quad in store.match(thing, None, None, graph):
        properties.setdefault(compact(quad.predicate.value), {})[quad.object] = None
    return Description(thing, {name: tuple(terms) for name, terms in properties.items()})
