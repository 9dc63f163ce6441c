"""Snapshots: the graph as it was, under a name to query and to cite."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, Field

from app.paging import PagingOf
from app.problems import problems
from app.security import json_body, writer
from app.service import ServiceOf
from graph.queries.page import Page, page
from graph.store.snapshots import Snapshot

router = APIRouter(prefix="/snapshots", tags=["snapshots"])

SnapshotPath = Annotated[str, Path(description="A snapshot's id.")]


class NewSnapshot(BaseModel):
    """How to call it, and how long to keep it."""

    id: str | None = Field(None, description="Small letters, digits and hyphens.", examples=["report-2026"])
    title: str = Field("", max_length=500, examples=["As cited in the report of 2026."])
    days: float | None = Field(None, gt=0, le=36_500, description="After how many days it goes; never, if not given.")


@router.get("", summary="List snapshots", responses=problems(400))
def find(service: ServiceOf, paging: PagingOf) -> Page[Snapshot]:
    """All that are kept, the newest first."""
    return page(service.snapshots.all(), lambda snapshot: snapshot, limit=paging.limit, offset=paging.offset)


@router.get("/{snapshot}", summary="One snapshot", responses=problems(404))
def get(service: ServiceOf, snapshot: SnapshotPath) -> Snapshot:
    """When it was made, and when it goes."""
    return service.snapshots.get(snapshot)


@router.post(
    "",
    summary="Keep the graph as it is now",
    status_code=201,
    dependencies=[Depends(writer), Depends(json_body)],
    responses=problems(400, 401, 403, 409, 415),
)
def make(service: ServiceOf, response: Response, new: NewSnapshot) -> Snapshot:
    """Queries with `snapshot` and its id see it whatever happens to the graph; nothing is copied but what changes."""
    with service.writing:
        made = service.snapshots.make(new.id, title=new.title, days=new.days)
    response.headers["Location"] = f"snapshots/{made.id}"
    return made


@router.delete(
    "/{snapshot}", summary="Let go of a snapshot", dependencies=[Depends(writer)], responses=problems(401, 403, 404)
)
def remove(service: ServiceOf, snapshot: SnapshotPath) -> Snapshot:
    """The answer says what was removed."""
    with service.writing:
        return service.snapshots.remove(snapshot)
