"""The ledger: who judged what and who undid it, when and why; one JSON line each in a file that only grows.

Undoing a judgement takes it out of the store without a trace, so what was once decided stands here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime  # read when a line is
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from graph.errors import StoreUnavailable
from graph.model import Judgement

NAME = "judgements.jsonl"


@dataclass(frozen=True, slots=True)
class Entry:
    """One deed: a judgement was made or undone; ``by`` and ``reason`` are of who did that, where they said so."""

    at: datetime
    act: Literal["made", "undone"]
    by: str | None
    reason: str | None
    judgement: Judgement


_ENTRY = TypeAdapter(Entry)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The file in a store's folder; a store in memory (None) keeps none."""

    folder: Path | None

    def write(self, entry: Entry) -> None:
        """One line, on the disk before this returns: it is written before the store is changed.

        A process that dies in between leaves a line too many, never one too few; what holds is what the store holds.
        Raises StoreUnavailable where the line cannot be written: what is unaccounted for is not done.
        """
        if self.folder is None:
            return
        path = self.folder / NAME
        try:
            with path.open("ab+") as file:
                file.write((b"" if _is_whole(path) else b"\n") + _ENTRY.dump_json(entry) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreUnavailable(f"the journal {path} cannot be written: {error.strerror}") from error

    def read(self) -> list[Entry]:
        """All entries, the oldest first. A line that was cut off is none: what it was to tell of was never begun."""
        if self.folder is None or not (self.folder / NAME).exists():
            return []
        lines = (self.folder / NAME).read_bytes().splitlines()
        return [entry for line in lines if (entry := _entry(line))]


def _is_whole(path: Path) -> bool:
    return path.read_bytes()[-1:] in (b"", b"\n")


def _entry(line: bytes) -> Entry | None:
    try:
        return _ENTRY.validate_json(line)
    except ValidationError:
        return None
