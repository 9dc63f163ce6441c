from fastapi.testclient import TestClient

COUNT = "SELECT (COUNT(*) AS ?n) { ?article a schema:NewsArticle }"


def count(client: TestClient, **parameters: str) -> str:
    answer = client.get("/sparql", params={"query": COUNT, **parameters})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_a_query_can_be_asked_of_a_snapshot(scratch: TestClient) -> None:
    before = int(count(scratch))
    made = scratch.post("/snapshots", json={"id": "before", "title": "Before the article."})
    assert (made.status_code, made.headers["location"]) == (201, "snapshots/before")
    scratch.post("/articles", json={"text": "Rubio met Lavrov in Geneva."})
    assert (count(scratch), count(scratch, snapshot="before")) == (str(before + 1), str(before))
    form = scratch.post("/sparql?snapshot=before", data={"query": COUNT})
    assert form.json()["results"]["bindings"][0]["n"]["value"] == str(before)
    listed = scratch.get("/snapshots").json()
    assert scratch.get("/snapshots/before").json() == made.json()
    assert made.json() in listed["items"]


def test_what_is_asked_of_a_snapshot_stays_known(scratch: TestClient) -> None:
    scratch.post("/snapshots", json={"id": "lasting"})
    parameters = {"query": COUNT, "snapshot": "lasting"}
    tag = scratch.get("/sparql", params=parameters).headers["etag"]
    scratch.post("/articles", json={"text": "Xi met Modi in Kazan."})
    assert scratch.get("/sparql", params=parameters, headers={"If-None-Match": tag}).status_code == 304
    assert scratch.get("/sparql", params={"query": COUNT}).headers["etag"] != tag


def test_a_snapshot_goes(scratch: TestClient) -> None:
    scratch.post("/snapshots", json={"id": "brief", "days": 1})
    assert scratch.delete("/snapshots/brief").json()["expires"] is not None
    for answer in (
        scratch.get("/snapshots/brief"),
        scratch.delete("/snapshots/brief"),
        scratch.get("/sparql", params={"query": COUNT, "snapshot": "brief"}),
    ):
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_what_cannot_be_kept_is_a_problem(scratch: TestClient) -> None:
    scratch.post("/snapshots", json={"id": "taken"})
    assert scratch.post("/snapshots", json={"id": "taken"}).status_code == 409
    assert scratch.post("/snapshots", json={"id": "../taken"}).status_code == 400
    assert scratch.post("/snapshots", json={"days": 0}).status_code == 422
    assert scratch.post("/snapshots", content="{}", headers={"content-type": "text/plain"}).status_code == 415
