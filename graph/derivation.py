"""What follows from articles and judgements, kept current: which quads of the derived graphs a change touches.

``bc:entities``, ``bc:facts``, ``bc:happenings`` and ``bc:canonical`` follow from the articles' graphs and from
``bc:judgements`` alone.
`anew` makes them from scratch, the others tell what a change takes from them and adds; both ways agree.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import NamedNode, Quad

from graph import rdf
from graph.names import digest
from graph.rdf.canon import NAME
from graph.rdf.derived import DESCRIBED, FACTUAL, OTHER_NAME, votes
from graph.rdf.happenings import TOLD, happenings, outlines
from graph.rdf.terms import CANONICAL, ENTITIES, FACTS, HAPPENINGS, is_article, node
from graph.regrouping import outlined, regrouped, touched
from graph.whereabouts import TELLING, located
from graph.whereabouts import TOLD as WHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from graph.rdf.canon import Canon
    from graph.store import Row, Store
    from graph.view import View

_SYMMETRIC = (node("rdf:type"), node("owl:SymmetricProperty"), node("vocabulary"))
_SUBJECT, _OBJECT = node("rdf:subject"), node("rdf:object")
_CLAIM = (_SUBJECT, node("rdf:predicate"), _OBJECT, node("polarity"), node("modality"))
DERIVED = (ENTITIES, FACTS, HAPPENINGS, CANONICAL)
RULES = 2
"""Grows when other quads follow from the same articles and judgements, so that older stores are brought up to date."""
# With a fact's terms put in for ?s, ?p and ?o. Polarity and modality are looked up afterwards: half of all claims are
# positive and asserted, and the engine would go through these first.
_SUPPORT = """
SELECT ?s ?p ?o ?claim ?graph WHERE {
  GRAPH ?graph { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
}"""


class Change(NamedTuple):
    """What goes from the derived graphs, and what comes to them."""

    gone: set[Quad]
    come: set[Quad]


def rules(view: View) -> str:
    """What the derived graphs depend on beside articles and judgements: rules, and which relations are symmetric."""
    return f"{RULES}-{digest(*sorted(relation.value for relation in _symmetric(view)))}"


def anew(view: View) -> set[Quad]:
    """All derived quads, from all articles and judgements."""
    said = (quad for part in DESCRIBED for quad in _from_articles(view.said.match(None, part)))
    claims = (quad for part in _CLAIM for quad in _from_articles(view.said.match(None, part)))
    told = (quad for part in TOLD for quad in _from_articles(view.said.match(None, part)))
    moves = view.canon.moves(_from_articles(view.said.match()), CANONICAL) if view.canon else ()
    facts = rdf.facts(claims, symmetric=_symmetric(view), canon=view.canon)
    same = happenings(outlines(told, view.canon), view.canon)
    described = set(rdf.describe(said, view.canon))
    return {*described, *located(described), *facts, *same, *moves}


def of_article(view: View, graph: NamedNode, old: list[Quad], new: list[Quad]) -> Change:
    """What follows from an article's graph having other quads."""
    parts = (
        _entity_changes(view, graph, old, new),
        _fact_changes(view, graph, old, new),
        _happening_changes(view, graph, old, new),
        _moves(view, old, new),
    )
    return Change(set().union(*(part.gone for part in parts)), set().union(*(part.come for part in parts)))


def about(view: View, entities: Iterable[NamedNode]) -> set[Quad]:
    """The derived quads about some entities, made anew; ``view`` has the judgements carried out."""
    claims: set[NamedNode] = set()
    found: set[Quad] = set()
    for entity in entities:
        said = (quad for part in DESCRIBED for quad in _said_of(view, entity, part))
        described = set(rdf.describe(said, view.canon))
        found.update(described, located(described))
        found.update(_moved_to(view, entity))
        claims.update(_claims_with(view, entity))
    quads = (quad for claim in claims for part in _CLAIM for quad in view.said.match(claim, part))
    return found | set(rdf.facts(_from_articles(quads), symmetric=_symmetric(view), canon=view.canon))


def held(view: View, entities: Iterable[NamedNode]) -> set[Quad]:
    """The derived quads about some entities as they stand in the store."""
    found: set[Quad] = set()
    for entity in entities:
        found.update(view.said.match(entity, graph=ENTITIES), view.said.match(None, None, entity, CANONICAL))
        found.update(view.said.match(entity, graph=FACTS), view.said.match(None, None, entity, FACTS))
    return found


def of_events(before: View, after: View, events: Iterable[NamedNode]) -> Change:
    """What follows for ``bc:happenings`` from judgements that change who was in some events, or take these out."""
    outlined_ = ((event, outlined(before, event), outlined(after, event)) for event in events)
    changed = [(event, now) for event, then, now in outlined_ if then != now]
    return Change(*regrouped(after, [event for event, _ in changed], [now for _, now in changed if now]))


def of_tellings(after: View, events: Iterable[NamedNode]) -> Change:
    """What follows for ``bc:happenings`` from judgements on whether some events tell of the same."""
    judged = set(events)
    told = (outlined(after, event) for event in judged)
    return Change(*regrouped(after, judged, [one for one in told if one]))


def of_move(before: View, after: View, entity: NamedNode) -> Change:
    """What follows for ``bc:happenings`` from judgements that lead from an entity elsewhere."""
    sources = before.canon.sources(entity) | after.canon.sources(entity)
    return of_events(before, after, touched(after, sources))


def of_claim(view: View, claim: NamedNode, graph: NamedNode) -> Change:
    """What follows for ``bc:facts`` from a claim having been retracted, or no longer being so."""
    quads = list(view.said.match(claim, graph=graph))
    symmetric = _symmetric(view)
    all_ = set(rdf.facts(map(view.canon.quad, quads), symmetric=symmetric))
    stated = {fact for fact in all_ if is_supported(view, fact, symmetric)}
    return Change(all_ - stated, stated)


def _from_articles(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (quad for quad in quads if is_article(quad.graph_name))


def _said_of(view: View, entity: NamedNode, part: NamedNode) -> Iterator[Quad]:
    """What articles say of an entity, under whichever ids they speak of it."""
    for source in view.canon.sources(entity):
        for quad in _from_articles(view.said.match(source, part)):
            if view.canon.of(source, quad.graph_name) == entity:  # type: ignore[arg-type]  # an article's graph
                yield quad


def _claims_with(view: View, entity: NamedNode) -> Iterator[NamedNode]:
    for end in (_SUBJECT, _OBJECT):
        for quad in view.match(None, end, entity):
            if isinstance(quad.subject, NamedNode) and is_article(quad.graph_name):
                yield quad.subject


def _moved_to(view: View, entity: NamedNode) -> Iterator[Quad]:
    sources = view.canon.sources(entity) - {entity}
    said = (quad for source in sources for quad in _from_articles(view.said.match(None, None, source)))
    return (quad for quad in view.canon.moves(said, CANONICAL) if quad.object == entity)


def _moves(view: View, old: list[Quad], new: list[Quad]) -> Change:
    before, after = (set(view.canon.moves(quads, CANONICAL)) for quads in (old, new))
    return Change(before - after, after - before)


def _entity_changes(view: View, graph: NamedNode, old: list[Quad], new: list[Quad]) -> Change:
    """The properties for which the article's vote changes a count."""
    before, after = set(votes(old)), set(votes(new))
    winning = {quad for quad in after if _is_settled(view, quad)}
    withdrawn = {_property(view.canon, quad) for quad in before - after}
    touched = withdrawn | {_property(view.canon, quad) for quad in after - before - winning}
    gone: set[Quad] = set()
    come: set[Quad] = set()
    for entity, part in touched:
        ballot = [quad for quad in _said_of(view, entity, part) if quad.graph_name != graph]
        ballot += [quad for quad in after if _property(view.canon, quad) == (entity, part)]
        gone |= _described(view, entity, part)
        come |= set(rdf.describe(ballot, view.canon))
    moved = _located(view, {entity for entity, part in touched if part in TELLING}, gone, come)
    return Change(gone - come | moved.gone, come - gone | moved.come)


def _located(view: View, entities: Set[NamedNode], gone: Set[Quad], come: Set[Quad]) -> Change:
    """What follows for where entities lie from some of their properties having other values."""
    stands = {quad for entity in entities for quad in view.said.match(entity, graph=ENTITIES)}
    before, now = {quad for quad in stands if quad.predicate in WHERE}, set(located((stands - gone) | come))
    return Change(before - now, now - before)


def _property(canon: Canon, vote: Quad) -> tuple[NamedNode, NamedNode]:
    """Whose property an article has a vote for, and which."""
    return canon.of(vote.subject, vote.graph_name), vote.predicate  # type: ignore[arg-type]  # an article's entity


def _is_settled(view: View, vote: Quad) -> bool:
    """Whether a vote more for what most say already, which changes nothing."""
    entity, part = _property(view.canon, vote)
    return any(view.said.match(entity, part, vote.object, ENTITIES))


def _described(view: View, entity: NamedNode, part: NamedNode) -> set[Quad]:
    parts = (NAME, OTHER_NAME) if part == NAME else (part,)
    return {quad for each in parts for quad in view.said.match(entity, each, graph=ENTITIES)}


def _fact_changes(view: View, graph: NamedNode, old: list[Quad], new: list[Quad]) -> Change:
    """Of the old facts go those that no other article states."""
    symmetric = _symmetric(view)
    before, after = (set(rdf.facts(quads, symmetric=symmetric, canon=view.canon)) for quads in (old, new))
    lost = {fact for fact in before - after if not is_supported(view, fact, symmetric, without=graph)}
    return Change(lost, after - before)


def _happening_changes(view: View, graph: NamedNode, old: list[Quad], new: list[Quad]) -> Change:
    gone = [outline.event for outline in outlines(old, view.canon)]
    return Change(*regrouped(view, gone, list(outlines(new, view.canon)), without=graph))


def is_supported(view: View, fact: Quad, symmetric: Set[NamedNode], *, without: NamedNode | None = None) -> bool:
    """Whether a claim states a fact, in another article than ``without``."""
    subject, object_ = fact.subject, fact.object
    assert isinstance(subject, NamedNode)
    assert isinstance(object_, NamedNode)
    ends = [(subject, object_), (object_, subject)] if fact.predicate in symmetric else [(subject, object_)]
    claims = (row for s, o in ends for row in _claims_between(view, s, fact.predicate, o))
    return any(_is_factual(view.said, row) for row in claims if row["graph"] != without)


def _claims_between(view: View, subject: NamedNode, predicate: NamedNode, object_: NamedNode) -> Iterator[Row]:
    """The claims with these ends that nobody has retracted, as rows of claim and graph."""
    canon = view.canon
    for s, o in product(canon.sources(subject), canon.sources(object_)):
        for row in view.said.select(_SUPPORT, s=s, p=predicate, o=o):
            graph: NamedNode = row["graph"]  # type: ignore[assignment]
            same = (canon.of(s, graph), canon.of(o, graph)) == (subject, object_)
            if same and row["claim"] not in canon.retracted:
                yield row


def _is_factual(store: Store, row: Row) -> bool:
    claim, graph = row["claim"], row["graph"]
    return all(any(store.match(claim, part, value, graph)) for part, value in FACTUAL)  # type: ignore[arg-type]


def _symmetric(view: View) -> Set[NamedNode]:
    kind, symmetric, vocabulary = _SYMMETRIC
    found = view.said.match(None, kind, symmetric, vocabulary)
    return {quad.subject for quad in found if isinstance(quad.subject, NamedNode)}
