"""What follows from all articles together: a description of each entity, and the direct triples.

Both are pure functions of the articles' graphs, whatever the order in which these were written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.rdf.terms import CLASSES, ENTITIES, FACTS, literal, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

NAME = node("skos:prefLabel")
OTHER_NAME = node("skos:altLabel")
TYPE = node("rdf:type")
DESCRIBED = (TYPE, NAME, node("named"), node("country"), node("sector"), node("title"), node("skos:exactMatch"))
"""The properties of an entity for which each article that mentions it has a vote."""

_CLASSES = frozenset(node(name) for name in CLASSES.values())
_SUBJECT, _PREDICATE, _OBJECT = node("rdf:subject"), node("rdf:predicate"), node("rdf:object")
FACTUAL = ((node("polarity"), literal("positive")), (node("modality"), literal("asserted")))
"""What a claim has that is a fact."""


def votes(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Those of some articles' quads that describe an entity."""
    for quad in quads:
        if quad.predicate in DESCRIBED and (quad.predicate != TYPE or quad.object in _CLASSES):
            yield quad


def describe(descriptions: Iterable[Quad]) -> Iterator[Quad]:
    """The quads of ``bc:entities``, from all articles' descriptions of the entities in question.

    Each property has the value that most articles give, and of several such the first in the order of terms; an
    entity's further names become ``skos:altLabel``.
    """
    tallies: dict[tuple[NamedNode, NamedNode], Counter[object]] = defaultdict(Counter)
    for quad in set(votes(descriptions)):
        if isinstance(quad.subject, NamedNode):
            tallies[quad.subject, quad.predicate][quad.object] += 1
    for (entity, predicate), tally in tallies.items():
        first, *others = sorted(tally, key=lambda value: (-tally[value], str(value)))
        yield Quad(entity, predicate, first, ENTITIES)  # type: ignore[arg-type]  # counted as objects, but terms
        if predicate == NAME:
            yield from (Quad(entity, OTHER_NAME, other, ENTITIES) for other in others)  # type: ignore[arg-type]


def facts(claims: Iterable[Quad], *, symmetric: Set[NamedNode] = frozenset()) -> Iterator[Quad]:
    """The quads of ``bc:facts``, from the quads of claims: one for each that is asserted and positive.

    A relation of ``symmetric`` gives the triple in both directions. A fact may come more than once.
    """
    parts: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    for quad in claims:
        parts[quad.subject][quad.predicate] = quad.object
    for claim in parts.values():
        subject, predicate, object_ = (claim.get(part) for part in (_SUBJECT, _PREDICATE, _OBJECT))
        if not all(claim.get(name) == value for name, value in FACTUAL):
            continue
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(object_, NamedNode):
            yield Quad(subject, predicate, object_, FACTS)
            if predicate in symmetric:
                yield Quad(object_, predicate, subject, FACTS)
