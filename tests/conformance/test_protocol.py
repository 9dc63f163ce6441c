"""W3C's tests of the SPARQL 1.1 protocol, sent to a real service.

They do not come with the project: they are looked for in ``../shared/w3c``, else these tests are skipped.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDFS
from rdflib.term import Node

from graph.store import open_store
from graph.store.query import SOLUTIONS, TRIPLES
from tests.serving import serving

FOLDER = Path(__file__).parents[3] / "shared" / "w3c" / "sparql11" / "protocol"
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
FORMATS = {"boolean": SOLUTIONS[:2], "tabular": SOLUTIONS, "RDF": TRIPLES}
NOT_TAKEN = "updates are not taken over HTTP"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="W3C's tests are not in ../shared/w3c")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request, and what must come back."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: frozenset[int]  # their first digits
    boolean: bool | None
    format: str | None


def manifest() -> Graph:
    return Graph().parse(FOLDER / "manifest.ttl") if FOLDER.is_dir() else Graph()


def cases(graph: Graph) -> Iterator[tuple[str, Node]]:
    for entries in graph.objects(None, MF.entries):
        for test in Collection(graph, entries):
            yield str(test).partition("#")[2], test


def exchanges(graph: Graph, test: Node) -> Iterator[Exchange]:
    requests = graph.value(graph.value(test, MF.action), HT.requests)
    for request in Collection(graph, requests) if requests is not None else ():
        answer, body = graph.value(request, HT.resp), graph.value(request, HT.body)
        headers = graph.value(request, HT.headers)
        statuses = graph.objects(answer, MF.expectedStatus)
        boolean = graph.value(answer, MF.expectedBoolean)
        form = graph.value(answer, MF.expectedFormat)
        yield Exchange(
            method=str(graph.value(request, HT.methodName)),
            path=str(graph.value(request, HT.absolutePath)).replace("/sparql/", "/sparql", 1),
            headers={
                str(graph.value(header, HT.fieldName)): str(graph.value(header, HT.fieldValue))
                for header in (Collection(graph, headers) if headers is not None else ())
            },
            body=str(graph.value(body, CNT.chars)).encode(charset(graph, body)) if body is not None else None,
            statuses=frozenset(int(str(status).partition("StatusCode")[2][0]) for status in statuses),
            boolean=None if boolean is None else str(boolean) == "true",
            format=None if form is None else str(form),
        )


def charset(graph: Graph, body: Node) -> str:
    return str(graph.value(body, CNT.characterEncoding) or "UTF-8")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service whose store holds the data of all tests."""
    graph, folder = manifest(), tmp_path_factory.mktemp("w3c") / "store"
    files = {
        (Path(str(graph.value(data, UT.graph))).name, str(graph.value(data, RDFS.label)))
        for data in graph.objects(None, UT.graphData)
    }
    with open_store(folder) as store:
        for file, name in files:
            quads = ox.parse((FOLDER / file).read_bytes(), format=ox.RdfFormat.N_TRIPLES)
            store.apply(add=[ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(name)) for quad in quads])
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize(("name", "test"), [pytest.param(*case, id=case[0]) for case in cases(manifest())])
def test_protocol(address: str, name: str, test: URIRef) -> None:
    if name.startswith("update_"):
        pytest.skip(NOT_TAKEN)
    exchanged = list(exchanges(manifest(), test))
    assert exchanged
    for exchange in exchanged:
        connection = HTTPConnection(address.removeprefix("http://"), timeout=30)
        connection.request(exchange.method, exchange.path, exchange.body, exchange.headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.status // 100 in exchange.statuses, body
        if exchange.format is not None:
            assert answer.headers.get_content_type() in FORMATS[exchange.format]
        if exchange.boolean is not None:
            assert json.loads(body)["boolean"] is exchange.boolean
