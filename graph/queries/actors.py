"""Actors: who takes part in events, under which names, and with whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from pyoxigraph import NamedNode

from graph.errors import NotFound
from graph.model import EntityType
from graph.names import compact
from graph.queries import claims
from graph.queries.claims import Claim
from graph.queries.description import TRUE, Description, describe, given_node
from graph.queries.events import counts, with_entity
from graph.queries.happenings import grouped
from graph.queries.lookup import day, subjects
from graph.queries.naming import resolve as resolve
from graph.queries.page import Page, page
from graph.queries.refs import ACTORS, Ref, describe_entity, entities, names, ref, type_of
from graph.rdf.terms import ENTITIES, literal, node
from graph.store.store import Store
from graph.view import View


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part; ``events`` counts the events with them, ``aliases`` are the other names they go by.

    ``country`` is ISO 3166-1 alpha-3, ``sector`` a PLOVER sector code, ``wikidata`` a Q-id, ``title`` the office.
    """

    id: str
    name: str
    type: EntityType
    country: str | None
    sector: str | None
    title: str | None
    wikidata: str | None
    named: bool
    aliases: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True)
class Contact:
    """Another actor, and claims that name both, the surest first.

    ``count`` is how many claims there are in all, ``happenings`` how many different things they tell of (an office of
    none); ``first`` and ``last`` are the days of their earliest and latest events, as far as known.
    """

    actor: Ref
    predicates: tuple[str, ...]
    count: int
    happenings: int
    first: date | None
    last: date | None
    claims: tuple[Claim, ...]


def find(
    store: Store,
    *,
    text: str | None = None,
    type: EntityType | None = None,  # noqa: A002
    country: str | None = None,
    named: bool = True,
    limit: int = 50,
    offset: int = 0,
) -> Page[Actor]:
    """Actors, those with the most events first; ``text`` is part of a name or alias, in any case.

    Without ``type`` they are people, organisations, countries and groups; ``named=False`` adds those without a name
    ("one person").
    """
    found = entities(store, [type] if type else ACTORS)
    if named:
        found &= subjects(store, "named", TRUE, graph=ENTITIES)
    if country:
        found &= subjects(store, "country", literal(country.upper()), graph=ENTITIES)
    if text:
        found = {entity for entity in found if any(text.casefold() in name.casefold() for name in names(store, entity))}
    events = counts(store)
    listed = sorted(found, key=lambda entity: (-events.get(compact(entity.value), 0), entity.value))
    return page(listed, lambda entity: _actor(store, describe_entity(store, entity)), limit=limit, offset=offset)


def get(store: Store, actor_id: str) -> Actor:
    """One actor, or any other entity, by its compact id; raises NotFound."""
    entity = given_node(actor_id)
    entity = View.of(store).canon.of(entity) if entity else None
    about = describe_entity(store, entity) if entity else None
    if about is None or not about.properties:
        raise NotFound(f"There is no actor {actor_id!r}.")
    return _actor(store, about)


def contacts(store: Store, actor_id: str, *, evidence: int = 20, limit: int = 50, offset: int = 0) -> Page[Contact]:
    """Whom asserted claims name together with the actor, those with the most claims first.

    ``evidence`` is how many claims at most come with each contact.
    """
    edges: dict[NamedNode, list[Description]] = {}
    actor = node(actor_id)
    for claim in _claims(store, actor):
        edges.setdefault(_other(claim, actor), []).append(claim)
    found = [other for other in edges if other != actor and _is_listed(store, other)]
    found.sort(key=lambda other: (-len(edges[other]), other.value))
    read = partial(_contact, store, edges=edges, evidence=evidence)
    return page(found, read, limit=limit, offset=offset)


def _actor(store: Store, about: Description) -> Actor:
    wikidata = about.maybe("skos:exactMatch")
    return Actor(
        id=about.id,
        name=about.maybe("skos:prefLabel") or about.id,
        type=type_of(about),
        country=about.maybe("country"),
        sector=about.maybe("sector"),
        title=about.maybe("title"),
        wikidata=wikidata.removeprefix("wd:") if wikidata else None,
        named=about.maybe("named") == "true",
        aliases=tuple(about.texts("skos:altLabel")),
        events=len(with_entity(store, about.node)),
    )


def _claims(store: Store, actor: NamedNode) -> list[Description]:
    """The asserted, positive claims with the actor at either end, the surest first."""
    ends = subjects(store, "rdf:subject", actor) | subjects(store, "rdf:object", actor)
    about = [describe(store, claim) for claim in ends]
    held = [claim for claim in about if (claim.text("polarity"), claim.text("modality")) == ("positive", "asserted")]
    return sorted(held, key=lambda claim: (-float(claim.text("confidence")), claim.id))


def _other(claim: Description, actor: NamedNode) -> NamedNode:
    subject, object_ = claim.nodes("rdf:subject")[0], claim.nodes("rdf:object")[0]
    return object_ if subject == actor else subject


def _is_listed(store: Store, other: NamedNode) -> bool:
    """Whether somebody belongs in a list of contacts: the rule of the network as well."""
    about = describe_entity(store, other)
    return about.maybe("named") == "true" and type_of(about) in ACTORS


def _contact(
    store: Store, other: NamedNode, *, edges: Mapping[NamedNode, Sequence[Description]], evidence: int
) -> Contact:
    members = edges[other]
    events = {event for claim in members for event in claim.nodes("event")}
    stamps = ("sem:hasBeginTimeStamp", "sem:hasEndTimeStamp")
    days = [known for event in events for stamp in stamps if (known := day(store, event, stamp))]
    return Contact(
        actor=ref(store, other),
        predicates=tuple(sorted({claim.text("rdf:predicate") for claim in members})),
        count=len(members),
        happenings=len(grouped(store, sorted(events, key=lambda event: event.value))),
        first=min(days, default=None),
        last=max(days, default=None),
        claims=tuple(claims.read(store, claim) for claim in members[:evidence]),
    )
