"""Tables: the fields of an entry as CSV, as a JSON array, and as JSON lines."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

from graph.errors import BadInput
from graph.kb.row import Row, row
from graph.model import Rejected
from graph.reading import content

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LISTS = ("aliases", "demonyms", "capitals", "surnames")
OFFICE = ("title", "of", "from", "to")


def from_csv(path: Path, text: str) -> Iterator[Row | Rejected]:
    """One actor a row under a header of the fields; ";" parts what a list holds, "|" the parts of an office."""
    head = text.split("\n", 1)[0]
    reader = csv.DictReader(
        StringIO(text, newline=""), delimiter="\t" if "\t" in head else ",", restkey="", strict=True
    )
    if "name" not in (reader.fieldnames or ()):
        raise BadInput(f"{path}: the first line names no column `name`")
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Rejected(f"{path}:{reader.line_num}", f"no row of CSV ({error})")
            continue
        if cells is None:
            return
        yield _csv_row(f"{path}:{reader.line_num}", cells)


def _csv_row(origin: str, cells: dict[str, Any]) -> Row | Rejected:
    if "" in cells:
        return Rejected(origin, "has more cells than the header")
    fields: dict[str, Any] = {name.strip(): (cell or "").strip() for name, cell in cells.items()}
    for name in LISTS:
        fields[name] = _parts(fields.get(name, ""), ";")
    fields["offices"] = [_office(office) for office in _parts(fields.get("offices", ""), ";")]
    return row(origin, fields)


def _office(text: str) -> dict[str, str]:
    cells = zip(OFFICE, (part.strip() for part in text.split("|")), strict=False)
    return {name: cell for name, cell in cells if cell}


def _parts(text: str, separator: str) -> list[str]:
    return [part.strip() for part in text.split(separator) if part.strip()]


def from_json(path: Path, text: str) -> Iterator[Row | Rejected]:
    """Objects with the fields, one a line or in an array."""
    for origin, value in objects(path, text):
        yield value if isinstance(value, Rejected) else row(origin, value)


def objects(path: Path, text: str) -> Iterator[tuple[str, dict[str, Any] | Rejected]]:
    """The objects of an array (``file#1`` is the first) or of lines (``file:1``), each with where it stands."""
    if text.lstrip().startswith("["):
        yield from _array(path, text)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        origin = f"{path}:{number}"
        try:
            if line.strip():
                yield origin, content.fields(line.encode())
        except BadInput as error:
            yield origin, Rejected(origin, str(error))


def _array(path: Path, text: str) -> Iterator[tuple[str, dict[str, Any] | Rejected]]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path}: not JSON ({error})") from None
    for number, value in enumerate(values, start=1):
        origin = f"{path}#{number}"
        yield origin, value if isinstance(value, dict) else Rejected(origin, "not a JSON object")
