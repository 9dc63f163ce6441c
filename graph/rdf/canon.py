"""The canon: who is who among the articles' entities, as judgements have it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.rdf.terms import CLASSES, article_node, literal, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from pyoxigraph import BlankNode, Triple

    from graph.model import Judgement
    from graph.rdf.terms import Node

    Term = NamedNode | BlankNode | Node | Triple

NAME, TYPE = node("skos:prefLabel"), node("rdf:type")


class Canon:
    """What a set of judgements, in whatever order they were made, makes of the entities that articles speak of.

    An entity of an article is followed along the judgements from one entity to the next, first by what was split off
    in that article, then by merges, until none leads further. `leads` tells whether a judgement would lead in a circle.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        made = sorted(judgements, key=lambda one: (one.at, one.id))
        self._merged = {node(one.subject): node(one.object) for one in made if one.kind == "merge" and one.object}
        self._parted = {
            (article_node(article), node(one.subject)): node(one.object)
            for one in made
            if one.kind == "split" and one.object
            for article in one.articles
        }
        self.apart = {
            frozenset((node(one.subject), node(one.object))): one.id
            for one in made
            if one.kind == "not_same" and one.object
        }
        self._alike = _joined(
            (node(one.subject), node(one.object)) for one in made if one.kind == "same_happening" and one.object
        )
        self._unlike: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        for one, other in map(tuple, self.apart):
            self._unlike[one].add(other)
            self._unlike[other].add(one)
        self.retracted = {node(one.subject): one.id for one in made if one.kind == "retract"}
        self.given = dict(pair for one in made for pair in _given(one))
        self._before: dict[NamedNode, set[NamedNode]] = defaultdict(set)
        for entity, into in (*self._merged.items(), *((entity, new) for (_, entity), new in self._parted.items())):
            self._before[into].add(entity)
        self._moved = {*self._merged, *(entity for _, entity in self._parted)}

    def __bool__(self) -> bool:
        return bool(self._moved or self.given or self.retracted)

    def of(self, entity: NamedNode, article: NamedNode | None = None) -> NamedNode:
        """Who an article's entity is; without an article, who most of what is said of it is about."""
        while entity in self._moved:
            onward = (self._parted.get((article, entity)) if article else None) or self._merged.get(entity)
            if onward is None:
                break
            entity = onward
        return entity

    def sources(self, entity: NamedNode) -> set[NamedNode]:
        """The entities under which articles may speak of this one, itself among them."""
        found, ahead = {entity}, [entity]
        while ahead:
            new = self._before.get(ahead.pop(), set()) - found
            found |= new
            ahead += new
        return found

    def leads(self, entity: NamedNode, to: NamedNode) -> bool:
        """Whether judgements lead from one entity to another, in whatever article."""
        return entity in self.sources(to)

    def reached(self, entity: NamedNode) -> set[NamedNode]:
        """Everybody whom what is said of an entity, or of its sources, may be about."""
        sources = self.sources(entity)
        articles = {None, *(article for article, _ in self._parted)}
        return {self.of(source, article) for source in sources for article in articles}

    def alike(self, event: NamedNode) -> Set[NamedNode]:
        """The events that were judged to tell of the same as this one, itself among them."""
        return self._alike.get(event, frozenset((event,)))

    def unlike(self, event: NamedNode) -> Set[NamedNode]:
        """The events that tell of something else, as they or what tells of the same as they were judged to do."""
        rivals = (rival for each in self.alike(event) for rival in self._unlike.get(each, ()))
        return {each for rival in rivals for each in self.alike(rival)}

    def quad(self, quad: Quad) -> Quad:
        """An article's statement with everybody in it as who they are."""
        subject, object_ = self.term(quad.subject, quad.graph_name), self.term(quad.object, quad.graph_name)
        if subject == quad.subject and object_ == quad.object:
            return quad
        return Quad(subject, quad.predicate, object_, quad.graph_name)  # type: ignore[arg-type]  # terms as before

    def moves(self, quads: Iterable[Quad], graph: NamedNode) -> Iterator[Quad]:
        """Of an article's statements those that name somebody who is somebody else, told of that one in ``graph``."""
        for quad in quads if self._moved else ():
            object_ = self.term(quad.object, quad.graph_name)
            if object_ != quad.object:
                yield Quad(quad.subject, quad.predicate, object_, graph)

    def term(self, term: Term, article: object) -> Term:
        """A term of an article's statement, which is another where it is somebody who is somebody else."""
        if isinstance(term, NamedNode) and term in self._moved:
            return self.of(term, article if isinstance(article, NamedNode) else None)
        return term


def _joined(pairs: Iterable[tuple[NamedNode, NamedNode]]) -> dict[NamedNode, Set[NamedNode]]:
    """Each with all that a chain of pairs joins it to."""
    groups: dict[NamedNode, Set[NamedNode]] = {}
    for pair in pairs:
        group = frozenset().union(*(groups.get(each, {each}) for each in pair))
        groups.update(dict.fromkeys(group, group))
    return groups


def _given(judgement: Judgement) -> Iterator[tuple[tuple[NamedNode, NamedNode], Node]]:
    """The property that a judgement gives somebody a value for, and the value."""
    if judgement.value is None:
        return
    if judgement.kind == "retype":
        yield (node(judgement.subject), TYPE), node(CLASSES[judgement.value])  # type: ignore[index]  # a type
    else:
        yield (node(judgement.object or judgement.subject), NAME), literal(judgement.value)
