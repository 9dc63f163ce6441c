"""Frozen copies of a store."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.store import Store, open_store
from graph.store.checkpoints import Checkpoints
from graph.store.embedded import EmbeddedStore

QUERY = "SELECT ?o { GRAPH <urn:g> { ?s <urn:p> ?o } } ORDER BY ?o"


def quad(value: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode("urn:s"), ox.NamedNode("urn:p"), ox.Literal(value), ox.NamedNode("urn:g"))


def values(folder: Path) -> list[str]:
    with EmbeddedStore(folder, read_only=True) as frozen:
        return [str(row["o"].value) for row in frozen.select(QUERY) if isinstance(row["o"], ox.Literal)]


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return open_store(tmp_path / "store" if request.param == "disk" else ":memory:")


def test_a_checkpoint_stays_as_it_was(store: Store, tmp_path: Path) -> None:
    checkpoints = Checkpoints(store, tmp_path / "checkpoints")
    store.apply(add=[quad("1")])
    first = checkpoints.acquire()
    store.apply(add=[quad("2")])
    second = checkpoints.acquire()
    assert (values(first.folder), values(second.folder)) == (["1"], ["1", "2"])
    assert (first.version, second.version) == (store.version - 1, store.version)


def test_without_a_change_there_is_no_other(store: Store, tmp_path: Path) -> None:
    checkpoints = Checkpoints(store, tmp_path / "checkpoints")
    assert checkpoints.acquire() is checkpoints.acquire()


def test_a_checkpoint_goes_when_it_is_old_and_unread(store: Store, tmp_path: Path) -> None:
    checkpoints = Checkpoints(store, tmp_path / "checkpoints")
    first = checkpoints.acquire()
    store.apply(add=[quad("1")])
    second = checkpoints.acquire()
    assert first.folder.exists()
    checkpoints.release(first)
    assert not first.folder.exists()
    checkpoints.release(second)
    assert second.folder.exists()
    store.apply(add=[quad("2")])
    checkpoints.acquire()
    assert not second.folder.exists()
    checkpoints.close()
    assert not (tmp_path / "checkpoints").exists()


def test_what_a_killed_process_left_is_removed(store: Store, tmp_path: Path) -> None:
    (tmp_path / "checkpoints" / "1").mkdir(parents=True)
    checkpoint = Checkpoints(store, tmp_path / "checkpoints").acquire()
    assert values(checkpoint.folder) == []
