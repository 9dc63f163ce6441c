"""Oxigraph in this process: on disk in a folder, or in memory."""

from __future__ import annotations

import re
import threading
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from typing import IO, TYPE_CHECKING, Self

import pyoxigraph as ox

from graph.errors import BadInput, BadQuery, Refused, StoreUnavailable, TooLarge
from graph.names import BASE, PREFIXES, expand
from graph.store.query import MEDIA_TYPES, examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from graph.store.store import Row, Term

ANSWER = 64 * 2**20  # bytes; an answer is held in memory whole, so that an error never follows half a body
STATE = ox.NamedNode(expand("state"))
"""The graph of what the store knows about itself; no part of what it holds."""
BASE_IRI = f"{BASE}base/"
"""What a relative IRI of a query is relative to, where it says no BASE."""
THIS = ox.NamedNode(expand("store"))
VERSION = ox.NamedNode(expand("version"))

# In the update itself, so that version and change are committed together.
_NEXT_VERSION = f"""
DELETE {{ GRAPH {STATE} {{ {THIS} {VERSION} ?old }} }} INSERT {{ GRAPH {STATE} {{ {THIS} {VERSION} ?new }} }}
WHERE {{ OPTIONAL {{ GRAPH {STATE} {{ {THIS} {VERSION} ?old }} }} BIND(COALESCE(?old, 0) + 1 AS ?new) }}"""


