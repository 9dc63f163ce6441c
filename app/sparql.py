"""The SPARQL endpoint: queries by GET and POST, as the SPARQL 1.1 protocol has them."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, BinaryIO
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from pyoxigraph import NamedNode
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from app.description import describe
from app.negotiation import choose
from app.paging import PagingOf
from app.problems import problems
from app.service import Service, ServiceOf
from graph.errors import BadInput, BadQuery, Refused
from graph.names import digest
from graph.queries.examples import Example, examples
from graph.queries.page import Page, page
from graph.store import MEDIA_TYPES, examine
from graph.store.query import TRIPLES
from graph.store.worker import Asked

router = APIRouter(prefix="/sparql", tags=["sparql"])

_EXAMPLE = "SELECT ?who ?whom WHERE { ?who bc:spoke_with ?whom } LIMIT 10"
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The answer: JSON, XML, CSV or TSV for SELECT and ASK, RDF for CONSTRUCT and DESCRIBE",
        "content": {media_type: {} for kind in ("SELECT", "CONSTRUCT") for media_type in MEDIA_TYPES[kind]},
    }
}
_PROBLEMS = problems(400, 403, 406, 413, 429, 503, 504)
_GLANCE = 0.25  # seconds between two looks whether the client still waits
_GONE = 499  # the status for logs where nobody is left to read it
_CHUNK = 2**18  # bytes
_GRAPHS = {"in": "query", "schema": {"type": "array", "items": {"type": "string", "format": "uri"}}}
_PARAMETERS = {
    "parameters": [
        {
            "name": "query",
            "in": "query",
            "required": False,
            "description": "The query; the prefixes of the graph need no declaration.",
            "schema": {"type": "string"},
            "example": _EXAMPLE,
        },
        {"name": "default-graph-uri", "description": "A graph to ask; several are merged.", **_GRAPHS},
        {"name": "named-graph-uri", "description": "A graph that GRAPH may name.", **_GRAPHS},
    ]
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _QUERY: {"schema": {"type": "string"}, "example": _EXAMPLE},
            _FORM: {"schema": {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}},
        },
    }
}
Timeout = Annotated[
    float | None, Query(gt=0, description="Seconds after which to give up, if less than the service allows.")
]
FromSnapshot = Annotated[str | None, Query(description="The id of a snapshot to ask, in place of the graph as it is.")]


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and the graphs that it is asked of; none stands for all."""

    text: str
    default_graphs: tuple[NamedNode, ...] = ()
    named_graphs: tuple[NamedNode, ...] = ()


