"""Row: what a file holds at one place, an entry that can be used, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import BadInput
from graph.kb.entry import Entry, entry
from graph.model import Rejected

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Row:
    """An entry and where it stands; ``own_id`` is what its collection calls it, if that tells namesakes apart."""

    origin: str
    entry: Entry
    own_id: str | None = None


def row(origin: str, fields: Mapping[str, object], own_id: str | None = None) -> Row | Rejected:
    """The row of these fields, empty ones left out, or why they make none."""
    try:
        return Row(origin, entry({name: value for name, value in fields.items() if value}), own_id)
    except BadInput as error:
        return Rejected(origin, str(error))
