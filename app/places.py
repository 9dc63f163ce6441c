"""Places: where events happened."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.paging import PagingOf
from app.problems import problems
from app.service import StoreOf
from graph.queries import places
from graph.queries.page import Page
from graph.queries.places import Place

router = APIRouter(prefix="/places", tags=["places"])


@router.get("", summary="List places", responses=problems(400))
def find(
    store: StoreOf,
    paging: PagingOf,
    text: Annotated[str | None, Query(description="Part of a name.", examples=["riyadh"])] = None,
    country: Annotated[str | None, Query(description="ISO 3166-1 alpha-3.", examples=["SAU"])] = None,
) -> Page[Place]:
    """Places with the number of events there, the most eventful first."""
    return places.find(store, text=text, country=country, limit=paging.limit, offset=paging.offset)
