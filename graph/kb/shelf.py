"""Shelf: the folder in which imported knowledge is kept, one file a source, and from which it is loaded."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from graph.errors import BadInput, NotFound, StoreUnavailable
from graph.linking.knowledge import Knowledge, knowledge, known_of
from graph.names import digest, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from graph.kb.entry import Entry
    from graph.linking.known import Known


@dataclass(frozen=True, slots=True)
class Source:
    """What was imported under one name: from which file, on which day, how many entries; ``digest`` of its content."""

    name: str
    file: str
    day: str
    entries: int
    digest: str


class Shelf:
    """The sources in a folder. A folder that is not there is an empty one; it is made when something is put there."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def sources(self) -> list[Source]:
        """What was imported, by name."""
        files = sorted(self.folder.glob("*.jsonl")) if self.folder is not None else []
        return [_head(file) for file in files]

    def known(self, *, without: str | None = None) -> Iterator[Known]:
        """The actors of all sources, or of all but one; BadInput where a file was damaged."""
        for source in self.sources():
            if source.name != without:
                yield from self._actors(source.name)

    def _actors(self, source: str) -> Iterator[Known]:
        path = self._path(source)
        with path.open(encoding="utf-8") as file:
            next(file, None)
            for number, line in enumerate(file, start=2):
                try:
                    yield known_of(json.loads(line), source)
                except (ValueError, KeyError, TypeError, AttributeError):
                    raise BadInput(f"{path}:{number} was damaged; import {source} again, or remove it") from None

    def knowledge(self, *, without: str | None = None) -> Knowledge:
        """The ontology's knowledge with all sources beside it, or all but one; loaded anew at each call."""
        own = knowledge()
        imported = tuple(self.known(without=without))
        return Knowledge(own.actors, own.roles, imported, state=self.state()) if imported else own

    def state(self) -> str:
        """A hash of all that is there; empty where nothing is."""
        found = [f"{source.name} {source.digest}" for source in self.sources()]
        return digest(*found) if found else ""

    def put(self, source: str, file: str, day: str, entries: Sequence[Entry]) -> Source:
        """Keep the entries as that source, in the place of what it held; all of them or, on a crash, none."""
        lines = [entry.line() for entry in entries]
        head = Source(source, file, day, len(lines), digest(*lines))
        try:
            _replace(self._path(source), "".join(f"{line}\n" for line in (json.dumps(asdict(head)), *lines)))
        except OSError as error:
            raise StoreUnavailable(f"{self.folder} cannot be written: {error.strerror}") from None
        return head

    def remove(self, source: str) -> None:
        """Take a source away; raises `NotFound`."""
        if source not in (names := tuple(each.name for each in self.sources())):
            raise NotFound(f"Nothing was imported as {source!r}.", suggestions=names)
        self._path(source).unlink()

    def _path(self, source: str) -> Path:
        if self.folder is None:
            raise BadInput("a store in memory keeps no knowledge; name a folder in BACKCHANNEL_KNOWLEDGE")
        if source != slug(source):
            raise BadInput(f"{source!r} is no name for a source such as {slug(source)}")
        return self.folder / f"{source}.jsonl"


def _head(file: Path) -> Source:
    with file.open(encoding="utf-8") as lines:
        try:
            return Source(**json.loads(next(lines, "")))
        except (ValueError, TypeError):
            raise BadInput(f"{file} is no knowledge that was imported; import it again, or remove it") from None


def _replace(path: Path, text: str) -> None:
    """Write beside the file and put it in its place at once, so that there is never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
