"""Articles: what was read, and reading one more."""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Response
from pydantic import BaseModel, Field

from app.paging import PagingOf
from app.problems import problems
from app.security import json_body, writer
from app.service import Service, ServiceOf, StoreOf
from graph.errors import BadInput
from graph.ingest import ingest_article
from graph.keeping import Kept
from graph.model import Article
from graph.queries import articles, events
from graph.queries.articles import ArticleText, Source
from graph.queries.events import Event
from graph.queries.page import Page
from graph.reading import fields

router = APIRouter(prefix="/articles", tags=["articles"])


class NewArticle(BaseModel):
    """An article to read; without ``id`` its address, else a hash of its text, is its id."""

    text: str = Field(examples=["US Secretary of State Marco Rubio spoke with Russian Foreign Minister Sergei Lavrov."])
    id: str | None = Field(None, examples=["2025-03-16-call"])
    title: str | None = Field(None, examples=["Rubio and Lavrov speak"])
    published: str | None = Field(None, description="A day, or a day and time, in ISO 8601.", examples=["2025-03-16"])
    url: str | None = Field(None, description="Its own address: http or https.")
    source: str | None = Field(None, description="Who published it.", examples=["Example News"])


class Reading(BaseModel):
    """What became of an article, and what the graph now holds of it; ``events`` are the first of its events."""

    id: str
    outcome: Literal["new", "replaced", "unchanged"]
    counts: Kept
    events: list[Event]


@router.get("", summary="List articles", responses=problems(400))
def find(
    store: StoreOf,
    paging: PagingOf,
    text: Annotated[str | None, Query(description="Part of the title.", examples=["Ukraine"])] = None,
    source: Annotated[str | None, Query(description="Who published it, in full.", examples=["Wikinews"])] = None,
    since: Annotated[date | None, Query(alias="from", description="Published on this day or later.")] = None,
    until: Annotated[date | None, Query(alias="to", description="Published on this day or earlier.")] = None,
) -> Page[Source]:
    """The newest first; with `from` or `to`, articles of unknown date are left out."""
    return articles.find(
        store,
        text=text,
        source=source,
        since=since,
        until=until,
        limit=paging.limit,
        offset=paging.offset,
    )


@router.get("/{article:path}", summary="One article", responses=problems(404))
def get(store: StoreOf, article: Annotated[str, Path(description="An article's id.")]) -> ArticleText:
    """The article's text as it was given, and its sentences as spans of it."""
    return articles.get(store, article)


@router.post(
    "",
    summary="Read an article",
    status_code=201,
    dependencies=[Depends(writer), Depends(json_body)],
    responses={200: {"model": Reading, "description": "It was known"}, **problems(400, 401, 403, 413, 415, 503)},
)
def read(service: ServiceOf, response: Response, new: NewArticle) -> Reading:
    """Finds events and claims in the text and adds them to the graph, all or nothing.

    An article of the same id is replaced. The very same article again changes nothing.
    """
    article = _article(new, most=service.settings.max_text)
    reading = _read(service, article)
    response.status_code = 201 if reading.outcome == "new" else 200
    # Relative, so that it holds below any prefix of a proxy.
    response.headers["Location"] = f"articles/{quote(article.id)}"
    return reading


def _article(new: NewArticle, *, most: int) -> Article:
    if len(new.text) > most:
        raise BadInput(f"text: too large, {len(new.text):,} characters where {most:,} are allowed")
    return fields.article(new.model_dump())


def _read(service: Service, article: Article) -> Reading:
    # One at a time: a parse takes all that a processor has.
    with service.writing:
        known = articles.exists(service.store, article.id)
        counts = ingest_article(service.store, service.extractor, article)
    found = events.find(service.store, article=article.id, limit=service.settings.max_page)
    outcome = "unchanged" if not counts.changed else "replaced" if known else "new"
    return Reading(id=article.id, outcome=outcome, counts=counts, events=list(found.items))
