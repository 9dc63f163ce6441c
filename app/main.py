"""The service as an application: ``uvicorn app.main:app``."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.cors import CORSMiddleware
from starlette.staticfiles import StaticFiles

from app import (
    actors,
    articles,
    candidates,
    claims,
    docs,
    errors,
    events,
    health,
    judgements,
    paths,
    places,
    snapshots,
    sparql,
    views,
)
from app.limits import BodyLimit
from app.problems import problems
from app.service import Service
from app.settings import Settings
from app.telemetry import Metrics, Telemetry

ROUTERS = (
    actors,
    articles,
    candidates,
    claims,
    docs,
    events,
    health,
    judgements,
    paths,
    places,
    snapshots,
    sparql,
    views,
)

_DESCRIPTION = """Who talked to whom, when, where, about what, and the sentence that says so.

Ids are given with or without their prefix: `/actors/marco-rubio` is `actor:marco-rubio`. Errors are problem documents
(RFC 9457)."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application; without ``settings`` they are read from the environment. Nothing is opened before it starts."""
    app = FastAPI(
        title="Backchannel",
        version=version("backchannel"),
        description=_DESCRIPTION,
        lifespan=_running,
        responses=problems(422, 500),
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings or Settings()
    app.state.metrics = Metrics()
    errors.handle(app)
    for module in ROUTERS:
        app.include_router(module.router)
    if docs.STATIC.is_dir():
        app.mount("/static", StaticFiles(directory=docs.STATIC), name="static")
    _add_middleware(app, app.state.settings)
    return app


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    app.state.service = service = await run_in_threadpool(Service, app.state.settings)
    try:
        yield
    finally:
        await run_in_threadpool(service.close)


def _add_middleware(app: FastAPI, settings: Settings) -> None:
    """The last one added sees a request first."""
    app.add_middleware(BodyLimit, most=settings.max_body)
    if settings.cors_origins:
        app.add_middleware(CORSMiddleware, allow_origins=settings.cors_origins, allow_methods=["GET", "POST", "DELETE"])
    app.add_middleware(Telemetry, metrics=app.state.metrics)


app = create_app()
