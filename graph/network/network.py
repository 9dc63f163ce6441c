"""The network: who is named in one claim with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

import networkx as nx

from graph.names import compact
from graph.queries.description import TRUE, plain
from graph.queries.lookup import subjects
from graph.queries.refs import ACTORS, entities
from graph.rdf.terms import ENTITIES
from graph.store.store import Row, Store
from graph.view import View

# Only what is asserted and not negated, between actors that have a name: one that has none is nobody outside of its
# article.
_CLAIMS = """
SELECT ?claim ?subject ?predicate ?object ?confidence ?article WHERE {
  GRAPH ?article {
    ?claim a bc:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
      bc:polarity "positive" ; bc:modality "asserted" ; bc:confidence ?confidence .
  }
}
"""


# Relations that bring two together: contacts, and ties that words state without an event, such as an office.
_TIES = """
SELECT ?predicate WHERE {
  GRAPH bc:vocabulary {
    ?predicate a bc:Predicate ; bc:contact ?contact .
    FILTER (?contact || NOT EXISTS { ?predicate bc:event_type ?type })
  }
}
"""
APART = 3  # what it costs to cross a pair of whom one only spoke about or acted on the other, where a tie costs 1


@dataclass(frozen=True, slots=True)
class Edge:
    """One claim as an edge from subject to object; all are compact ids."""

    claim: str
    subject: str
    predicate: str
    object: str
    confidence: float

    def other(self, actor: str) -> str:
        """The actor at the other end."""
        return self.object if actor == self.subject else self.subject


Pair = frozenset[str]


@dataclass(frozen=True)
class Network:
    """Actors and the edges between them; never changes, but for a new version of the store a new one is loaded."""

    version: int
    ties: frozenset[str] = frozenset()
    edges: tuple[Edge, ...] = ()
    pairs: Mapping[Pair, tuple[Edge, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, edges: Iterable[Edge], *, ties: Iterable[str] = (), version: int = 0) -> Self:
        """The network of these edges; one from an actor to itself tells nothing and is left out.

        ``ties`` are the predicates that bring two together.
        """
        known = tuple(sorted((edge for edge in edges if edge.subject != edge.object), key=_strength))
        pairs: dict[Pair, list[Edge]] = {}
        for edge in known:
            pairs.setdefault(frozenset((edge.subject, edge.object)), []).append(edge)
        return cls(version, frozenset(ties), known, {pair: tuple(members) for pair, members in pairs.items()})

    @classmethod
    def load(cls, store: Store) -> Self:
        """The network of all asserted, positive claims between named actors."""
        version = store.version
        named = entities(store, ACTORS) & subjects(store, "named", TRUE, graph=ENTITIES)
        actors = {compact(entity.value) for entity in named}
        edges = (_edge(row) for row in View.of(store).shown(store.select(_CLAIMS)))
        ties = (plain(row["predicate"]) for row in store.select(_TIES))
        return cls.of((edge for edge in edges if {edge.subject, edge.object} <= actors), ties=ties, version=version)

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """Who is connected with whom, without direction; weighted so that ties, then more claims, come first."""
        graph: nx.Graph[str] = nx.Graph()
        for pair, edges in self.pairs.items():
            a, b = sorted(pair)
            graph.add_edge(a, b, weight=self._weight(edges))
        return graph

    def between(self, a: str, b: str) -> tuple[Edge, ...]:
        """The edges between two actors in either direction, the surest first."""
        return self.pairs.get(frozenset((a, b)), ())

    def contacts(self, actor: str) -> list[str]:
        """Who has an edge with the actor, those with the most first."""
        if actor not in self.graph:
            return []
        return sorted(self.graph[actor], key=lambda other: (-len(self.between(actor, other)), other))

    def only(self, predicates: Iterable[str]) -> Network:
        """The network of those edges alone that have one of the predicates."""
        wanted = frozenset(predicates)
        edges = (edge for edge in self.edges if edge.predicate in wanted)
        return Network.of(edges, ties=self.ties, version=self.version)

    def among(self, actors: Iterable[str]) -> Iterator[tuple[Edge, ...]]:
        """The edges of each connected pair of these actors."""
        members = self.graph.subgraph(actors)
        return (self.between(a, b) for a, b in members.edges)

    def _weight(self, edges: tuple[Edge, ...]) -> float:
        """What crossing a pair costs: one for a tie, else `APART`, and less than a tenth that shrinks with every claim.

        Up to ten hops the tenths stay below one, so that they only decide between paths that cost the same.
        """
        tied = any(edge.predicate in self.ties for edge in edges)
        return (1 if tied else APART) + 0.09 / (1 + sum(edge.confidence for edge in edges))


def to_networkx(edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    """Edges as a networkx graph: from subject to object, one a claim, with the claim's id as key."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for edge in edges:
        graph.add_edge(edge.subject, edge.object, key=edge.claim, predicate=edge.predicate, confidence=edge.confidence)
    return graph


def _edge(row: Row) -> Edge:
    claim, subject, predicate, object_, confidence = map(plain, list(row.values())[:5])
    return Edge(claim, subject, predicate, object_, float(confidence))


def _strength(edge: Edge) -> tuple[float, str]:
    return -edge.confidence, edge.claim
