"""The client against a real service: ``backchannel serve`` on a store that holds the seed article."""

import socket
from collections.abc import Iterator
from datetime import date

import pandas as pd
import pytest
import rdflib

from graph.client import Client
from graph.errors import BadInput, BadQuery, NotFound, Overloaded, Refused, StoreUnavailable
from graph.names import expand
from tests.serving import SEED, filled, free_port, serving

RUBIO, LAVROV = "actor:marco-rubio", "actor:sergei-lavrov"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(filled(tmp_path_factory.mktemp("client") / "store", SEED)) as served:
        yield served


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Client]:
    with Client(address) as opened:
        yield opened


def test_a_select_is_a_typed_table(client: Client) -> None:
    table = client.sparql(
        "SELECT ?x ?published ?length { ?x schema:datePublished ?published ; nif:isString ?text"
        " BIND(STRLEN(?text) AS ?length) }"
    )
    assert isinstance(table, pd.DataFrame)
    assert table["published"].tolist() == [pd.Timestamp("2025-03-16")]
    assert table["length"].tolist() == [len(SEED.read_bytes().decode())]
    assert table["x"].tolist() == [expand("article:2025-03-16-us-russia-ukraine")]


@pytest.mark.parametrize(("whom", "expected"), [("sergei-lavrov", True), ("keir-starmer", False)])
def test_an_ask_is_a_bool(client: Client, whom: str, expected: bool) -> None:
    assert client.sparql(f"ASK {{ {RUBIO} bc:spoke_with actor:{whom} }}") is expected


def test_a_construct_is_a_graph(client: Client) -> None:
    graph = client.sparql("CONSTRUCT WHERE { actor:marco-rubio bc:spoke_with ?whom }")
    assert isinstance(graph, rdflib.Graph)
    assert rdflib.URIRef(expand(LAVROV)) in set(graph.objects())


def test_every_hop_of_a_path_has_its_sentence(client: Client) -> None:
    (path,) = client.path("Rubio", "Lavrov")
    assert [actor.id for actor in path.actors] == [RUBIO, LAVROV]
    text = SEED.read_bytes().decode()
    assert all(hop.evidence for hop in path.hops)
    assert all(text[one.begin : one.end] == one.sentence for hop in path.hops for one in hop.evidence)
    assert repr(path).startswith("Marco Rubio – Sergei Lavrov\n")
    assert "US Secretary of State Marco Rubio spoke with" in repr(path)


def test_the_next_path_leads_through_somebody_else(client: Client) -> None:
    first, second = client.path("marco-rubio", "sergei-lavrov", k=2)
    assert len(first.hops) < len(second.hops)


def test_a_network_is_a_networkx_graph_with_its_sentences(client: Client) -> None:
    network = client.network("Lavrov")
    assert network.nodes[RUBIO] == {"name": "Marco Rubio", "type": "person", "country": "USA"}
    both = {str(key): about for *ends, key, about in network.edges(keys=True, data=True) if {*ends} == {RUBIO, LAVROV}}
    assert "spoke_with" in {about["predicate"] for about in both.values()}
    assert {about["published"] for about in both.values()} == {date(2025, 3, 16)}
    assert all(client.claim(claim).sentence.text == about["sentence"] for claim, about in both.items())


def test_a_claim_is_known_by_its_id(client: Client) -> None:
    (path,) = client.path("Rubio", "Lavrov")
    one = path.hops[0].evidence[0]
    claim = client.claim(one.claim)
    assert claim == client.claim(one.claim.removeprefix("claim:"))
    assert (claim.subject.id, claim.predicate, claim.object.id) == (one.subject, one.predicate, one.object)
    assert claim.article.published == date(2025, 3, 16)


def test_actors_are_a_table(client: Client) -> None:
    assert client.actors("lavrov")["id"].tolist() == [LAVROV]
    assert client.actors("nobody of that name").empty
    events = client.actors()["events"].tolist()
    assert events == sorted(events, reverse=True)


def test_what_the_service_says_is_raised(client: Client) -> None:
    with pytest.raises(NotFound, match="Rubioo") as unknown:
        client.path("Rubioo", "Lavrov")
    assert "Marco Rubio" in unknown.value.suggestions
    with pytest.raises(BadQuery, match="line 1"):
        client.sparql("SELECT ?x WHERE {")
    with pytest.raises(Refused, match="SERVICE"):
        client.sparql("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    with pytest.raises(BadInput, match="two different actors"):
        client.path("Rubio", "Rubio")
    with pytest.raises(BadInput, match="limit"):
        client.actors(limit=-1)


def test_no_service_is_said() -> None:
    with (
        Client(f"http://127.0.0.1:{free_port()}") as nobody,
        pytest.raises(StoreUnavailable, match="cannot be reached"),
    ):
        nobody.actors()


def test_a_service_that_does_not_answer_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with Client(address, timeout=0.2) as client, pytest.raises(Overloaded, match="within the timeout"):
            client.actors()
