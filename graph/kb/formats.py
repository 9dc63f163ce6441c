"""Formats: how a file with actors is read, and which of them it is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.errors import BadInput
from graph.kb import cameo, followthemoney, tables
from graph.reading import content

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from graph.kb.row import Row
    from graph.model import Rejected

READERS: Mapping[str, Callable[[Path, str], Iterator[Row | Rejected]]] = {
    "csv": tables.from_csv,
    "json": tables.from_json,
    "ftm": followthemoney.rows,
    "cameo": cameo.rows,
}
_SAMPLE = 100_000  # characters by which a format is guessed
_FTM = re.compile(r'"(?:schema|properties)"\s*:')
_CAMEO = re.compile(r"^[^\s,;#\[]+\s*\[[A-Z]{3,}[^\]]*\]|^\+\S+_\s*$|^\s+\[[A-Z]{3,}[^\]]*\]", re.MULTILINE)


def rows(path: Path, format_: str | None = None) -> Iterator[Row | Rejected]:
    """The rows of a file; BadInput where the file as a whole cannot be read, or nobody can tell its format."""
    if format_ is not None and format_ not in READERS:
        raise BadInput(f"{format_!r} is no format; {', '.join(READERS)} are")
    try:
        text = content.decode(path.read_bytes())
    except OSError as error:
        raise BadInput(f"{path} cannot be read: {error.strerror}") from None
    except BadInput as error:
        raise BadInput(f"{path}: {error}") from None
    return READERS[format_ or guessed(path, text)](path, text)


def guessed(path: Path, text: str) -> str:
    """The format by the content, else by the file's name."""
    sample = text[:_SAMPLE]
    if sample.lstrip().startswith(("{", "[")):
        return "ftm" if _FTM.search(sample) else "json"
    head = sample.split("\n", 1)[0]
    if "name" in re.split(r"[,\t\r]", head.lower()):
        return "csv"
    if _CAMEO.search(sample):
        return "cameo"
    raise BadInput(f"{path}: of unknown format; say which with --format")
