"""Candidates: who may be one with an actor, with what speaks for it and against it, for somebody to decide."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode

from graph.linking.identity import is_local
from graph.linking.knowledge import knowledge
from graph.names import compact
from graph.queries.description import TRUE, Description
from graph.queries.likeness import filed, likeness, sought
from graph.queries.lookup import subjects
from graph.queries.passages import Passage, passages
from graph.queries.refs import ACTORS, Ref, describe_entity, entities, names, ref, type_of
from graph.rdf.terms import ENTITIES, is_article, node
from graph.store.store import Store
from graph.view import View

_FROM = 0.5
"""The least score of a candidate."""
_SAME_COUNTRY, _OTHER_COUNTRY, _SAME_TITLE, _OTHER_TYPE, _TOGETHER, _SHARED = 0.1, -0.3, 0.1, -0.3, -0.15, 0.05
_BARE = -0.6
_PASSAGES = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be one with ``actor``; ``score``, from 0 to 1, orders them and is no probability.

    ``reasons`` speak for it, ``doubts`` against it; the passages are where articles name either of them.
    """

    actor: Ref
    other: Ref
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    actor_passages: tuple[Passage, ...] = ()
    other_passages: tuple[Passage, ...] = ()


class Candidates:
    """Looks for candidates among the actors of a store that have a name; made anew for each question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._canon = View.of(store).canon

    def of(self, actor: NamedNode) -> list[Candidate]:
        """Who may be one with an actor, the likeliest first."""
        return self._ranked((actor, other) for other in self._namesakes(actor))

    def all(self) -> list[Candidate]:
        """Every pair that may be one, the likeliest first."""
        near = ((actor, other) for actor in self._names for other in self._near(actor) if actor.value < other.value)
        return self._ranked(pair for pair in near if self._are_alike(*pair))

    def with_passages(self, candidate: Candidate) -> Candidate:
        """The candidate with where articles name the two."""
        own, others = (passages(self._store, node(one.id), _PASSAGES) for one in (candidate.actor, candidate.other))
        return Candidate(
            candidate.actor, candidate.other, candidate.score, candidate.reasons, candidate.doubts, own, others
        )

    def _ranked(self, pairs: Iterable[tuple[NamedNode, NamedNode]]) -> list[Candidate]:
        apart = {frozenset(map(self._canon.of, pair)) for pair in self._canon.apart}
        judged = (self._judged(one, other) for one, other in pairs if frozenset((one, other)) not in apart)
        found = [candidate for candidate in judged if candidate.score >= _FROM]
        return sorted(found, key=lambda candidate: (-candidate.score, candidate.actor.id, candidate.other.id))

    def _judged(self, one: NamedNode, other: NamedNode) -> Candidate:
        a, b = describe_entity(self._store, one), describe_entity(self._store, other)
        score, alike = self._likeness(one, other)
        weighed = [
            (score, alike),
            *self._bare(one, other),
            *_weighed(a, b),
            *self._together(one, other),
            *self._shared(one, other),
        ]
        return Candidate(
            actor=ref(self._store, one),
            other=ref(self._store, other),
            score=round(min(1.0, max(0.0, sum(weight for weight, _ in weighed))), 2),
            reasons=tuple(text for weight, text in weighed if weight > 0),
            doubts=tuple(text for weight, text in weighed if weight < 0),
        )

    def _bare(self, one: NamedNode, other: NamedNode) -> Iterator[tuple[float, str]]:
        """ "Court" in one article and "Court" in another: a single word that is no identity by itself."""
        words = [word for who in (one, other) for name in self._names[who] for word in name.split()]
        if len(words) == 2 and all(is_local(who.value) for who in (one, other)):
            yield _BARE, "each is called so in its own article alone"

    def _together(self, one: NamedNode, other: NamedNode) -> Iterator[tuple[float, str]]:
        common = self._articles(one) & self._articles(other)
        if common:
            yield _TOGETHER, f"{_count(common, 'article')} named both, as two"

    def _shared(self, one: NamedNode, other: NamedNode) -> Iterator[tuple[float, str]]:
        common = self._partners(one) & self._partners(other) - {one, other}
        if common:
            named = ", ".join(sorted(names(self._store, who)[0] for who in common)[:3])
            yield min(3, len(common)) * _SHARED, f"both have to do with {named}"

    def _namesakes(self, actor: NamedNode) -> set[NamedNode]:
        return {other for other in self._near(actor) if self._are_alike(actor, other)}

    def _near(self, actor: NamedNode) -> set[NamedNode]:
        """Who has a name that may be the actor's, as far as an index tells."""
        keys = {key for name in self._names.get(actor, ()) for key in sought(name)}
        return {other for key in keys for other in self._index.get(key, ())} - {actor}

    def _are_alike(self, one: NamedNode, other: NamedNode) -> bool:
        return not _are_known(one, other) and self._likeness(one, other)[0] > 0

    def _likeness(self, one: NamedNode, other: NamedNode) -> tuple[float, str]:
        """Of all their names the two that are most alike."""
        people = one in self._people and other in self._people
        return max(likeness(x, y, people=people) for x in self._names[one] for y in self._names[other])

    @cached_property
    def _names(self) -> Mapping[NamedNode, list[str]]:
        named = entities(self._store, ACTORS) & subjects(self._store, "named", TRUE, graph=ENTITIES)
        return {entity: names(self._store, entity) for entity in named}

    @cached_property
    def _people(self) -> set[NamedNode]:
        return entities(self._store, ["person"])

    @cached_property
    def _index(self) -> Mapping[str, set[NamedNode]]:
        index: dict[str, set[NamedNode]] = defaultdict(set)
        for entity, labels in self._names.items():
            for key in (key for label in labels for key in filed(label)):
                index[key].add(entity)
        return index

    def _articles(self, entity: NamedNode) -> set[str]:
        graphs = (quad.graph_name for quad in self._store.match(entity, node("skos:prefLabel")))
        return {graph.value for graph in graphs if isinstance(graph, NamedNode) and is_article(graph)}

    def _partners(self, entity: NamedNode) -> set[NamedNode]:
        graph = node("facts")
        ends = [quad.object for quad in self._store.match(entity, graph=graph)]
        ends += [quad.subject for quad in self._store.match(None, None, entity, graph)]
        return {end for end in ends if isinstance(end, NamedNode) and end in self._names}


def _are_known(one: NamedNode, other: NamedNode) -> bool:
    """Whether both are known beforehand, as two."""
    return all(knowledge().get(compact(each.value)) for each in (one, other))


def _weighed(a: Description, b: Description) -> Iterator[tuple[float, str]]:
    """What the two descriptions say for it or against it."""
    if type_of(a) != type_of(b):
        yield _OTHER_TYPE, f"one is of type {type_of(a)}, the other {type_of(b)}"
    lands, titles = (a.maybe("country"), b.maybe("country")), (a.maybe("title"), b.maybe("title"))
    if all(lands):
        same = lands[0] == lands[1]
        yield (
            _SAME_COUNTRY if same else _OTHER_COUNTRY,
            f"both are of {lands[0]}" if same else f"{lands[0]}, {lands[1]}",
        )
    if all(titles) and str(titles[0]).casefold() == str(titles[1]).casefold():
        yield _SAME_TITLE, f"both are called {titles[0]}"


def _count(things: set[str], noun: str) -> str:
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"
