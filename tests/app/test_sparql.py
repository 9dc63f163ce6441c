import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from fastapi.testclient import TestClient
from rdflib.namespace import VOID

from app.description import SD
from graph.names import expand
from graph.store import MEDIA_TYPES
from tests.app.conftest import service

MODEL = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")
GRAPHS = MODEL[: MODEL.index("| `bc:Person` |")]
SELECT = "SELECT ?a ?b WHERE { ?a bc:met_with ?b } ORDER BY ?a"
CONSTRUCT = "CONSTRUCT { ?a bc:met_with ?b } WHERE { GRAPH bc:facts { ?a bc:met_with ?b } }"
JSON = "application/sparql-results+json"
PUTIN = "urn:backchannel:actor:vladimir-putin"


def ask(client: TestClient, query: str, accept: str = "*/*") -> tuple[int, str, str]:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    return answer.status_code, answer.headers["content-type"].partition(";")[0], answer.text


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", JSON),
        (JSON, JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values;q=0.9, text/csv;q=0.5", "text/tab-separated-values"),
        ("text/html, application/sparql-results+json;q=0.2", JSON),
        ("text/*", "text/csv"),
    ],
)
def test_a_select_is_answered_in_the_form_that_is_asked_for(client: TestClient, accept: str, expected: str) -> None:
    status, media_type, text = ask(client, SELECT, accept)
    assert (status, media_type) == (200, expected)
    assert PUTIN in text


def test_the_forms_of_a_select_agree(client: TestClient) -> None:
    bindings = json.loads(ask(client, SELECT, JSON)[2])["results"]["bindings"]
    rows = [[row["a"]["value"], row["b"]["value"]] for row in bindings]
    assert list(csv.reader(io.StringIO(ask(client, SELECT, "text/csv")[2])))[1:] == rows
    names = "{http://www.w3.org/2005/sparql-results#}uri"
    xml = ET.fromstring(ask(client, SELECT, "application/sparql-results+xml")[2])
    assert [uri.text for uri in xml.iter(names)] == [value for row in rows for value in row]
    table = ask(client, SELECT, "text/tab-separated-values")[2].splitlines()[1:]
    assert [[value.strip("<>") for value in line.split("\t")] for line in table] == rows


@pytest.mark.parametrize(
    ("media_type", "format_"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml")],
)
def test_a_construct_is_answered_in_rdf(client: TestClient, media_type: str, format_: str) -> None:
    status, answered, text = ask(client, CONSTRUCT, media_type)
    assert (status, answered) == (200, media_type)
    triples = rdflib.Graph().parse(data=text, format=format_)
    assert rdflib.URIRef(PUTIN) in set(triples.subjects())


def test_an_ask_is_answered_yes_or_no(client: TestClient) -> None:
    assert json.loads(ask(client, "ASK { actor:marco-rubio bc:spoke_with actor:sergei-lavrov }")[2])["boolean"] is True
    assert json.loads(ask(client, "ASK { actor:marco-rubio bc:met_with actor:sergei-lavrov }")[2])["boolean"] is False


@pytest.mark.parametrize(
    ("query", "accept", "status", "detail"),
    [
        ("SELECT * {\n ?a ?b }", "*/*", 400, "line 2, column"),
        ("", "*/*", 400, "SELECT"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "*/*", 400, "update"),
        ("DROP ALL", "*/*", 400, "update"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "*/*", 403, "SERVICE"),
        ("ASK {" + "{" * 2000 + "}" * 2000 + "}", "*/*", 400, "nests"),
        (SELECT, "text/turtle", 406, "text/csv"),
        (CONSTRUCT, "text/csv", 406, "text/turtle"),
        (SELECT, "text/csv;q=0, text/html", 406, "text/csv"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(
    client: TestClient, query: str, accept: str, status: int, detail: str
) -> None:
    answered, media_type, text = ask(client, query, accept)
    assert (answered, media_type) == (status, "application/problem+json")
    assert detail in json.loads(text)["detail"]


def test_a_query_may_be_posted_as_itself_or_in_a_form(client: TestClient) -> None:
    expected = client.get("/sparql", params={"query": SELECT}).content
    itself = client.post("/sparql", content=SELECT, headers={"content-type": "application/sparql-query"})
    form = client.post("/sparql", data={"query": SELECT})
    assert itself.content == form.content == expected


def test_a_query_can_be_asked_of_some_graphs_alone(client: TestClient) -> None:
    query = {"query": "SELECT (COUNT(*) AS ?n) { ?claim a bc:Claim }"}
    one = client.get("/sparql", params={**query, "default-graph-uri": "urn:backchannel:article:call"})
    other = client.post("/sparql", data={**query, "default-graph-uri": "urn:backchannel:facts"})
    counts = [answer.json()["results"]["bindings"][0]["n"]["value"] for answer in (one, other)]
    assert counts == ["1", "0"]


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (SELECT, "text/plain", 415),
        ("CLEAR ALL", "application/sparql-update", 403),
        ("update=CLEAR+ALL", "application/x-www-form-urlencoded", 403),
        ("x=y", "application/x-www-form-urlencoded", 400),
        ("query=ASK+{}&query=ASK+{}", "application/x-www-form-urlencoded", 400),
        ("query=ASK+{}&default-graph-uri=no iri", "application/x-www-form-urlencoded", 400),
        (b"\xff\xfe", "application/sparql-query", 400),
    ],
)
def test_what_is_posted_wrongly_is_a_problem(
    client: TestClient, content: str | bytes, media_type: str, status: int
) -> None:
    answer = client.post("/sparql", content=content, headers={"content-type": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_query_is_needed(client: TestClient) -> None:
    assert client.get("/sparql?default-graph-uri=urn:x").status_code == 400


@pytest.mark.parametrize("media_type", MEDIA_TYPES["CONSTRUCT"])
def test_without_a_query_the_endpoint_describes_itself(client: TestClient, media_type: str) -> None:
    answer = client.get("/sparql", headers={"accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    triples = ox.serialize(
        (quad.triple for quad in ox.parse(answer.content, format=ox.RdfFormat.from_media_type(media_type))),
        format=ox.RdfFormat.N_TRIPLES,
    )
    described = rdflib.Graph().parse(data=triples, format="nt")
    endpoint = rdflib.URIRef(str(answer.url))
    assert described.value(endpoint, SD.endpoint) == endpoint
    assert (endpoint, SD.feature, SD.UnionDefaultGraph) in described
    dataset = described.value(endpoint, SD.defaultDataset)
    assert described.value(dataset, VOID.triples) == rdflib.Literal(len(service(client).store))


def test_the_graphs_that_are_described_are_those_of_the_documentation(client: TestClient) -> None:
    described = rdflib.Graph().parse(data=client.get("/sparql").text, format="turtle")
    names = {str(name) for name in described.objects(None, SD.name)}
    documented = set(re.findall(r"^\| `(bc:[a-z]+)` \|", GRAPHS, re.MULTILINE))
    assert names == {expand(name) for name in documented}
    found = client.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}).json()
    assert {g for row in found["results"]["bindings"] if ":article:" not in (g := row["g"]["value"])} <= names


def test_a_description_has_forms_too(client: TestClient) -> None:
    assert client.get("/sparql", headers={"accept": "text/html;q=1, image/png"}).status_code == 406


def test_every_example_can_be_asked(client: TestClient) -> None:
    examples = client.get("/sparql/examples").json()["items"]
    assert {"name", "title", "query"} == examples[0].keys()
    for example in examples:
        answer = client.get("/sparql", params={"query": example["query"]})
        assert answer.json()["results"]["bindings"], example["name"]
