"""Queries that no service survives in its own process: this one does, and goes on answering the others."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from graph.store import open_store
from tests.serving import serving
from tests.stories import fill

THREEFOLD = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {THREEFOLD} }}"  # takes little memory, and hours
HUGE = f"SELECT * {{ {THREEFOLD} }} ORDER BY ?c ?f ?i"  # takes all memory that there is
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
SOON = 10.0  # seconds, for what takes far less on an idle machine


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of one test alone: a service locks it."""
    folder = tmp_path / "store"
    with open_store(folder) as store:
        fill(store)
    return folder


@pytest.fixture(scope="module")
def address(stories: Path) -> Iterator[str]:
    limits = {
        "BACKCHANNEL_QUERY_MEMORY": "300000000",
        "BACKCHANNEL_QUERY_WORKERS": "2",
        "BACKCHANNEL_QUERY_BUDGET": "1000",
        "BACKCHANNEL_MAX_ANSWER": "20000000",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in limits.items():
            patch.setenv(name, value)
        with serving(stories) as address:
            yield address


def ask(address: str, query: str, *, sender: str = "127.0.0.1", **parameters: object) -> httpx.Response:
    with httpx.Client(transport=httpx.HTTPTransport(local_address=sender), timeout=60) as client:
        return client.get(
            f"{address}/sparql",
            params={"query": query, **{name: str(value) for name, value in parameters.items()}},
            headers={"Accept": "text/csv"},
        )


def wait_for_workers(address: str) -> float:
    """Seconds until a query is answered."""
    begin = time.monotonic()
    assert ask(address, "SELECT (1 AS ?n) {}").text.split() == ["n", "1"]
    return time.monotonic() - begin


@pytest.mark.parametrize(
    ("query", "status", "kind"),
    [(ENDLESS, 504, "late"), (HUGE, 503, "overloaded"), (LARGE, 413, "answer-too-large")],
)
def test_what_passes_a_limit_is_stopped_with_a_problem(address: str, query: str, status: int, kind: str) -> None:
    wait_for_workers(address)
    begin = time.monotonic()
    answer = ask(address, query, timeout=3 if kind == "late" else 30)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["type"].endswith(kind)
    assert ("retry-after" in answer.headers) == (status == 503)
    if kind == "late":
        assert time.monotonic() - begin < 3 + SOON
    assert wait_for_workers(address) < SOON


def test_a_hostile_caller_does_not_keep_another_waiting(address: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        hostile = [pool.submit(ask, address, ENDLESS, timeout=4) for _ in range(4)]
        time.sleep(1)
        begin = time.monotonic()
        answers = [ask(address, "ASK {}", sender="127.0.0.2").status_code for _ in range(5)]
        assert time.monotonic() - begin < 4
        assert answers == [200] * 5
        assert not any(future.done() for future in hostile[1:])
        assert {future.result().status_code for future in hostile} == {504}


def test_a_query_stops_when_nobody_waits_for_it(address: str) -> None:
    for _ in range(3):  # more than there are workers for one caller
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{address}/sparql", params={"query": ENDLESS}, timeout=0.5)
    assert wait_for_workers(address) < SOON


def test_a_long_answer_is_whole_and_leaves_no_file(address: str) -> None:
    answer = ask(address, LARGE + " LIMIT 50000")
    assert answer.status_code == 200
    assert len(answer.content) == int(answer.headers["content-length"]) > 2**20
    assert answer.text.count("\n") == 50_001


def test_nothing_is_left_when_the_service_ends(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    checkpoints = store.with_name("store.checkpoints")
    with serving(store) as address:
        assert ask(address, LARGE + " LIMIT 50000").status_code == 200
        assert checkpoints.exists()
    assert not checkpoints.exists()
    assert not list(tmp_path.glob("backchannel-*"))


def test_a_query_after_a_write_sees_it(tmp_path: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?article a schema:NewsArticle }"
    with serving(tmp_path / "store") as address:
        for expected in range(1, 4):
            text = f"Rubio met Lavrov in Geneva {expected} times."
            assert httpx.post(f"{address}/articles", json={"text": text}, timeout=60).status_code == 201
            assert ask(address, count).text.split() == ["n", str(expected)]


def test_a_repeated_question_is_not_run_again(address: str) -> None:
    first = ask(address, LARGE + " LIMIT 1")
    tag = first.headers["etag"]
    asked = {"query": LARGE + " LIMIT 1"}
    again = httpx.get(
        f"{address}/sparql", params=asked, headers={"Accept": "text/csv", "If-None-Match": f'"x", W/{tag}'}
    )
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = httpx.get(f"{address}/sparql", params=asked, headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert other.headers["etag"] != tag
    assert "etag" not in ask(address, "SELECT (NOW() AS ?n) {}").headers


def test_a_caller_who_uses_too_much_is_told_when_to_come_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCHANNEL_QUERY_BUDGET", "0.5")
    with serving(store) as address:
        assert ask(address, ENDLESS, timeout=1).status_code == 504
        refused = ask(address, "ASK {}")
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 60
        assert ask(address, "ASK {}", sender="127.0.0.2").status_code == 200
