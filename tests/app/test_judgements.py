from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from graph.store import open_store
from tests.app.conftest import connect
from tests.stories import CALL, STORIES, Who, fill

SERGEY = Who("actor:sergej-lawrow", "Lavrov", "Sergej Lawrow", country="RUS")
WHY = {"by": "ann", "reason": "Two spellings of one name."}
MERGE = {"kind": "merge", "subject": "Sergej Lawrow", "object": "sergei-lavrov", **WHY}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store") as store:
        fill(store, *STORIES, replace(CALL, id="sergey", object=SERGEY))
    return tmp_path / "store"


@pytest.fixture
def service(folder: Path) -> Iterator[TestClient]:
    with connect(Settings(store=folder)) as client:
        yield client


def answers(client: TestClient) -> list[Any]:
    """What the service says of everybody."""
    routes = ("/actors?limit=100", "/actors/sergei-lavrov", "/paths?from=putin&to=rubio", "/events?limit=100")
    query = "/sparql?query=SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(?g != bc:state) } ORDER BY ?g ?s ?p ?o"
    return [client.get(route).json() for route in (*routes, query)]


def test_a_merge_is_followed_everywhere_until_it_is_undone(service: TestClient) -> None:
    before = answers(service)
    made = service.post("/judgements", json=MERGE)
    assert made.status_code == 201
    assert made.json()["subject"] == "actor:sergej-lawrow"
    assert service.get(made.headers["location"]).json() == made.json()
    assert service.get("/judgements?of=actor:sergei-lavrov").json()["items"] == [made.json()]

    about = service.get("/actors/sergej-lawrow").json()["actor"]
    assert (about["id"], about["aliases"]) == ("actor:sergei-lavrov", ["Sergej Lawrow"])
    (hop,) = service.get("/paths?from=rubio&to=Sergej Lawrow&k=1").json()["items"][0]["hops"]
    assert hop["count"] == 3
    assert {one["article"] for one in hop["evidence"]} == {"call", "again", "sergey"}
    edges = service.get("/actors/rubio/network").json()["edges"]
    assert sum(edge["count"] for edge in edges if "actor:sergei-lavrov" in (edge["source"], edge["target"])) == 3
    assert service.get("/events?actor=Sergej Lawrow&limit=1").json()["total"] == 5

    assert service.delete(made.headers["location"]).json() == made.json()
    assert answers(service) == before
    assert service.get(made.headers["location"]).status_code == 404
    assert service.get("/judgements").json()["total"] == 0


def test_what_stands_against_a_judgement_is_a_conflict(service: TestClient) -> None:
    apart = service.post("/judgements", json={**MERGE, "kind": "not_same"})
    assert apart.status_code == 201
    refused = service.post("/judgements", json=MERGE)
    assert refused.status_code == 409
    assert refused.json()["type"] == "urn:backchannel:problem:conflict"
    assert apart.json()["id"] in refused.json()["detail"]


def test_a_retracted_claim_is_gone_and_comes_back(service: TestClient) -> None:
    (claim,) = service.get("/actors/merkel").json()["contacts"]["items"][0]["claims"]
    made = service.post("/judgements", json={"kind": "retract", "subject": claim["id"], **WHY})
    assert service.get("/actors/merkel").json()["contacts"]["total"] == 0
    gone = service.get(f"/claims/{claim['id']}")
    assert gone.status_code == 404
    assert made.json()["id"] in gone.json()["detail"]
    service.delete(made.headers["location"])
    assert service.get(f"/claims/{claim['id']}").json() == claim


def test_a_split_a_name_and_a_type(service: TestClient) -> None:
    split = {"kind": "split", "subject": "rubio", "articles": ["summit"], "value": "Mario Rubio", **WHY}
    new = service.post("/judgements", json=split).json()["object"]
    assert [one["actor"]["name"] for one in service.get(f"/actors/{new}").json()["contacts"]["items"]] == [
        "Volodymyr Zelensky"
    ]
    service.post("/judgements", json={"kind": "rename", "subject": new, "value": "M. Rubio", **WHY})
    service.post("/judgements", json={"kind": "retype", "subject": new, "value": "group", **WHY})
    about = service.get(f"/actors/{new}").json()["actor"]
    assert (about["name"], about["type"]) == ("M. Rubio", "group")


def test_events_that_tell_of_one_happening_are_counted_once(service: TestClient) -> None:
    def happenings() -> int:
        total = service.get("/events?distinct=true").json()["total"]
        assert isinstance(total, int)
        return total

    before = happenings()
    one, other = (story.event().id for story in STORIES[:2])
    made = service.post("/judgements", json={"kind": "same_happening", "subject": one, "object": other, **WHY})
    assert (made.status_code, happenings()) == (201, before - 1)
    refused = service.post("/judgements", json={"kind": "not_same", "subject": one, "object": other, **WHY})
    assert refused.status_code == 409
    service.delete(made.headers["location"])
    assert happenings() == before


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        ({**MERGE, "subject": "Nobody"}, 404, "Nobody"),
        ({**MERGE, "object": None}, 400, "object"),
        ({**MERGE, "kind": "rename"}, 400, "value"),
        ({**MERGE, "kind": "retype", "value": "alien"}, 400, "type"),
        ({**MERGE, "kind": "split"}, 400, "articles"),
        ({**MERGE, "kind": "marry"}, 422, "kind"),
        ({**MERGE, "reason": " "}, 400, "why"),
        ({**MERGE, "by": ""}, 400, "who"),
        ({"kind": "same_happening", "subject": "event:none", "object": "event:other", **WHY}, 404, "event:none"),
        ({"kind": "not_same", "subject": "event:none", **WHY}, 400, "object"),
        ({"kind": "retract", "subject": "claim:none", **WHY}, 404, "claim:none"),
        ({"kind": "merge"}, 422, "subject"),
    ],
)
def test_a_bad_judgement_is_a_problem_and_changes_nothing(
    service: TestClient, body: dict[str, Any], status: int, detail: str
) -> None:
    before = answers(service)
    answer = service.post("/judgements", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert detail in answer.json()["detail"]
    assert answers(service) == before


def test_only_who_may_write_may_judge(folder: Path) -> None:
    with connect(Settings(store=folder), address="192.0.2.1") as abroad:
        assert abroad.post("/judgements", json=MERGE).status_code == 403
        assert abroad.delete("/judgements/none").status_code == 403
        assert abroad.get("/judgements").status_code == 200


def test_a_form_of_another_page_cannot_judge(service: TestClient) -> None:
    assert service.post("/judgements", data=MERGE).status_code == 415


def test_the_journal_tells_who_made_and_undid_what(tmp_path: Path) -> None:
    with fill(open_store(tmp_path)):
        pass
    new = {"kind": "rename", "subject": "marco-rubio", "value": "Mr Rubio", "by": "ann", "reason": "So."}
    with connect(Settings(store=tmp_path)) as client:
        made = client.post("/judgements", json=new).json()
        client.delete(f"/judgements/{made['id']}", params={"by": "bob", "reason": "Not so."})
        found = client.get("/judgements/journal").json()["items"]
    assert [(one["act"], one["by"], one["reason"], one["judgement"]) for one in found] == [
        ("undone", "bob", "Not so.", made),
        ("made", "ann", "So.", made),
    ]
