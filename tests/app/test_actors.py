from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from tests.app.conftest import connect, service
from tests.stories import fill


def test_actors_are_listed(client: TestClient) -> None:
    answer = client.get("/actors", params={"limit": 2, "country": "RUS"}).json()
    assert (answer["total"], answer["limit"], answer["offset"]) == (3, 2, 0)
    assert [actor["id"] for actor in answer["items"]] == ["actor:sergei-lavrov", "actor:vladimir-putin"]


def test_those_without_a_name_can_be_asked_for(client: TestClient) -> None:
    totals = [client.get("/actors", params={"named": named}).json()["total"] for named in ("only", "all")]
    assert totals == [8, 9]


@pytest.mark.parametrize("actor", ["marco-rubio", "actor:marco-rubio", "Marco Rubio", "rubio"])
def test_an_actor_has_contacts_with_sentences(client: TestClient, actor: str) -> None:
    answer = client.get(f"/actors/{actor}").json()
    assert answer["actor"]["name"] == "Marco Rubio"
    lavrov, zelensky = answer["contacts"]["items"]
    assert (lavrov["actor"]["id"], lavrov["count"], lavrov["last"]) == ("actor:sergei-lavrov", 2, "2025-03-16")
    assert zelensky["claims"][0]["sentence"] == {"text": "Rubio met Zelensky.", "begin": 0, "end": 19}


def test_every_edge_of_a_network_has_its_evidence(client: TestClient) -> None:
    answer = client.get("/actors/marco-rubio/network").json()
    assert [node["name"] for node in answer["nodes"]] == ["Marco Rubio", "Sergei Lavrov", "Volodymyr Zelensky"]
    edge = next(edge for edge in answer["edges"] if edge["target"] == "actor:sergei-lavrov")
    assert (edge["source"], edge["predicates"], edge["count"]) == ("actor:marco-rubio", ["spoke_with"], 2)
    evidence = edge["evidence"][0]
    assert evidence["sentence"].startswith("Rubio spoke with Lavrov")
    assert (evidence["attributed_to"], evidence["attributed_to_name"]) == ("actor:kremlin", "Kremlin")
    assert (evidence["place"], evidence["time"]["begin"]) == ("place:riyadh", "2025-03-16")
    claim = client.get(f"/claims/{evidence['claim']}").json()
    assert claim["sentence"]["text"] == evidence["sentence"]


@pytest.mark.parametrize(("query", "contacts"), [("limit=1", 1), ("limit=50", 2), ("depth=2", 3), ("depth=3", 4)])
def test_a_network_is_as_large_as_is_asked(client: TestClient, query: str, contacts: int) -> None:
    answer = client.get(f"/actors/marco-rubio/network?{query}").json()
    assert len(answer["nodes"]) == 1 + contacts
    ids = {node["id"] for node in answer["nodes"]}
    assert all({edge["source"], edge["target"]} <= ids for edge in answer["edges"])


def test_evidence_is_cut_at_the_setting() -> None:
    with connect(Settings(store=Path(":memory:"), max_evidence=1)) as client:
        fill(service(client).store)
        edges = client.get("/actors/marco-rubio/network").json()["edges"]
    assert {(edge["count"], len(edge["evidence"])) for edge in edges} == {(2, 1), (1, 1)}


@pytest.mark.parametrize(
    ("address", "status", "detail"),
    [
        ("/actors/nobody", 404, "nobody"),
        ("/actors/nobody/network", 404, "nobody"),
        ("/actors?limit=501", 400, "500"),
        ("/actors?limit=0", 422, "limit"),
        ("/actors?offset=-1", 422, "offset"),
        ("/actors?type=robot", 422, "type"),
        ("/actors/marco-rubio/network?limit=201", 400, "200"),
        ("/actors/marco-rubio/network?depth=4", 422, "depth"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, address: str, status: int, detail: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]
