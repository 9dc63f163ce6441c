"""States of a store under a name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store, open_store
from graph.store.snapshots import Snapshots
from tests.graph.store.test_checkpoints import quad, values


class Clock:
    """A clock that is set by hand."""

    now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return open_store(tmp_path / "store" if request.param == "disk" else ":memory:")


@pytest.fixture
def snapshots(store: Store, tmp_path: Path, clock: Clock) -> Snapshots:
    return Snapshots(store, tmp_path / "snapshots", most=3, clock=clock)


def test_a_snapshot_stays_as_it_was(store: Store, snapshots: Snapshots, clock: Clock) -> None:
    store.apply(add=[quad("1")])
    first = snapshots.make("first", title="The first.")
    clock.now += timedelta(hours=1)
    store.apply(add=[quad("2")])
    second = snapshots.make()
    assert [snapshot.id for snapshot in snapshots.all()] == [second.id, "first"]
    assert snapshots.get("first") == first
    assert (first.title, first.expires, first.version) == ("The first.", None, second.version - 1)
    assert (values(snapshots.folder("first")), values(snapshots.folder(second.id))) == (["1"], ["1", "2"])


def test_snapshots_outlive_the_process(store: Store, snapshots: Snapshots, tmp_path: Path, clock: Clock) -> None:
    made = snapshots.make("kept", days=1)
    (tmp_path / "snapshots" / ".new-of-a-killed-process").mkdir()
    again = Snapshots(store, tmp_path / "snapshots", most=3, clock=clock)
    assert again.all() == [made]
    assert [path.name for path in (tmp_path / "snapshots").iterdir()] == ["kept"]


def test_a_snapshot_expires(snapshots: Snapshots, tmp_path: Path, clock: Clock) -> None:
    snapshots.make("brief", days=2)
    clock.now += timedelta(days=1)
    assert snapshots.get("brief").id == "brief"
    clock.now += timedelta(days=1)
    with pytest.raises(NotFound):
        snapshots.get("brief")
    assert snapshots.all() == []
    assert not list((tmp_path / "snapshots").iterdir())


def test_an_id_given_anew_is_another_folder(store: Store, snapshots: Snapshots) -> None:
    snapshots.make("a")
    before = snapshots.folder("a")
    snapshots.remove("a")
    assert not before.exists()
    store.apply(add=[quad("1")])
    snapshots.make("a")
    assert snapshots.folder("a") != before
    assert values(snapshots.folder("a")) == ["1"]


def test_ids_are_taken_once_and_numbers_are_limited(snapshots: Snapshots) -> None:
    snapshots.make("a")
    with pytest.raises(Conflict, match="already"):
        snapshots.make("a")
    snapshots.make("b")
    snapshots.make("c")
    with pytest.raises(Conflict, match="delete one"):
        snapshots.make("d")


@pytest.mark.parametrize("id_", ["../store", "", "A", ".new-x", "a/b", "x" * 65])
def test_an_id_is_no_path(snapshots: Snapshots, id_: str) -> None:
    with pytest.raises(BadInput):
        snapshots.make(id_)
    for ask in (snapshots.get, snapshots.folder, snapshots.remove):
        with pytest.raises(NotFound):
            ask(id_)
