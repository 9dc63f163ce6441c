"""Plain text: one article a file, described by a JSON file of the same stem where there is one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import BadInput
from graph.model import Article, Rejected
from graph.reading import content, fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 4 * fields.MAX_CHARACTERS  # no character takes more than four
SIDECAR_BYTES = 1_000_000
LEADING_DATE = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def articles(path: Path) -> Iterator[Article | Rejected]:
    """The file's one article; its id is the file's stem unless the sidecar says otherwise."""
    try:
        text = content.decode(load(path, limit=MAX_BYTES))
        yield fields.article({"date": leading_date(path.stem)} | sidecar(path) | {"text": text}, default_id=path.stem)
    except BadInput as error:
        yield Rejected(str(path), str(error))


def sidecar(path: Path) -> dict[str, object]:
    """The metadata beside ``NAME.txt`` in ``NAME.json``; empty where there is no such file."""
    beside = path.with_suffix(".json")
    if not beside.exists():
        return {}
    try:
        return content.fields(load(beside, limit=SIDECAR_BYTES))
    except BadInput as error:
        raise BadInput(f"{beside.name}: {error}") from None


def leading_date(stem: str) -> str | None:
    """The day that a file's name begins with, if that is one: ``2025-03-16-us-russia`` -> ``2025-03-16``."""
    found = LEADING_DATE.match(stem)
    try:
        return str(fields.day("date", found.group())) if found else None
    except BadInput:
        return None


def load(path: Path, *, limit: int) -> bytes:
    """The file's bytes, no more than ``limit`` of them."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}") from None
    if len(data) > limit:
        raise BadInput(f"too large, more than {limit:,} bytes")
    return data
