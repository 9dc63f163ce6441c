"""Articles in the store: put in, replaced and taken out, each in one transaction with all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import rdf
from graph.derivation import of_article
from graph.errors import NotFound
from graph.homonyms import told_apart
from graph.rdf.terms import article_node, node
from graph.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pyoxigraph import NamedNode, Quad

    from graph.model import Article, Record, Run
    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds of one article: how many quads, events and claims, and whether that was news to it."""

    quads: int
    events: int
    claims: int
    changed: bool


def keep(
    store: Store, article: Article, record: Record, run: Run, *, knows: Callable[[str], bool] = lambda actor: False
) -> Kept:
    """Put an article in the store, in the place of what was known of it; nothing happens if it is there unchanged.

    Of people whom the extractor does not know beforehand (``knows``), namesakes are told apart.
    """
    with store.exclusive():
        already = kept(store, article, run)
        if already is not None:
            return already
        record = told_apart(View.of(store).said, article, record, knows=knows)
        new = list(rdf.quads(article, record, run=run))
        _replace(store, article_node(article.id), new)
        return Kept(len(new), len(record.events), len(record.claims), changed=True)


def kept(store: Store, article: Article, run: Run) -> Kept | None:
    """What the store holds of this very article, with this text and metadata, as this run read it; or None."""
    this, said = article_node(article.id), View.of(store).said
    if set(said.match(this, graph=this)) != set(rdf.head(article, run=run)):
        return None
    events = _count(said.match(None, node("trigger"), graph=this))
    claims = _count(said.match(None, node("rdf:subject"), graph=this))
    return Kept(_count(said.match(graph=this)), events, claims, changed=False)


def retract(store: Store, article_id: str) -> None:
    """Take an article out, with all that only it said; raises `NotFound`."""
    with store.exclusive():
        if not any(store.match(graph=article_node(article_id))):
            raise NotFound(f"There is no article {article_id!r}.")
        _replace(store, article_node(article_id), [])


def _replace(store: Store, graph: NamedNode, new: list[Quad]) -> None:
    view = View.of(store)
    old = list(view.said.match(graph=graph))
    change = of_article(view, graph, old, new)
    store.apply(drop=[graph] if old else [], remove=change.gone, add=[*new, *change.come])


def _count(quads: Iterable[Quad]) -> int:
    return sum(1 for _ in quads)
