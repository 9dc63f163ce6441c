from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from tests.app.conftest import HERE, connect

ARTICLE = {"text": "Merkel met Macron."}
MEMORY = Path(":memory:")


@pytest.mark.parametrize(
    ("base_url", "address", "status"),
    [
        (HERE, "127.0.0.1", 201),
        ("http://localhost:8000", "::1", 201),
        (HERE, "192.0.2.7", 403),
        ("http://rebound.example", "127.0.0.1", 403),
        (HERE, "testclient", 403),
    ],
)
def test_without_a_token_only_this_machine_writes(base_url: str, address: str, status: int) -> None:
    with connect(Settings(store=MEMORY), base_url=base_url, address=address) as client:
        assert client.post("/articles", json=ARTICLE).status_code == status
        assert client.get("/articles").json()["total"] == (status == 201)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"authorization": "Bearer secret"}, 201),
        ({"authorization": "bearer secret"}, 201),
        ({"authorization": "Bearer Secret"}, 401),
        ({"authorization": "Bearer sécret"}, 401),
        ({"authorization": "Basic secret"}, 401),
        ({}, 401),
    ],
)
def test_with_a_token_it_is_needed_from_everywhere(headers: dict[str, str], status: int) -> None:
    settings = Settings.model_validate({"store": MEMORY, "write_token": "secret"})
    with connect(settings, base_url="https://graph.example", address="192.0.2.7") as client:
        sent = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        answer = client.post("/articles", json=ARTICLE, headers=sent)
        assert answer.status_code == status
        assert ("www-authenticate" in answer.headers) == (status == 401)
        assert client.get("/actors").status_code == 200


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_form_of_another_site_cannot_write(scratch: TestClient, media_type: str) -> None:
    body = b'{"text": "Merkel met Macron."}'
    answer = scratch.post("/articles", content=body, headers={"content-type": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (415, "application/problem+json")
    assert scratch.get("/articles").json()["total"] == 0
