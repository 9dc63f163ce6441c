"""Homonyms: which of those with one name an article speaks of, by what the store's other articles tell of them.

The extraction gives an unknown person the id of the name. Where country, calling or time contradict what other articles
tell of that id, this article's person is another, under the id with what tells them apart: ``actor:ann-roe.australia``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from graph.linking.traits import Traits, calling
from graph.names import compact, digest
from graph.rdf.terms import article_node, is_article, literal, node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from graph.model import Article, Claim, Entity, Event, Record
    from graph.store import Store

_NAME = node("skos:prefLabel")


def told_apart(store: Store, article: Article, record: Record, *, knows: Callable[[str], bool]) -> Record:
    """The record with everybody under the id of the one meant; the same for an article that is read again."""
    ids = {
        entity.id: _bearer(store, article, entity)
        for entity in record.entities
        if _may_be_several(entity) and not knows(entity.id)
    }
    return _renamed(record, {id_: meant for id_, meant in ids.items() if meant != id_})


def _may_be_several(entity: Entity) -> bool:
    return entity.type == "person" and entity.named and " " in entity.name


def _bearer(store: Store, article: Article, entity: Entity) -> str:
    """Of those who fit the one with most in common, the name's own id before others; else somebody new."""
    own = _traits(
        [(entity.country, entity.title, entity.sector)], [article.published.year] if article.published else []
    )
    known = {entity.id: Traits(), **_namesakes(store, article, entity)}
    fitting = [id_ for id_, traits in known.items() if own.against(traits) == Traits()]
    if fitting:
        return min(fitting, key=lambda id_: (-own.shared(known[id_]), id_ != entity.id, id_))
    told = own.against(known[entity.id]).words()
    further = [word for word in own.words() if word not in told]
    words = [*told, *further, digest(article.id)[:8]]
    ids = (".".join((entity.id, *words[:count])) for count in range(len(told), len(words) + 1))
    return next(id_ for id_ in ids if id_ not in known)


def _namesakes(store: Store, article: Article, entity: Entity) -> dict[str, Traits]:
    """Those of the name of whom other articles speak, with what these tell of them."""
    this = node(entity.id)
    named = [*store.match(None, _NAME, literal(entity.name)), *store.match(this, _NAME)]
    graphs: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for quad in named:
        subject, graph = quad.subject, quad.graph_name
        is_own = isinstance(subject, NamedNode) and (subject == this or subject.value.startswith(f"{this.value}."))
        if is_own and is_article(graph) and graph != article_node(article.id):
            graphs[subject].add(graph)  # type: ignore[index,arg-type]  # checked above
    return {compact(subject.value): _told(store, subject, found) for subject, found in graphs.items()}


def _told(store: Store, subject: NamedNode, graphs: Iterable[NamedNode]) -> Traits:
    """What some articles tell of somebody."""
    described = [
        tuple(_value(store, subject, part, graph) for part in ("country", "title", "sector")) for graph in graphs
    ]
    dates = (_value(store, graph, "schema:datePublished", graph) for graph in graphs)
    return _traits(described, [int(date[:4]) for date in dates if date])  # type: ignore[arg-type]  # three parts


def _traits(described: Iterable[tuple[str | None, str | None, str | None]], years: Iterable[int]) -> Traits:
    """What most tell; of several told as often, the first in the order of the alphabet."""
    told = list(described)
    countries = Counter(country for country, _, _ in told if country is not None)
    callings = Counter(found for _, title, sector in told if (found := calling(title, sector)) is not None)
    return Traits(_most(countries), _most(callings), tuple(sorted(set(years))))


def _most(votes: Mapping[str, int]) -> str | None:
    return min(votes, key=lambda value: (-votes[value], value), default=None)


def _value(store: Store, subject: NamedNode, predicate: str, graph: NamedNode) -> str | None:
    found = store.match(subject, node(predicate), graph=graph)
    return min((quad.object.value for quad in found), default=None)  # type: ignore[union-attr]  # literals


def _renamed(record: Record, ids: Mapping[str, str]) -> Record:
    if not ids:
        return record
    return replace(
        record,
        entities=tuple(replace(entity, id=ids.get(entity.id, entity.id)) for entity in record.entities),
        events=tuple(_event(event, ids) for event in record.events),
        claims=tuple(_claim(claim, ids) for claim in record.claims),
    )


def _event(event: Event, ids: Mapping[str, str]) -> Event:
    participants = tuple(replace(part, entity=ids.get(part.entity, part.entity)) for part in event.participants)
    return replace(event, participants=participants, attributed_to=_of(event.attributed_to, ids))


def _claim(claim: Claim, ids: Mapping[str, str]) -> Claim:
    ends = ids.get(claim.subject, claim.subject), ids.get(claim.object, claim.object)
    return replace(claim, subject=ends[0], object=ends[1], attributed_to=_of(claim.attributed_to, ids))


def _of(id_: str | None, ids: Mapping[str, str]) -> str | None:
    return ids.get(id_, id_) if id_ is not None else None
