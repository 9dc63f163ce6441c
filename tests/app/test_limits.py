from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from tests.app.conftest import connect


@pytest.fixture(scope="module")
def small() -> Iterator[TestClient]:
    with connect(Settings(store=Path(":memory:"), max_body=100)) as client:
        yield client


def pieces(length: int) -> Iterator[bytes]:
    yield from (b"x" for _ in range(length))


@pytest.mark.parametrize("address", ["/articles", "/sparql"])
@pytest.mark.parametrize("counted", [True, False])
def test_a_body_beyond_the_limit_is_refused(small: TestClient, address: str, counted: bool) -> None:
    media_type = "application/json" if address == "/articles" else "application/sparql-query"
    body = b"x" * 101 if counted else pieces(101)
    answer = small.post(address, content=body, headers={"content-type": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (413, "application/problem+json")
    assert "100 bytes" in answer.json()["detail"]


def test_a_body_at_the_limit_is_read(small: TestClient) -> None:
    query = "ASK { ?s ?p ?o }".ljust(100)
    answer = small.post("/sparql", content=query, headers={"content-type": "application/sparql-query"})
    assert answer.status_code == 200
