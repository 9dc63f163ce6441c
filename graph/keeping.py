"""Articles in the store: put in, replaced and taken out, each in one transaction with all that follows from it.

``bc:entities`` and ``bc:facts`` follow from the articles' graphs alone. They are kept current by looking at what a
change touches, and `rebuild` makes them anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph import rdf
from graph.errors import NotFound
from graph.rdf.derived import DESCRIBED, FACTUAL, NAME, OTHER_NAME, votes
from graph.rdf.terms import ENTITIES, FACTS, article_node, is_article, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from graph.model import Article, Record, Run
    from graph.store import Row, Store

_SYMMETRIC = (node("rdf:type"), node("owl:SymmetricProperty"), node("vocabulary"))


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds of one article: how many quads, events and claims, and whether that was news to it."""

    quads: int
    events: int
    claims: int
    changed: bool


def keep(store: Store, article: Article, record: Record, run: Run) -> Kept:
    """Put an article in the store, in the place of what was known of it; nothing happens if it is there unchanged."""
    with store.exclusive():
        already = kept(store, article, run)
        if already is not None:
            return already
        new = list(rdf.quads(article, record, run=run))
        _replace(store, article_node(article.id), new)
        return Kept(len(new), len(record.events), len(record.claims), changed=True)


def kept(store: Store, article: Article, run: Run) -> Kept | None:
    """What the store holds of this very article, with this text and metadata, as this run read it; or None."""
    this = article_node(article.id)
    if set(store.match(this, graph=this)) != set(rdf.head(article, run=run)):
        return None
    events = _count(store.match(None, node("trigger"), graph=this))
    claims = _count(store.match(None, node("rdf:subject"), graph=this))
    return Kept(_count(store.match(graph=this)), events, claims, changed=False)


def retract(store: Store, article_id: str) -> None:
    """Take an article out, with all that only it said; raises `NotFound`."""
    with store.exclusive():
        if not any(store.match(graph=article_node(article_id))):
            raise NotFound(f"There is no article {article_id!r}.")
        _replace(store, article_node(article_id), [])


def rebuild(store: Store) -> None:
    """Make ``bc:entities`` and ``bc:facts`` anew from all articles, for a vocabulary in which symmetry has changed."""
    with store.exclusive():
        said = [quad for part in DESCRIBED for quad in store.match(None, part) if is_article(quad.graph_name)]
        claims = [quad for part in _CLAIM for quad in store.match(None, part) if is_article(quad.graph_name)]
        derived = {*rdf.describe(said), *rdf.facts(claims, symmetric=_symmetric(store))}
        store.apply(drop=[ENTITIES, FACTS], add=derived)


def _replace(store: Store, graph: NamedNode, new: list[Quad]) -> None:
    old = list(store.match(graph=graph))
    gone, come = _entity_changes(store, graph, old, new)
    lost, found = _fact_changes(store, graph, old, new)
    store.apply(drop=[graph] if old else [], remove=[*gone, *lost], add=[*new, *come, *found])


def _entity_changes(store: Store, graph: NamedNode, old: list[Quad], new: list[Quad]) -> tuple[set[Quad], set[Quad]]:
    """What goes from and comes to ``bc:entities``: the properties for which the article's vote changes a count."""
    before, after = set(votes(old)), set(votes(new))
    winning = {quad for quad in after if _is_settled(store, quad)}
    withdrawn = {(quad.subject, quad.predicate) for quad in before - after}
    touched = withdrawn | {(quad.subject, quad.predicate) for quad in after - before - winning}
    gone: set[Quad] = set()
    come: set[Quad] = set()
    for entity, part in touched:
        if isinstance(entity, NamedNode):
            others = [quad for quad in store.match(entity, part) if is_article(quad.graph_name)]
            ballot = [quad for quad in others if quad.graph_name != graph]
            ballot += [quad for quad in after if (quad.subject, quad.predicate) == (entity, part)]
            gone |= _described(store, entity, part)
            come |= set(rdf.describe(ballot))
    return gone - come, come - gone


def _is_settled(store: Store, vote: Quad) -> bool:
    """Whether a vote more for what most say already, which changes nothing."""
    return any(store.match(vote.subject, vote.predicate, vote.object, ENTITIES))  # type: ignore[arg-type]


def _described(store: Store, entity: NamedNode, part: NamedNode) -> set[Quad]:
    parts = (NAME, OTHER_NAME) if part == NAME else (part,)
    return {quad for each in parts for quad in store.match(entity, each, graph=ENTITIES)}


_CLAIM = tuple(map(node, ("rdf:subject", "rdf:predicate", "rdf:object", "polarity", "modality")))
# With a fact's terms put in for ?s, ?p and ?o. Polarity and modality are looked up afterwards: half of all claims are
# positive and asserted, and the engine would go through these first.
_SUPPORT = """
SELECT ?s ?p ?o ?claim ?graph WHERE {
  GRAPH ?graph { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
}"""


def _fact_changes(store: Store, graph: NamedNode, old: list[Quad], new: list[Quad]) -> tuple[set[Quad], set[Quad]]:
    """What goes from and comes to ``bc:facts``: of the old facts, those that no other article states."""
    symmetric = _symmetric(store)
    before, after = (set(rdf.facts(quads, symmetric=symmetric)) for quads in (old, new))
    lost = {fact for fact in before - after if not _is_supported(store, fact, graph, symmetric)}
    return lost, after - before


def _is_supported(store: Store, fact: Quad, without: NamedNode, symmetric: Set[NamedNode]) -> bool:
    ends = [(fact.subject, fact.object)]
    if fact.predicate in symmetric:
        ends.append((fact.object, fact.subject))  # type: ignore[arg-type]  # both ends of a fact are nodes
    claims = (row for s, o in ends for row in store.select(_SUPPORT, s=s, p=fact.predicate, o=o))
    return any(_is_factual(store, row) for row in claims if row["graph"] != without)


def _is_factual(store: Store, row: Row) -> bool:
    claim, graph = row["claim"], row["graph"]
    return all(any(store.match(claim, part, value, graph)) for part, value in FACTUAL)  # type: ignore[arg-type]


def _symmetric(store: Store) -> Set[NamedNode]:
    kind, symmetric, vocabulary = _SYMMETRIC
    return {
        quad.subject for quad in store.match(None, kind, symmetric, vocabulary) if isinstance(quad.subject, NamedNode)
    }


def _count(quads: Iterable[Quad]) -> int:
    return sum(1 for _ in quads)
