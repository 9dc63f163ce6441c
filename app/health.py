"""Whether the service can do its work."""

from importlib.metadata import version

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel, Field

from app.problems import problems
from app.service import StoreOf
from app.telemetry import Metrics
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


class Ready(BaseModel):
    """The version of the store that answers."""

    store_version: int


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


@router.get("/ready", summary="Readiness", responses=problems(503))
def ready(store: StoreOf) -> Ready:
    """200 where requests may be sent: for those who start and stop services; cheaper than `/health`."""
    return Ready(store_version=store.version)


@router.get("/metrics", summary="Metrics", response_class=PlainTextResponse, responses=problems(503))
def metrics(request: Request, store: StoreOf) -> Response:
    """Requests by route and status, their times, and the store's version, as Prometheus reads them."""
    found = request.app.state.metrics
    assert isinstance(found, Metrics)
    return Response(found.text(store_version=store.version), media_type=CONTENT_TYPE_LATEST)
