"""A worker: a process that answers queries from outside on a frozen copy of the store.

The engine cannot stop a query that it has begun, and some queries take its process down: what runs here can be killed,
and takes nothing but itself down.
"""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import TooLarge
from graph.store.embedded import EmbeddedStore

if TYPE_CHECKING:
    from typing import IO

    from pyoxigraph import NamedNode

INLINE = 2**20  # bytes; an answer that is no longer comes back as it is, a longer one in a file
_NICE = 5  # the service itself goes first
_opened: dict[Path, EmbeddedStore] = {}


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, the media type of its answer, and the graphs that the protocol names; none stands for all."""

    text: str
    media_type: str
    default_graphs: tuple[NamedNode, ...] = ()
    named_graphs: tuple[NamedNode, ...] = ()


def begin(memory: int) -> None:
    """Confine this process to so many bytes of memory, where the system can; the one who started it stops it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # at once: no handler of Python's runs while the engine does
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.nice(_NICE)


def answer(folder: Path, asked: Asked, spool: Path, most: int) -> bytes | Path:
    """The answer, or the file ``spool`` with it, to a query on the store in a folder.

    Raises what `EmbeddedStore.answer` raises, and `TooLarge` for an answer of more than ``most`` bytes.
    """
    with _Body(spool, most) as body:
        _store(folder).write_answer(
            asked.text,
            body,
            media_type=asked.media_type,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
        )
        return body.finished()


def _store(folder: Path) -> EmbeddedStore:
    """The store in a folder, opened once; that of the question before is closed, since it is out of date."""
    if folder not in _opened:
        for store in _opened.values():
            store.close()
        _opened.clear()
        _opened[folder] = EmbeddedStore(folder, read_only=True)
    return _opened[folder]


class _Body(BytesIO):
    """Bytes in memory, and in a file from `INLINE` on, up to a limit."""

    def __init__(self, spool: Path, most: int) -> None:
        super().__init__()
        self._spool = spool
        self._most = most
        self._file: IO[bytes] | None = None
        self._written = 0
        self._is_kept = False

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # the engine writes nothing but bytes
        self._written += len(data)
        if self._written > self._most:
            raise TooLarge(f"The answer is larger than {self._most:,} bytes; ask for less, or add a LIMIT.")
        if self._file is None and self._written > INLINE:
            self._file = self._spool.open("wb")
            self._file.write(self.getvalue())
        return self._file.write(data) if self._file is not None else super().write(data)

    def finished(self) -> bytes | Path:
        """The bytes, or the file that holds them."""
        if self._file is None:
            return self.getvalue()
        self._file.close()
        self._is_kept = True
        return self._spool

    def close(self) -> None:
        """Let go of the bytes, and of the file unless it is the answer."""
        if self._file is not None and not self._is_kept:
            self._file.close()
            self._spool.unlink(missing_ok=True)
        super().close()
