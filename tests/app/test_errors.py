from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import Quad

from app.errors import STATUSES
from app.settings import Settings
from graph import errors
from graph.rdf.terms import node
from graph.store import open_store
from tests.app.conftest import connect, service


@pytest.mark.parametrize(
    ("method", "address", "status", "type_"),
    [
        ("GET", "/nothing", 404, "not-found"),
        ("GET", "/static/nothing", 404, "not-found"),
        ("PUT", "/actors", 405, "method-not-allowed"),
        ("GET", "/actors/nobody", 404, "not-found"),
        ("GET", "/actors?limit=x", 422, "invalid"),
        ("GET", "/sparql?query=x", 400, "bad-query"),
    ],
)
def test_every_failure_is_a_problem_document(
    client: TestClient, method: str, address: str, status: int, type_: str
) -> None:
    answer = client.request(method, address)
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (problem["status"], problem["type"]) == (status, f"urn:backchannel:problem:{type_}")
    assert problem["title"]
    assert problem["detail"]


def test_a_method_that_is_not_allowed_names_those_that_are(client: TestClient) -> None:
    assert "GET" in client.put("/actors").headers["allow"]


def test_what_is_invalid_is_named_and_not_repeated(client: TestClient) -> None:
    problem = client.get("/actors?limit=personal").json()
    assert problem["errors"][0]["in"] == "query.limit"
    assert "personal" not in str(problem)


def test_every_error_of_ours_has_a_status() -> None:
    assert set(errors.BackchannelError.__subclasses__()) <= set(STATUSES)


def test_a_fault_is_logged_and_its_particulars_stay_here(caplog: pytest.LogCaptureFixture) -> None:
    with connect(Settings(store=Path(":memory:"))) as client:
        # A claim without its parts, as no ingestion writes one.
        service(client).store.apply(
            add=[Quad(node("claim:0"), node("rdf:subject"), node("actor:x"), node("article:x"))]
        )
        answer = client.get("/claims/0")
    assert (answer.status_code, answer.headers["content-type"]) == (500, "application/problem+json")
    assert "the store is damaged" not in answer.text
    assert "the store is damaged" in caplog.text


def test_a_store_in_use_keeps_the_service_from_starting(tmp_path: Path) -> None:
    with (
        open_store(tmp_path / "store"),
        pytest.raises(errors.StoreUnavailable, match="Another process"),
        connect(Settings(store=tmp_path / "store")),
    ):
        pass


def test_a_store_that_went_away_is_a_503() -> None:
    with connect(Settings(store=Path(":memory:"))) as client:
        service(client).store.close()
        answer = client.get("/health")
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:backchannel:problem:store-unavailable")
    assert answer.headers["retry-after"] == "5"
