"""Snapshots: states of a store that are kept under a name, so that a figure or a citation stays what it was."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from graph.errors import BadInput, Conflict, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.store.store import Store

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_ABOUT = "snapshot.json"
_UNFINISHED = ".new-"  # what a process that was killed leaves has such a name


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The store as it was at ``made``, when its version was ``version``; gone after ``expires``, if that is told."""

    id: str
    title: str
    made: datetime
    expires: datetime | None
    version: int


class Snapshots:
    """The snapshots of a store, in a folder of their own; on the store's disk each costs only what changed since."""

    def __init__(self, store: Store, folder: Path, *, most: int, clock: Callable[[], datetime] = _now) -> None:
        self._store = store
        self._folder = folder
        self._most = most
        self._clock = clock
        for unfinished in folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(unfinished, ignore_errors=True)

    def make(self, id: str | None = None, *, title: str = "", days: float | None = None) -> Snapshot:  # noqa: A002
        """Keep the store as it stands, for so many days or for good.

        Raises `BadInput` for an id that is not of letters, digits and hyphens, `Conflict` where it is taken or there
        are as many snapshots as there may be.
        """
        id_ = uuid4().hex[:12] if id is None else id
        if not _ID.fullmatch(id_):
            raise BadInput(f"{id_!r} cannot name a snapshot: a name has up to 64 small letters, digits and hyphens.")
        kept = self.all()
        if any(snapshot.id == id_ for snapshot in kept):
            raise Conflict(f"There is a snapshot {id_!r} already.")
        if len(kept) >= self._most:
            raise Conflict(f"There are {self._most} snapshots, which is the most; delete one first.")
        return self._made(id_, title, None if days is None else timedelta(days=days))

    def _made(self, id_: str, title: str, lasts: timedelta | None) -> Snapshot:
        unfinished = self._folder / f"{_UNFINISHED}{uuid4().hex}"
        with self._store.exclusive():
            self._store.freeze(unfinished / uuid4().hex)
            version = self._store.version
        made = self._clock()
        snapshot = Snapshot(id_, title, made, None if lasts is None else made + lasts, version)
        (unfinished / _ABOUT).write_text(_written(snapshot), encoding="utf-8")
        unfinished.rename(self._folder / id_)
        return snapshot

    def all(self) -> list[Snapshot]:
        """All that have not expired, the newest first; the others are removed."""
        found = [_read(path) for path in self._folder.glob(f"*/{_ABOUT}") if not path.parent.name.startswith(".")]
        for snapshot in found:
            if self._is_over(snapshot):
                self._remove(snapshot.id)
        return sorted((one for one in found if not self._is_over(one)), key=lambda one: one.made, reverse=True)

    def get(self, id: str) -> Snapshot:  # noqa: A002
        """The snapshot of that id; `NotFound` if there is none."""
        path = self._folder / id / _ABOUT
        snapshot = _read(path) if _ID.fullmatch(id) and path.is_file() else None
        if snapshot is None or self._is_over(snapshot):
            raise NotFound(f"There is no snapshot {id!r}.", suggestions=tuple(one.id for one in self.all()[:5]))
        return snapshot

    def folder(self, id: str) -> Path:  # noqa: A002
        """The store of a snapshot, to be opened read-only; another folder each time that the id is given anew."""
        self.get(id)
        return next(path for path in (self._folder / id).iterdir() if path.is_dir())

    def remove(self, id: str) -> Snapshot:  # noqa: A002
        """Let go of a snapshot; `NotFound` if there is none."""
        snapshot = self.get(id)
        self._remove(id)
        return snapshot

    def _remove(self, id_: str) -> None:
        gone = self._folder / f"{_UNFINISHED}{uuid4().hex}"
        (self._folder / id_).rename(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def _is_over(self, snapshot: Snapshot) -> bool:
        return snapshot.expires is not None and snapshot.expires <= self._clock()


def _written(snapshot: Snapshot) -> str:
    expires = snapshot.expires.isoformat() if snapshot.expires is not None else None
    about = {"id": snapshot.id, "title": snapshot.title, "made": snapshot.made.isoformat(), "expires": expires}
    return json.dumps({**about, "version": snapshot.version}, ensure_ascii=False)


def _read(path: Path) -> Snapshot:
    about = json.loads(path.read_text(encoding="utf-8"))
    expires = datetime.fromisoformat(about["expires"]) if about["expires"] else None
    return Snapshot(about["id"], about["title"], datetime.fromisoformat(about["made"]), expires, about["version"])
