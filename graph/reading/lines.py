"""Lines: JSON lines, one article a line; a line that fails takes no other with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from graph.errors import BadInput
from graph.model import Article, Rejected
from graph.reading import content, fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# JSON may write a character in twelve bytes (two escapes of six).
MAX_BYTES = 12 * fields.MAX_CHARACTERS


def articles(path: Path) -> Iterator[Article | Rejected]:
    """The file's articles, each line that holds none as ``Rejected`` with ``file:line``."""
    try:
        with path.open("rb") as file:
            yield from stream(file, origin=str(path))
    except OSError as error:
        yield Rejected(str(path), f"cannot be read: {error.strerror}")


def stream(file: BinaryIO, *, origin: str) -> Iterator[Article | Rejected]:
    """The articles of an open file, read as they come; blank lines count but are nothing."""
    empty = True
    for number, line in enumerate(cut(file), start=1):
        if line.strip(b"\xef\xbb\xbf \t\r\n"):
            empty = False
            yield one(line, origin=f"{origin}:{number}")
    if empty:
        yield Rejected(origin, "is empty")


def one(line: bytes, *, origin: str) -> Article | Rejected:
    """The article of one line."""
    try:
        if len(line) > MAX_BYTES:
            raise BadInput(f"too large, more than {MAX_BYTES:,} bytes in a line")
        return fields.article(content.fields(line))
    except BadInput as error:
        return Rejected(origin, str(error))


def cut(file: BinaryIO) -> Iterator[bytes]:
    """The lines; of one that is too long no more than shows that it is, so that none fills the memory."""
    while line := file.readline(MAX_BYTES + 1):
        rest = line
        while not rest.endswith(b"\n") and (rest := file.readline(MAX_BYTES + 1)):
            pass
        yield line
