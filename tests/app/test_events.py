import pytest
from fastapi.testclient import TestClient

from tests.stories import CALL


def test_an_event_is_found_by_its_id(client: TestClient) -> None:
    listed = client.get("/events").json()["items"][0]
    with_prefix, without = listed["id"], listed["id"].removeprefix("event:")
    assert client.get(f"/events/{with_prefix}").json() == client.get(f"/events/{without}").json() == listed
    assert listed["sentence"]["text"] == CALL.text


@pytest.mark.parametrize(
    ("query", "articles"),
    [
        ("actor=putin&type=accuse", {"charge", "speech"}),
        ("place=riyadh", {"call"}),
        ("from=2025-02-28&to=2025-03-01", {"again"}),
        ("polarity=negative", {"denial"}),
        ("modality=planned", {"plan"}),
        ("article=visit", {"visit"}),
        ("predicate=spoke_with&from=2025-03-01", {"call"}),
    ],
)
def test_filters(client: TestClient, query: str, articles: set[str]) -> None:
    answer = client.get(f"/events?{query}").json()
    assert {event["article"]["id"] for event in answer["items"]} == articles
    assert answer["total"] == len(articles)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/events/unknown", 404),
        ("/events?actor=nobody", 404),
        ("/events?place=nowhere", 404),
        ("/events?from=yesterday", 422),
        ("/events?modality=maybe", 422),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: TestClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
