"""What a worker does with one query; how it is stopped stands in tests/app/test_queries.py."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import BadQuery, TooLarge
from graph.store import open_store
from graph.store.worker import INLINE, Asked, answer

CSV = "text/csv"
MANY = Asked("SELECT * { GRAPH <urn:g> { ?s ?p ?o } }", CSV)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("worker") / "store"
    graph, predicate = ox.NamedNode("urn:g"), ox.NamedNode("urn:p")
    with open_store(folder) as store:
        store.apply(
            add=[ox.Quad(ox.NamedNode(f"urn:{i}"), predicate, ox.Literal("x" * 100), graph) for i in range(20_000)]
        )
    return folder


def test_a_short_answer_comes_as_it_is(folder: Path, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    assert answer(folder, Asked("SELECT (1 AS ?n) {}", CSV), spool, INLINE) == b"n\r\n1\r\n"
    assert not spool.exists()


def test_a_long_answer_comes_in_a_file(folder: Path, tmp_path: Path) -> None:
    spool = tmp_path / "spool"
    assert answer(folder, MANY, spool, 10 * INLINE) == spool
    assert len(spool.read_bytes().split()) == 20_001
    assert spool.stat().st_size > INLINE


def test_an_answer_beyond_the_limit_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match=f"{2 * INLINE:,} bytes"):
        answer(folder, MANY, tmp_path / "spool", 2 * INLINE)
    assert not list(tmp_path.iterdir())


def test_graphs_of_the_protocol_are_kept_to(folder: Path, tmp_path: Path) -> None:
    asked = Asked("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", CSV, default_graphs=(ox.NamedNode("urn:other"),))
    assert answer(folder, asked, tmp_path / "spool", INLINE) == b"n\r\n0\r\n"


def test_what_cannot_be_read_says_so(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadQuery, match="line 1"):
        answer(folder, Asked("SELECT * {", CSV), tmp_path / "spool", INLINE)
