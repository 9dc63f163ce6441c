"""Events: what happened, with who took part."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query

from app.paging import PagingOf
from app.problems import problems
from app.service import StoreOf
from graph.model import Modality, Polarity
from graph.queries import actors, events, places
from graph.queries.events import Event
from graph.queries.page import Page

router = APIRouter(prefix="/events", tags=["events"])


@router.get("", summary="List events", responses=problems(400, 404))
def find(
    store: StoreOf,
    paging: PagingOf,
    type: Annotated[str | None, Query(description="A PLOVER type.", examples=["CONSULT"])] = None,  # noqa: A002
    predicate: Annotated[str | None, Query(description="A relation.", examples=["spoke_with"])] = None,
    actor: Annotated[str | None, Query(description="Who took part, by id or name.", examples=["marco-rubio"])] = None,
    place: Annotated[str | None, Query(description="Where, by id or name.", examples=["riyadh"])] = None,
    since: Annotated[date | None, Query(alias="from", description="Not over before this day.")] = None,
    until: Annotated[date | None, Query(alias="to", description="Begun by this day.")] = None,
    modality: Annotated[Modality | None, Query(description="How the event is put.")] = None,
    polarity: Annotated[Polarity | None, Query(description="Whether it is said to have happened.")] = None,
    article: Annotated[str | None, Query(description="An article's id.")] = None,
    distinct: Annotated[bool, Query(description="Each happening once, with all that tell of it.")] = False,
) -> Page[Event]:
    """The latest first; with `from` or `to`, events of unknown date are left out."""
    return events.find(
        store,
        type=type,
        predicate=predicate,
        actor=actors.resolve(store, actor) if actor else None,
        place=places.resolve(store, place) if place else None,
        since=since,
        until=until,
        modality=modality,
        polarity=polarity,
        article=article,
        distinct=distinct,
        limit=paging.limit,
        offset=paging.offset,
    )


@router.get("/{event}", summary="One event", responses=problems(404))
def get(
    store: StoreOf,
    event: Annotated[str, Path(description="An event's id, with or without `event:`.")],
) -> Event:
    """The event with its sentence and article."""
    return events.get(store, f"event:{event.removeprefix('event:')}")