async def posted(request: Request) -> Question:
    """The question in a request's body, be it a form or the query itself."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type == _UPDATE:
        raise Refused("Updates are not taken here; articles are written by POST /articles.")
    if media_type not in (_FORM, _QUERY):
        raise HTTPException(415, f"The body must be {_QUERY} or {_FORM}.")
    body = _decoded(await request.body())
    return question(parse_qs(body) if media_type == _FORM else {**_parameters(request), "query": [body]})


def question(parameters: Mapping[str, Sequence[str]]) -> Question:
    """The question in the parameters of the protocol."""
    if "update" in parameters:
        raise Refused("Updates are not taken here; articles are written by POST /articles.")
    texts = parameters.get("query", ())
    if len(texts) != 1:
        raise BadQuery("One parameter `query` with the SPARQL query is needed.")
    return Question(
        texts[0], _graphs(parameters.get("default-graph-uri", ())), _graphs(parameters.get("named-graph-uri", ()))
    )


@router.get("", summary="Ask a SPARQL query", responses={**_ANSWERS, **_PROBLEMS}, openapi_extra=_PARAMETERS)
async def ask(request: Request, service: ServiceOf, timeout: Timeout = None, snapshot: FromSnapshot = None) -> Response:
    """The default graph is the union of all graphs. `Accept` chooses the form of the answer.

    Without a query, the endpoint describes itself in RDF.
    """
    if not request.query_params:
        return await run_in_threadpool(_description, service, request)
    return await _answer(service, question(_parameters(request)), request, timeout, snapshot)


@router.post(
    "", summary="Ask a SPARQL query", responses={**_ANSWERS, **_PROBLEMS, **problems(415)}, openapi_extra=_BODY
)
async def ask_by_post(
    request: Request,
    service: ServiceOf,
    asked: Annotated[Question, Depends(posted)],
    timeout: Timeout = None,
    snapshot: FromSnapshot = None,
) -> Response:
    """The same for queries that are too long for an address."""
    return await _answer(service, asked, request, timeout, snapshot)


@router.get("/examples", summary="List example queries", responses=problems(400))
def named(paging: PagingOf) -> Page[Example]:
    """Queries for what analysts ask most, with names, to be taken as they are or changed."""
    return page(examples(), lambda example: example, limit=paging.limit, offset=paging.offset)


def _description(service: Service, request: Request) -> Response:
    media_type = choose(request.headers.get("accept"), TRIPLES)
    if media_type is None:
        raise HTTPException(406, f"The description is in {', '.join(TRIPLES)}.")
    endpoint = str(request.url_for("ask"))
    return Response(describe(service.store, endpoint, media_type), media_type=media_type, headers={"Vary": "Accept"})


async def _answer(
    service: Service, asked: Question, request: Request, timeout: float | None, snapshot: str | None
) -> Response:
    query = examine(asked.text)
    offered = MEDIA_TYPES[query.kind]
    media_type = choose(request.headers.get("accept"), offered)
    if media_type is None:
        raise HTTPException(406, f"This query is answered in {', '.join(offered)}.")
    frozen = await run_in_threadpool(service.snapshots.folder, snapshot) if snapshot is not None else None
    headers = {"Vary": "Accept"}
    if not query.volatile:
        state = frozen.name if frozen is not None else service.store.version
        headers |= {"ETag": _etag(state, asked, media_type), "Cache-Control": "no-cache"}
        if headers["ETag"] in _known(request):
            return Response(status_code=304, headers=headers)
    running = asyncio.ensure_future(
        service.queries.answer(
            Asked(asked.text, media_type, asked.default_graphs, asked.named_graphs),
            caller=request.client.host if request.client else "",
            seconds=timeout,
            frozen=frozen,
        )
    )
    try:
        while not running.done():
            await asyncio.wait({running}, timeout=_GLANCE)
            if not running.done() and await request.is_disconnected():
                return Response(status_code=_GONE)
        body = running.result()
    finally:
        running.cancel()
    return _response(body, media_type, headers)


def _etag(state: object, asked: Question, media_type: str) -> str:
    """What the answer depends on: the store's version or the snapshot, the question and the form of the answer."""
    return f'"{state}-{digest(media_type, asked.text, asked.default_graphs, asked.named_graphs)}"'


def _known(request: Request) -> list[str]:
    """The answers that the client has already (RFC 9110, section 13.1.2)."""
    return [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]


def _response(body: bytes | Path, media_type: str, headers: Mapping[str, str]) -> Response:
    if isinstance(body, bytes):
        return Response(body, media_type=media_type, headers=headers)
    size = body.stat().st_size
    file = body.open("rb")
    body.unlink()  # it goes with the last who has it open, whatever becomes of this answer
    return StreamingResponse(_chunks(file), media_type=media_type, headers={**headers, "Content-Length": str(size)})


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _parameters(request: Request) -> dict[str, list[str]]:
    return {key: request.query_params.getlist(key) for key in request.query_params}


def _graphs(addresses: Sequence[str]) -> tuple[NamedNode, ...]:
    try:
        return tuple(map(NamedNode, addresses))
    except ValueError as error:
        raise BadInput(f"A graph must be named by an IRI: {error}") from None


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:
        raise BadInput("The query is not UTF-8.") from None
