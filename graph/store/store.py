"""The one interface to an RDF store, in pyoxigraph's terms."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol, Self, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Triple
from pyoxigraph import Literal as RdfLiteral

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pyoxigraph import Quad

Term: TypeAlias = NamedNode | BlankNode | RdfLiteral | Triple
Row: TypeAlias = dict[str, Term]


class Store(Protocol):
    """Quads, with queries and atomic changes.

    The default graph of every query is the union of all graphs, unless the query says FROM; the prefixes of
    `graph.names` need no declaration. Every method that takes a query raises `BadQuery` where it does not parse or
    passes a limit, `Refused` where it would fetch from elsewhere; every method raises `StoreUnavailable` where the
    store cannot be read or written. Any number of threads may read; writers take turns by `exclusive`.
    """

    @property
    def folder(self) -> Path | None:
        """Where it lies, with files of its own beside the quads; None in memory."""

    @property
    def version(self) -> int:
        """Grows by one with every `apply`, and outlives the process."""

    def select(self, query: str, /, **values: Term) -> list[Row]:
        """The rows of a SELECT, as name -> term without the unbound; each value stands in for the variable of its name.

        Values never become part of the query's text, so they may come from anybody. Raises `BadQuery` for a value
        that could not take effect: a SELECT must answer with its variable, an ASK or CONSTRUCT have it in a pattern.
        """

    def ask(self, query: str, /, **values: Term) -> bool:
        """Whether an ASK holds."""

    def construct(self, query: str, /, **values: Term) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""

    def answer(
        self,
        query: str,
        /,
        *,
        media_type: str,
        default_graphs: Sequence[NamedNode] = (),
        named_graphs: Sequence[NamedNode] = (),
    ) -> bytes:
        """The answer to anybody's query, whole, in one of ``MEDIA_TYPES[examine(query).kind]``.

        The graphs are those of the SPARQL protocol and take the place of what the query says FROM. Raises `BadInput`
        for a media type that this kind of query does not have, `Overloaded` for an answer that is too large.
        """

    def match(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads of this pattern, None standing for anything."""

    def apply(
        self,
        *,
        drop: Iterable[NamedNode] = (),
        remove: Iterable[Quad] = (),
        add: Iterable[Quad] = (),
    ) -> None:
        """Drop graphs, then remove quads, then add quads: all of it or nothing, also if the process is killed.

        What is removed may have no blank nodes, as they have no name by which to find them.
        """

    def freeze(self, folder: Path) -> None:
        """Copy the store as it stands into a new folder, which any process may then open read-only."""

    def exclusive(self) -> AbstractContextManager[object]:
        """Held by a writer from its first look at the store to its `apply`; the same thread may take it twice."""

    def dump(self, out: IO[bytes], *, media_type: str) -> None:
        """Write everything, in a media type that has graphs: TriG, N-Quads or JSON-LD."""

    def __len__(self) -> int: ...

    def close(self) -> None:
        """Let go of the store; it cannot be used afterwards."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
