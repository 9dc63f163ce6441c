from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from tests.app.conftest import connect


@pytest.mark.parametrize(
    ("from_", "to"),
    [("marco-rubio", "keir-starmer"), ("Marco Rubio", "Keir Starmer"), ("actor:marco-rubio", "starmer")],
)
def test_every_hop_opens_its_sentences(client: TestClient, from_: str, to: str) -> None:
    answer = client.get("/paths", params={"from": from_, "to": to, "k": 1}).json()
    assert (answer["source"]["name"], answer["target"]["name"]) == ("Marco Rubio", "Keir Starmer")
    (path,) = answer["items"]
    assert [actor["name"] for actor in path["actors"]] == [
        "Marco Rubio",
        "Sergei Lavrov",
        "Vladimir Putin",
        "Keir Starmer",
    ]
    assert [hop["source"] for hop in path["hops"]] == [actor["id"] for actor in path["actors"][:-1]]
    sentences = [hop["evidence"][0]["sentence"] for hop in path["hops"]]
    assert sentences[1:] == ["Putin met Lavrov.", "Starmer accused Putin."]
    for hop in path["hops"]:
        for evidence in hop["evidence"]:
            text = client.get(f"/articles/{evidence['article']}").json()["text"]
            assert text[evidence["begin"] : evidence["end"]] == evidence["sentence"]


def test_several_paths(client: TestClient) -> None:
    answer = client.get("/paths", params={"from": "rubio", "to": "starmer", "k": 5}).json()
    assert answer["total"] == len(answer["items"]) == 2


@pytest.mark.parametrize(
    "query", ["from=rubio&to=macron", "from=rubio&to=starmer&max_hops=2", "from=rubio&to=starmer&predicate=met_with"]
)
def test_no_path_is_an_empty_list(client: TestClient, query: str) -> None:
    answer = client.get(f"/paths?{query}")
    assert (answer.status_code, answer.json()["items"]) == (200, [])


def test_an_unknown_actor_brings_suggestions(client: TestClient) -> None:
    answer = client.get("/paths", params={"from": "Rubbio", "to": "starmer"})
    assert (answer.status_code, answer.json()["suggestions"]) == (404, ["Marco Rubio"])


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("from=rubio&to=rubio", 400),
        ("from=rubio&to=starmer&k=21", 400),
        ("from=rubio&to=starmer&k=0", 422),
        ("from=rubio&to=starmer&max_hops=7", 400),
        ("from=rubio", 422),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, query: str, status: int) -> None:
    answer = client.get(f"/paths?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_limits_are_settings() -> None:
    with connect(Settings(store=Path(":memory:"), max_paths=1)) as client:
        client.post("/articles", json={"text": "Rubio spoke with Lavrov."})
        assert client.get("/paths?from=rubio&to=lavrov&k=2").status_code == 400
        assert client.get("/paths?from=rubio&to=lavrov&k=1").json()["total"] == 1
