"""Paths between two actors, in which every hop has the sentences that prove it."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.evidence import Edge, edge
from app.paging import within
from app.problems import problems
from app.service import Service, ServiceOf
from graph.network.paths import Path, paths
from graph.queries import actors
from graph.queries.refs import Ref, ref
from graph.rdf.terms import node

router = APIRouter(prefix="/paths", tags=["paths"])


class Route(BaseModel):
    """The actors along a path in order, and the hop from each to the next."""

    actors: list[Ref]
    hops: list[Edge]


class Routes(BaseModel):
    """The paths that were found, the closest first, of equally close ones the better evidenced."""

    source: Ref
    target: Ref
    items: list[Route]
    total: int = Field(description="How many paths are given; there may be more.")


@router.get("", summary="Find paths between two actors", responses=problems(400, 404))
def find(
    service: ServiceOf,
    from_: Annotated[str, Query(alias="from", description="An actor by id or name.", examples=["marco-rubio"])],
    to: Annotated[str, Query(description="Another actor by id or name.", examples=["Vladimir Putin"])],
    k: Annotated[int, Query(ge=1, description="How many paths at most.")] = 3,
    max_hops: Annotated[int | None, Query(ge=1, description="The longest path; by default what is allowed.")] = None,
    predicate: Annotated[
        list[str] | None, Query(description="Walk these relations only; may be repeated.", examples=[["spoke_with"]])
    ] = None,
) -> Routes:
    """An edge is walked in either direction; `subject` and `object` of its evidence say who did what to whom."""
    settings, store = service.settings, service.store
    source, target = actors.resolve(store, from_), actors.resolve(store, to)
    found = paths(
        service.network,
        source,
        target,
        k=within(k, settings.max_paths, name="k"),
        max_hops=within(max_hops or settings.max_hops, settings.max_hops, name="max_hops"),
        predicates=predicate,
    )
    routes = [_route(service, path) for path in found]
    return Routes(source=_ref(service, source), target=_ref(service, target), items=routes, total=len(routes))


def _route(service: Service, path: Path) -> Route:
    most = service.settings.max_evidence
    hops = [edge(service.store, hop.source, hop.target, hop.edges, most=most) for hop in path.hops]
    return Route(actors=[_ref(service, actor) for actor in path.actors], hops=hops)


def _ref(service: Service, actor_id: str) -> Ref:
    return ref(service.store, node(actor_id))
