"""Whether the service can do its work."""

from importlib.metadata import version

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.problems import problems
from app.service import StoreOf
from graph.queries.description import plain

router = APIRouter(tags=["health"])

_ARTICLES = "SELECT (COUNT(*) AS ?count) WHERE { ?article a schema:NewsArticle }"


class Health(BaseModel):
    """The service's version, and what the store holds."""

    status: str = Field(examples=["ok"])
    version: str = Field(examples=["0.1.0"])
    articles: int
    quads: int
    store_version: int = Field(description="Grows by one with every change of the store.")


@router.get("/health", summary="Health", responses=problems(503))
def health(store: StoreOf) -> Health:
    """200 where the store answers, 503 where it does not."""
    articles = int(plain(store.select(_ARTICLES)[0]["count"]))
    return Health(
        status="ok",
        version=version("backchannel"),
        articles=articles,
        quads=len(store),
        store_version=store.version,
    )
