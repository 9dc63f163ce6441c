"""The journal: one JSON line for everything that an ingestion read or could not read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from graph.errors import StoreUnavailable

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Journal:
    """A file that only grows; with None for a path nothing is written."""

    path: Path | None

    def write(self, origin: str, outcome: str, **facts: str | int) -> None:
        """One line: the time in UTC, where the item came from, what became of it, and what else is known.

        Raises StoreUnavailable where the line cannot be written, since what is unaccounted for counts as lost.
        """
        if self.path is None:
            return
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, "origin": origin, "outcome": outcome, **facts}, ensure_ascii=False)
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
        except OSError as error:
            raise StoreUnavailable(f"the journal {self.path} cannot be written: {error.strerror}") from error
