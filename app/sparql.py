"""The SPARQL endpoint: queries by GET and POST, as the SPARQL 1.1 protocol has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request, Response
from pyoxigraph import NamedNode
from starlette.exceptions import HTTPException

from app.negotiation import choose
from app.problems import problems
from app.service import StoreOf
from graph.errors import BadInput, BadQuery, Refused
from graph.store import MEDIA_TYPES, Store, examine

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
_PROBLEMS = problems(400, 403, 406, 413, 503)
_GRAPHS = {"in": "query", "schema": {"type": "array", "items": {"type": "string", "format": "uri"}}}
_PARAMETERS = {
    "parameters": [
        {
            "name": "query",
            "in": "query",
            "required": True,
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
def ask(request: Request, store: StoreOf) -> Response:
    """The default graph is the union of all graphs. `Accept` chooses the form of the answer."""
    return _answer(store, question(_parameters(request)), request)


@router.post(
    "", summary="Ask a SPARQL query", responses={**_ANSWERS, **_PROBLEMS, **problems(415)}, openapi_extra=_BODY
)
def ask_by_post(request: Request, store: StoreOf, asked: Annotated[Question, Depends(posted)]) -> Response:
    """The same for queries that are too long for an address."""
    return _answer(store, asked, request)


def _answer(store: Store, asked: Question, request: Request) -> Response:
    offered = MEDIA_TYPES[examine(asked.text).kind]
    media_type = choose(request.headers.get("accept"), offered)
    if media_type is None:
        raise HTTPException(406, f"This query is answered in {', '.join(offered)}.")
    body = store.answer(
        asked.text, media_type=media_type, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs
    )
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})


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
