"""Actors, their contacts and their network."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from app.evidence import Edge, edge
from app.paging import PagingOf, within
from app.problems import problems
from app.service import Service, ServiceOf, StoreOf
from graph.model import EntityType
from graph.network.ego import ego
from graph.network.network import Edge as NetworkEdge
from graph.queries import actors
from graph.queries.actors import Actor, Contact
from graph.queries.page import Page
from graph.queries.refs import Ref, ref
from graph.rdf.terms import node

router = APIRouter(prefix="/actors", tags=["actors"])

ActorPath = Annotated[
    str, Path(description="An actor's id, with or without `actor:`, or a name.", examples=["marco-rubio"])
]


@dataclass(frozen=True, slots=True)
class ActorContacts:
    """An actor and everybody whom an asserted claim names together with them, those with the most claims first."""

    actor: Actor
    contacts: Page[Contact]


class Drawing(BaseModel):
    """What is drawn around an actor: everybody, and every connected pair among them."""

    actor: Ref
    nodes: list[Ref]
    edges: list[Edge]


@router.get("", summary="List actors", responses=problems(400))
def find(
    store: StoreOf,
    paging: PagingOf,
    text: Annotated[str | None, Query(description="Part of a name or alias.", examples=["rubio"])] = None,
    type: Annotated[EntityType | None, Query(description="One type only.")] = None,  # noqa: A002
    country: Annotated[str | None, Query(description="ISO 3166-1 alpha-3.", examples=["RUS"])] = None,
    named: Annotated[Literal["only", "all"], Query(description="`all` adds those without a name.")] = "only",
) -> Page[Actor]:
    """People, organisations, countries and groups, those with the most events first."""
    return actors.find(
        store,
        text=text,
        type=type,
        country=country,
        named=named == "only",
        limit=paging.limit,
        offset=paging.offset,
    )


@router.get("/{actor}", summary="An actor with contacts", responses=problems(400, 404))
def get(service: ServiceOf, paging: PagingOf, actor: ActorPath) -> ActorContacts:
    """Who the actor is, whom they had to do with, and the sentences that say so; `limit` is of contacts."""
    store, most = service.store, service.settings.max_evidence
    about = actors.get(store, actors.resolve(store, actor))
    met = actors.contacts(store, about.id, evidence=most, limit=paging.limit, offset=paging.offset)
    return ActorContacts(about, met)


@router.get("/{actor}/network", summary="An actor's network", responses=problems(400, 404))
def network(
    service: ServiceOf,
    actor: ActorPath,
    limit: Annotated[int, Query(ge=1, description="The most contacts; the strongest stay.")] = 50,
    depth: Annotated[int, Query(ge=1, le=3, description="How many hops away the furthest may be.")] = 1,
) -> Drawing:
    """Nodes and edges to draw, each edge with the sentences that prove it."""
    within(limit, service.settings.max_contacts, name="limit")
    centre = actors.resolve(service.store, actor)
    around = ego(service.network, centre, depth=depth, limit=limit)
    return Drawing(
        actor=_ref(service, centre),
        nodes=[_ref(service, member) for member in (centre, *around.contacts)],
        edges=[_edge(service, centre, edges) for edges in around.pairs],
    )


def _ref(service: Service, actor_id: str) -> Ref:
    return ref(service.store, node(actor_id))


def _edge(service: Service, centre: str, edges: tuple[NetworkEdge, ...]) -> Edge:
    """The edges of one pair, seen from the centre where that is one of them."""
    strongest = edges[0]
    source = centre if centre in (strongest.subject, strongest.object) else strongest.subject
    return edge(service.store, source, strongest.other(source), edges, most=service.settings.max_evidence)
