"""What follows from all articles together: a description of each entity, and the direct triples.

Both are pure functions of the articles' graphs and of the judgements, whatever the order in which these were written.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.rdf.canon import NAME, TYPE, Canon
from graph.rdf.terms import CLASSES, ENTITIES, FACTS, literal, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

OTHER_NAME = node("skos:altLabel")
DESCRIBED = (TYPE, NAME, node("named"), node("country"), node("sector"), node("title"), node("skos:exactMatch"))
"""The properties of an entity for which each article that mentions it has a vote."""

_CLASSES = frozenset(node(name) for name in CLASSES.values())
_SUBJECT, _PREDICATE, _OBJECT = node("rdf:subject"), node("rdf:predicate"), node("rdf:object")
FACTUAL = ((node("polarity"), literal("positive")), (node("modality"), literal("asserted")))
"""What a claim has that is a fact."""
_NOBODY = Canon()


def votes(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Those of some articles' quads that describe an entity."""
    for quad in quads:
        if quad.predicate in DESCRIBED and (quad.predicate != TYPE or quad.object in _CLASSES):
            yield quad


def describe(descriptions: Iterable[Quad], canon: Canon = _NOBODY) -> Iterator[Quad]:
    """The quads of ``bc:entities``, from all articles' descriptions of the entities in question.

    Each property has the value that a judgement gives, else the one that most articles give of the entity itself, else
    of those merged into it, and of several such the first in the order of terms. An entity's further names become
    ``skos:altLabel``.
    """
    tallies: dict[tuple[NamedNode, NamedNode], _Tally] = defaultdict(_Tally)
    for quad in set(votes(descriptions)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode):
            entity = canon.of(quad.subject, quad.graph_name)
            tallies[entity, quad.predicate].add(quad.object, own=entity == quad.subject)
    for (entity, predicate), tally in tallies.items():
        first, *others = tally.ranked(canon.given.get((entity, predicate)))
        yield Quad(entity, predicate, first, ENTITIES)  # type: ignore[arg-type]  # counted as objects, but terms
        if predicate == NAME:
            yield from (Quad(entity, OTHER_NAME, other, ENTITIES) for other in others)  # type: ignore[arg-type]


class _Tally:
    """The votes for the values of one property: those about the entity itself, and all."""

    def __init__(self) -> None:
        self._own: Counter[object] = Counter()
        self._all: Counter[object] = Counter()

    def add(self, value: object, *, own: bool) -> None:
        self._all[value] += 1
        self._own[value] += own

    def ranked(self, given: object | None) -> list[object]:
        """The values, what is given first, then those with the most votes."""
        ranked = sorted(self._all, key=lambda value: (-self._own[value], -self._all[value], str(value)))
        return ranked if given is None else [given, *(value for value in ranked if value != given)]


def facts(claims: Iterable[Quad], *, symmetric: Set[NamedNode] = frozenset(), canon: Canon = _NOBODY) -> Iterator[Quad]:
    """The quads of ``bc:facts``, from the quads of claims: one for each that is asserted, positive and not retracted.

    A relation of ``symmetric`` gives the triple in both directions. A fact may come more than once.
    """
    parts: dict[object, dict[NamedNode, object]] = defaultdict(dict)
    for quad in map(canon.quad, claims) if canon else claims:
        parts[quad.subject][quad.predicate] = quad.object
    for this, claim in parts.items():
        subject, predicate, object_ = (claim.get(part) for part in (_SUBJECT, _PREDICATE, _OBJECT))
        if this in canon.retracted or not all(claim.get(name) == value for name, value in FACTUAL):
            continue
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and isinstance(object_, NamedNode):
            yield Quad(subject, predicate, object_, FACTS)
            if predicate in symmetric:
                yield Quad(object_, predicate, subject, FACTS)
