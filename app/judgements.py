"""Judgements: what people decide about actors, events and claims, and taking it back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field

from app.paging import PagingOf
from app.problems import problems
from app.security import json_body, writer
from app.service import ServiceOf, StoreOf
from graph import judging
from graph.errors import BadInput
from graph.judging import Judge
from graph.ledger import Entry
from graph.model import Judgement, JudgementKind
from graph.queries import actors
from graph.queries.page import Page, page
from graph.store import Store

router = APIRouter(prefix="/judgements", tags=["judgements"])

JudgementPath = Annotated[str, Path(description="A judgement's id, with or without `judgement:`.")]
ERRORS = problems(400, 401, 403, 404, 409)


class NewJudgement(BaseModel):
    """What to decide, who does, and why.

    `merge`, `not_same` and `same_happening` need an `object`, `rename` and `retype` a `value`, `split` the `articles`
    that speak of somebody else and may have that one's name as `value`. The `subject` of `retract` is a claim, that of
    `same_happening` an event, that of `not_same` an actor or an event, that of all others an actor.
    """

    kind: JudgementKind
    subject: str = Field(description="An actor by id or name; an event's or a claim's id.", examples=["sergey-lavrov"])
    object: str | None = Field(
        None, description="Another actor by id or name, or another event by id.", examples=["sergei-lavrov"]
    )
    value: str | None = Field(None, description="A name or a type.")
    articles: list[str] = Field([], description="Ids of articles.")
    by: str = Field(description="Who decides.", examples=["ann"])
    reason: str = Field(description="Why.", examples=["Two spellings of one name."])


@router.get("", summary="List judgements", responses=problems(400))
def find(
    store: StoreOf,
    paging: PagingOf,
    of: Annotated[str | None, Query(description="An actor's or a claim's id: what was decided of it.")] = None,
) -> Page[Judgement]:
    """All that people have decided, the newest first."""
    found = judging.find(store, of=of)[::-1]
    return page(found, lambda judgement: judgement, limit=paging.limit, offset=paging.offset)


@router.get("/journal", summary="List what was decided and undone", responses=problems(400))
def journal(store: StoreOf, paging: PagingOf) -> Page[Entry]:
    """All that people ever decided, with what was undone, by whom and why, the newest first."""
    found = judging.journal(store)[::-1]
    return page(found, lambda entry: entry, limit=paging.limit, offset=paging.offset)


@router.get("/{judgement}", summary="One judgement", responses=problems(404))
def get(store: StoreOf, judgement: JudgementPath) -> Judgement:
    """What was decided, by whom, when and why."""
    return judging.get(store, judgement)


@router.post(
    "",
    summary="Decide who is who, or that a claim is wrong",
    status_code=201,
    dependencies=[Depends(writer), Depends(json_body)],
    responses=ERRORS,
)
def make(service: ServiceOf, response: Response, new: NewJudgement) -> Judgement:
    """Every answer follows it at once; the articles stay as they are, and deleting the judgement restores the rest.

    What was decided before stands: two that were decided not to be the same are not merged until that is undone.
    """
    with service.writing:
        made = _make(service.store, new)
    response.headers["Location"] = f"judgements/{made.id.removeprefix('judgement:')}"
    return made


@router.delete("/{judgement}", summary="Undo a judgement", dependencies=[Depends(writer)], responses=ERRORS)
def undo(
    service: ServiceOf,
    judgement: JudgementPath,
    by: Annotated[str | None, Query(description="Who undoes it, for the journal.")] = None,
    reason: Annotated[str | None, Query(description="Why, for the journal.")] = None,
) -> Judgement:
    """The graph is as if it had never been made; the answer says what was undone."""
    with service.writing:
        return judging.undo(service.store, judgement, by=by, reason=reason)


def _make(store: Store, new: NewJudgement) -> Judgement:
    judge = Judge(new.by, new.reason)
    if new.kind == "retract":
        return judging.retract(store, new.subject, judge)
    if new.kind == "same_happening":
        return judging.same_happening(store, new.subject, _needed(new, "object"), judge)
    if new.kind == "not_same" and judging.is_event(new.subject):
        return judging.not_same(store, new.subject, _needed(new, "object"), judge)
    subject = actors.resolve(store, new.subject)
    if new.kind == "split":
        return judging.split(store, subject, new.articles, judge, name=new.value)
    if new.kind == "rename":
        return judging.rename(store, subject, _needed(new, "value"), judge)
    if new.kind == "retype":
        return judging.retype(store, subject, _needed(new, "value"), judge)
    other = actors.resolve(store, _needed(new, "object"))
    decide = judging.merge if new.kind == "merge" else judging.not_same
    return decide(store, subject, other, judge)


def _needed(new: NewJudgement, field: str) -> str:
    value = getattr(new, field)
    if not isinstance(value, str) or not value.strip():
        raise BadInput(f"{field}: a judgement of kind {new.kind} needs one")
    return value
