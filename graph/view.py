"""The view: a store in which judgements have been carried out."""

from __future__ import annotations

from itertools import product
from typing import IO, TYPE_CHECKING, Self
from weakref import WeakKeyDictionary

from pyoxigraph import NamedNode

from graph.rdf import judgements
from graph.rdf.canon import Canon
from graph.rdf.terms import JUDGEMENTS, is_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from pyoxigraph import BlankNode, Quad, Triple

    from graph.store.store import Row, Store, Term

    Graph = NamedNode | None


class View:
    """A `Store` whose `match` shows the entities of articles as those that judgements make of them.

    Who was merged has the id of whom they were merged into, who was split off one of their own, and a retracted claim
    is found by its own id alone. ``said`` is the store below, with what the articles say. Queries in SPARQL go there:
    `canon` tells who is meant in their answers. Another ``canon`` than the store's shows what would follow from it.
    """

    def __init__(self, said: Store, canon: Canon | None = None) -> None:
        self.said = said
        self._canon = canon

    @classmethod
    def of(cls, store: Store) -> View:
        """The one view of a store; a view is its own."""
        if isinstance(store, View):
            return store
        view = _VIEWS.get(store)
        if view is None:
            view = _VIEWS[store] = cls(store)
        return view

    @property
    def canon(self) -> Canon:
        """Who is who, as all judgements in the store have it."""
        if self._canon is None:
            self._canon = Canon(judgements.read(self.said.match(graph=JUDGEMENTS)))
        return self._canon

    def match(
        self,
        subject: NamedNode | BlankNode | None = None,
        predicate: NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """See `Store.match`; what follows from the articles (``bc:entities``, ``bc:facts``) is as it stands."""
        if not self.canon:
            return self.said.match(subject, predicate, object, graph)
        return self._shown(subject, predicate, object, graph)

    def _shown(
        self, subject: NamedNode | BlankNode | None, predicate: NamedNode | None, object_: Term | None, graph: Graph
    ) -> Iterator[Quad]:
        canon = self.canon
        for s, o in product(_sources(canon, subject), _sources(canon, object_)):
            for quad in self.said.match(s, predicate, o, graph):  # type: ignore[arg-type]  # of the kinds given
                if is_article(quad.graph_name):
                    shown = canon.quad(quad)
                    hidden = subject is None and quad.subject in canon.retracted
                    if not hidden and subject in (None, shown.subject) and object_ in (None, shown.object):
                        yield shown
                elif (s, o) == (subject, object_):
                    yield quad

    def shown(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Rows of a query with everybody as who they are, without retracted claims.

        The graph that a row was found in must be its ``article``, a claim its ``claim``.
        """
        canon = self.canon
        for row in rows:
            if row.get("claim") not in canon.retracted:
                yield {name: canon.term(term, row["article"]) for name, term in row.items()} if canon else row

    def apply(self, *, drop: Iterable[NamedNode] = (), remove: Iterable[Quad] = (), add: Iterable[Quad] = ()) -> None:
        """See `Store.apply`; what is removed and added is what articles say and what follows from it."""
        try:
            self.said.apply(drop=drop, remove=remove, add=add)
        finally:
            self._canon = None

    @property
    def folder(self) -> Path | None:
        """See `Store.folder`."""
        return self.said.folder

    @property
    def version(self) -> int:
        """See `Store.version`."""
        return self.said.version

    def select(self, query: str, /, **values: Term) -> list[Row]:
        """See `Store.select`; the rows name entities as the articles do."""
        return self.said.select(query, **values)

    def ask(self, query: str, /, **values: Term) -> bool:
        """See `Store.ask`."""
        return self.said.ask(query, **values)

    def construct(self, query: str, /, **values: Term) -> list[Triple]:
        """See `Store.construct`."""
        return self.said.construct(query, **values)

    def answer(
        self,
        query: str,
        /,
        *,
        media_type: str,
        default_graphs: Sequence[NamedNode] = (),
        named_graphs: Sequence[NamedNode] = (),
    ) -> bytes:
        """See `Store.answer`."""
        return self.said.answer(query, media_type=media_type, default_graphs=default_graphs, named_graphs=named_graphs)

    def freeze(self, folder: Path) -> None:
        """See `Store.freeze`."""
        self.said.freeze(folder)

    def exclusive(self) -> AbstractContextManager[object]:
        """See `Store.exclusive`."""
        return self.said.exclusive()

    def dump(self, out: IO[bytes], *, media_type: str) -> None:
        """See `Store.dump`."""
        self.said.dump(out, media_type=media_type)

    def __len__(self) -> int:
        return len(self.said)

    def close(self) -> None:
        """See `Store.close`."""
        self.said.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


_VIEWS: WeakKeyDictionary[Store, View] = WeakKeyDictionary()


def _sources(canon: Canon, term: Term | NamedNode | BlankNode | None) -> Iterable[Term | NamedNode | BlankNode | None]:
    return canon.sources(term) if isinstance(term, NamedNode) else (term,)
