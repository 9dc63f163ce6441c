"""Checkpoints: frozen copies of a store, on which other processes read while this one writes on."""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store.store import Store


@dataclass(slots=True, eq=False)
class Checkpoint:
    """The store as it was at a version, in a folder to open read-only, for as long as somebody reads it."""

    folder: Path
    version: int
    readers: int = 0


class Checkpoints:
    """Publishes a checkpoint when a reader comes after a change, and removes those that nobody reads any more.

    ``folder`` belongs to this object alone: what an earlier process left in it is removed. On the disk of the store a
    checkpoint is made of links and costs milliseconds. Any thread may ask.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._lock = threading.Lock()
        self._latest: Checkpoint | None = None
        self._count = 0
        shutil.rmtree(folder, ignore_errors=True)

    def acquire(self) -> Checkpoint:
        """The store as it stands now; to be released. Raises `StoreUnavailable`."""
        with self._lock:
            if self._latest is None or self._latest.version != self._store.version:
                before, self._latest = self._latest, self._published()
                self._tidy(before)
            self._latest.readers += 1
            return self._latest

    def release(self, checkpoint: Checkpoint) -> None:
        """Let go of a checkpoint."""
        with self._lock:
            checkpoint.readers -= 1
            if checkpoint is not self._latest:
                self._tidy(checkpoint)

    def close(self) -> None:
        """Remove all of them."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _published(self) -> Checkpoint:
        self._count += 1
        folder = self._folder / str(self._count)
        with self._store.exclusive():
            self._store.freeze(folder)
            return Checkpoint(folder, self._store.version)

    def _tidy(self, checkpoint: Checkpoint | None) -> None:
        if checkpoint is not None and not checkpoint.readers:
            shutil.rmtree(checkpoint.folder, ignore_errors=True)
