import json
import threading
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from graph.kb.entry import Entry
from graph.kb.shelf import Shelf
from tests.app.conftest import connect, service

SEED = Path(__file__).parents[2] / "seeds" / "2025-03-16-us-russia-ukraine.txt"


def test_the_seed_becomes_events_and_paths(scratch: TestClient) -> None:
    article = {"id": "seed", "text": SEED.read_text(encoding="utf-8"), "published": "2025-03-16"}
    first = scratch.post("/articles", json=article)
    assert (first.status_code, first.json()["outcome"]) == (201, "new")
    plain = scratch.get("/events?article=seed&type=OTHER").json()["total"]
    assert first.json()["counts"]["events"] == len(first.json()["events"]) + plain
    assert len(first.json()["events"]) > 5
    assert scratch.get(first.headers["location"]).json()["text"] == article["text"]
    (path,) = scratch.get("/paths?from=rubio&to=lavrov&k=1").json()["items"]
    proofs = path["hops"][0]["evidence"]
    assert "spoke with" in next(proof["sentence"] for proof in proofs[::-1] if proof["predicate"] == "spoke_with")
    assert [proof["confidence"] for proof in proofs] == sorted((proof["confidence"] for proof in proofs), reverse=True)

    quads = scratch.get("/health").json()["quads"]
    again = scratch.post("/articles", json=article)
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    assert scratch.get("/health").json()["quads"] == quads


def test_an_article_of_the_same_id_is_replaced(scratch: TestClient) -> None:
    outcomes = [
        scratch.post("/articles", json={"id": "one", "text": text}).json()["outcome"]
        for text in ("Merkel met Macron.", "Merkel met Trudeau.")
    ]
    assert outcomes == ["new", "replaced"]
    assert scratch.get("/articles/one").json()["text"] == "Merkel met Trudeau."
    assert scratch.get("/events?article=one&actor=trudeau").json()["total"] == 1
    assert scratch.get("/actors/emmanuel-macron").status_code == 404


def test_an_id_may_be_an_address(scratch: TestClient) -> None:
    url = "https://news.example/a/b?c=d#e"
    answer = scratch.post("/articles", json={"text": "Merkel met Macron.", "url": url})
    assert (answer.status_code, answer.json()["id"]) == (201, url)
    assert scratch.get(answer.headers["location"]).json()["id"] == url


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        ({}, 422, "text"),
        ({"text": ""}, 400, "empty"),
        ({"text": " \n"}, 400, "empty"),
        ({"text": "a\0b"}, 400, "NUL"),
        ({"text": "a", "id": "\0"}, 400, "NUL"),
        ({"text": "\ud800"}, 400, "surrogate"),
        ({"text": "a" * 200_001}, 400, "too large"),
        ({"text": "a", "published": "yesterday"}, 400, "published"),
        ({"text": "a", "url": "javascript:alert(1)"}, 400, "url"),
        ({"text": 5}, 422, "text"),
        ([], 422, "body"),
    ],
)
def test_what_cannot_be_read_is_a_problem(scratch: TestClient, body: Any, status: int, detail: str) -> None:
    before = service(scratch).store.version
    content, media_type = json.dumps(body).encode(), "application/json"
    answer = scratch.post("/articles", content=content, headers={"content-type": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]
    assert service(scratch).store.version == before


def test_the_longest_text_is_a_setting() -> None:
    with connect(Settings(store=Path(":memory:"), max_text=10)) as client:
        assert client.post("/articles", json={"text": "x" * 11}).status_code == 400
        assert client.post("/articles", json={"text": "x" * 10}).status_code == 201


def test_articles_are_listed(client: TestClient) -> None:
    answer = client.get("/articles", params={"text": "summit"}).json()
    assert [article["title"] for article in answer["items"]] == ["The summit"]
    assert client.get("/articles", params={"to": "2025-03-16"}).json()["total"] == 0
    assert client.get("/articles/nothing").status_code == 404


def test_questions_are_answered_while_articles_are_read(scratch: TestClient) -> None:
    texts = [f"Merkel met Macron and {name}." for name in ("Trudeau", "Rutte", "Orban", "Tusk")]
    writers = [threading.Thread(target=scratch.post, args=("/articles",), kwargs={"json": {"text": t}}) for t in texts]
    for writer in writers:
        writer.start()
    answers = [scratch.get(address).status_code for address in ("/actors", "/events", "/health") for _ in range(5)]
    for writer in writers:
        writer.join(timeout=60)
    assert set(answers) == {200}
    assert scratch.get("/actors/angela-merkel").json()["actor"]["events"] >= len(texts)


def test_a_running_service_reads_with_what_was_imported_since(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "store")
    article = {"id": "a", "text": "The Lake Basin Front attacked Kenyan soldiers."}
    with connect(settings) as client:
        assert client.post("/articles", json=article).json()["outcome"] == "new"
        assert client.post("/articles", json=article).json()["outcome"] == "unchanged"
        front = Entry(id="basin-rebels", name="Lake Basin Front", type="group", country="KEN")
        Shelf(settings.shelf).put("own", "own.csv", "2026-01-02", [front])
        assert client.post("/articles", json=article).json()["outcome"] == "replaced"
        assert client.get("/actors/basin-rebels").status_code == 200