class EmbeddedStore:
    """A `Store` on Oxigraph. ``folder`` None keeps everything in memory.

    One process owns a folder. A read-only opening works beside it and sees the store as it was at that moment; it is
    meant for one question, not for a service, since the owner may tidy away files under it.
    """

    def __init__(self, folder: Path | None = None, *, read_only: bool = False) -> None:
        self._store = _open(folder, read_only=read_only)
        self._folder = folder
        self._lock = threading.RLock()
        self._read_only = read_only
        self._closed = False

    @property
    def folder(self) -> Path | None:
        """See `Store.folder`."""
        return self._folder

    @property
    def version(self) -> int:
        """See `Store.version`."""
        states = self._engine.quads_for_pattern(THIS, VERSION, None, STATE)
        return next((int(quad.object.value) for quad in states if isinstance(quad.object, ox.Literal)), 0)

    def select(self, query: str, /, **values: Term) -> list[Row]:
        """See `Store.select`."""
        found = self._run(query, values)
        if not isinstance(found, ox.QuerySolutions):
            raise BadQuery("A SELECT was expected.")
        names = [variable.value for variable in found.variables]
        with _reading():
            return [{name: term for name, term in zip(names, row, strict=True) if term is not None} for row in found]

    def ask(self, query: str, /, **values: Term) -> bool:
        """See `Store.ask`."""
        found = self._run(query, values)
        if not isinstance(found, ox.QueryBoolean):
            raise BadQuery("An ASK was expected.")
        return bool(found)

    def construct(self, query: str, /, **values: Term) -> list[ox.Triple]:
        """See `Store.construct`."""
        found = self._run(query, values)
        if not isinstance(found, ox.QueryTriples):
            raise BadQuery("A CONSTRUCT or DESCRIBE was expected.")
        with _reading():
            return list(found)

    def answer(
        self,
        query: str,
        /,
        *,
        media_type: str,
        default_graphs: Sequence[ox.NamedNode] = (),
        named_graphs: Sequence[ox.NamedNode] = (),
    ) -> bytes:
        """See `Store.answer`."""
        body = _Body()
        self.write_answer(query, body, media_type=media_type, default_graphs=default_graphs, named_graphs=named_graphs)
        return body.getvalue()

    def write_answer(
        self,
        query: str,
        out: IO[bytes],
        /,
        *,
        media_type: str,
        default_graphs: Sequence[ox.NamedNode] = (),
        named_graphs: Sequence[ox.NamedNode] = (),
    ) -> None:
        """Write what `answer` answers as it comes, so that an error may follow a part of it."""
        kind = examine(query).kind
        if media_type not in MEDIA_TYPES[kind]:
            raise BadInput(f"{kind} is answered in {', '.join(MEDIA_TYPES[kind])}, not in {media_type}.")
        found = self._run(query, {}, default_graphs=default_graphs, named_graphs=named_graphs)
        # Serialising runs outside the interpreter's lock, stepping through rows in Python would not.
        with _reading():
            if isinstance(found, ox.QueryTriples):
                found.serialize(out, format=ox.RdfFormat.from_media_type(media_type))
            else:
                found.serialize(out, format=ox.QueryResultsFormat.from_media_type(media_type))

    def match(
        self,
        subject: ox.NamedNode | ox.BlankNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """See `Store.match`."""
        with _reading():
            for quad in self._engine.quads_for_pattern(subject, predicate, object, graph):
                if graph is not None or quad.graph_name != STATE:
                    yield quad

    def apply(
        self,
        *,
        drop: Iterable[ox.NamedNode] = (),
        remove: Iterable[ox.Quad] = (),
        add: Iterable[ox.Quad] = (),
    ) -> None:
        """See `Store.apply`."""
        # One update is one transaction of the engine; it has no other that both removes and adds.
        steps = [f"DROP SILENT GRAPH {graph}" for graph in drop]
        steps += [f"DELETE DATA {{ {data} }}" for data in _data(remove)]
        steps += [f"INSERT DATA {{ {data} }}" for data in _data(add)]
        with self._lock, _writing():
            self._engine.update(" ;\n".join([*steps, _NEXT_VERSION]))

    def freeze(self, folder: Path) -> None:
        """See `Store.freeze`."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        with self._lock, _writing():
            if self._folder is not None:
                self._engine.backup(folder)
            else:
                copy = ox.Store(folder)
                copy.bulk_extend(self._engine)
                copy.flush()

    def exclusive(self) -> AbstractContextManager[object]:
        """See `Store.exclusive`."""
        return self._lock

    def dump(self, out: IO[bytes], *, media_type: str) -> None:
        """See `Store.dump`."""
        rdf_format = ox.RdfFormat.from_media_type(media_type)
        if rdf_format is None or not rdf_format.supports_datasets:
            raise BadInput(f"{media_type} cannot hold graphs; choose TriG, N-Quads or JSON-LD.")
        ox.serialize(self.match(), out, format=rdf_format, prefixes=PREFIXES)

    def __len__(self) -> int:
        return len(self._engine) - sum(1 for _ in self._engine.quads_for_pattern(None, None, None, STATE))

    def close(self) -> None:
        """See `Store.close`."""
        if self._closed:
            return
        # Without it the next opening has to repeat what was written last, which takes seconds.
        if not self._read_only:
            with _writing():
                self._store.flush()
        self._closed = True
        del self._store  # the engine frees its lock when the last reference goes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def _engine(self) -> ox.Store:
        if self._closed:
            raise StoreUnavailable("The store is closed.")
        return self._store

    def _run(
        self,
        query: str,
        values: dict[str, Term],
        *,
        default_graphs: Sequence[ox.NamedNode] = (),
        named_graphs: Sequence[ox.NamedNode] = (),
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        union = not (examine(query).dataset or default_graphs or named_graphs)
        with _reading():
            return self._engine.query(
                query,
                base_iri=BASE_IRI,
                prefixes=PREFIXES,
                use_default_graph_as_union=union,
                default_graph=list(default_graphs) or None,
                named_graphs=list(named_graphs) or None,
                substitutions={ox.Variable(name): value for name, value in values.items()},
            )


class _Body(BytesIO):
    """Bytes in memory, up to a limit."""

    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # the engine writes nothing but bytes
        if self.tell() + len(data) > ANSWER:
            raise TooLarge(f"The answer is larger than {ANSWER // 2**20} MiB; ask for less, or add a LIMIT.")
        return super().write(data)


def _data(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """The quads as SPARQL data, one block a graph; the terms are written by the engine's own N-Triples writer."""
    for graph, members in groupby(sorted(quads, key=lambda quad: str(quad.graph_name)), lambda quad: quad.graph_name):
        triples = ox.serialize((quad.triple for quad in members), format=ox.RdfFormat.N_TRIPLES)
        yield f"GRAPH {graph} {{\n{(triples or b'').decode()}}}"


def _open(folder: Path | None, *, read_only: bool) -> ox.Store:
    if folder is None:
        return ox.Store()
    try:
        if read_only:
            return ox.Store.read_only(str(folder))
        folder.parent.mkdir(parents=True, exist_ok=True)
        return ox.Store(folder)
    except FileNotFoundError as error:
        raise StoreUnavailable(f"There is no store in {folder}.") from error
    except OSError as error:
        reason = "Another process uses it" if "lock" in str(error).lower() else str(error)
        raise StoreUnavailable(f"The store in {folder} cannot be opened. {reason}.") from error


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise BadQuery(_explained(str(error))) from error
    except RuntimeError as error:
        # Among others a value for a variable that a SELECT does not answer with, which could not take effect.
        raise BadQuery(str(error)) from error
    except OSError as error:
        raise StoreUnavailable(f"The store cannot be read: {error}") from error


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(f"The store cannot be written: {error}") from error
    except RuntimeError as error:
        raise Refused("The store is open for reading only.") from error


def _explained(message: str) -> str:
    """``"error at 2:9: expected …"`` -> ``"The query does not parse at line 2, column 9: expected …"``."""
    found = re.match(r"error at (\d+):(\d+): ?(.*)", message)
    if not found:
        return f"The query does not parse: {message}"
    line, column, expected = found.groups()
    return f"The query does not parse at line {line}, column {column}: {expected[:200]}"
