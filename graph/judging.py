"""Judgements in the store: made and undone, each in one transaction with all that follows from it.

Nothing that an article says is changed, so undoing one leaves the store as if it had never been made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, get_args

from graph.derivation import Change, about, held, of_claim, of_move, of_tellings
from graph.errors import BadInput, Conflict, NotFound
from graph.ledger import Entry, Ledger
from graph.model import EntityType, Judgement
from graph.names import compact, digest, slug
from graph.rdf import judgements
from graph.rdf.canon import Canon
from graph.rdf.terms import ENTITIES, JUDGEMENTS, is_article, node
from graph.view import View

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import NamedNode

    from graph.store import Store


@dataclass(frozen=True, slots=True)
class Judge:
    """Who judges, and why: both are kept with the judgement and shown with it. BadInput where either is missing."""

    by: str
    reason: str

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.reason.strip():
            raise BadInput("A judgement needs to say who made it and why.")


def merge(store: Store, entity: str, into: str, judge: Judge) -> Judgement:
    """Two entities are one, with the id and name of the second."""
    with store.exclusive():
        view = View.of(store)
        one, other = _entity(view, entity), _entity(view, into)
        if one == other:
            raise Conflict(f"{_told(entity, one)} is {_told(into, other)} already.")
        _refuse_what_was_parted(view.canon, one, other)
        return _make(view, Judgement("", "merge", _id(one), judge.by, _now(), judge.reason, object=_id(other)))


def not_same(store: Store, entity: str, other: str, judge: Judge) -> Judgement:
    """Two entities are not one: they are neither merged nor offered for it. Or two events tell of two happenings."""
    with store.exclusive():
        view = View.of(store)
        find_ = _event if is_event(entity) else _entity
        ends = find_(view, entity), find_(view, other)
        if ends[1] in view.canon.alike(ends[0]):
            raise Conflict(f"{_told(entity, ends[0])} and {_told(other, ends[1])} are one; undo what made them so.")
        known = _parted(view.canon, *ends)
        if known is not None:
            raise Conflict(f"That was decided already, by {known}.")
        one, two = sorted(map(_id, ends))
        return _make(view, Judgement("", "not_same", one, judge.by, _now(), judge.reason, object=two))


def same_happening(store: Store, event: str, other: str, judge: Judge) -> Judgement:
    """Two events tell of one happening, with all that were judged to tell of the same as either."""
    with store.exclusive():
        view = View.of(store)
        one, two = sorted((_event(view, event), _event(view, other)), key=str)
        if two in view.canon.alike(one):
            raise Conflict(f"{event} and {other} tell of one happening already.")
        if two in view.canon.unlike(one):
            raise Conflict(f"{event} and {other} tell of two happenings, as was decided; undo that first.")
        return _make(view, Judgement("", "same_happening", _id(one), judge.by, _now(), judge.reason, object=_id(two)))


def split(store: Store, entity: str, articles: Sequence[str], judge: Judge, *, name: str | None = None) -> Judgement:
    """Who some articles speak of is somebody else, of the name given, else of the same; with a new id."""
    with store.exclusive():
        view = View.of(store)
        one = _entity(view, entity)
        wanted, known = set(articles), _articles_of(view, one)
        if not wanted or not wanted <= known:
            strange = ", ".join(sorted(wanted - known)) or "none is given"
            raise BadInput(f"articles: not among those that speak of {_id(one)}: {strange}")
        if wanted == known:
            raise BadInput(f"articles: these are all that speak of {_id(one)}; rename it instead")
        now = _now()
        label = name.strip() if name and name.strip() else _name(view, one)
        new = f"{_id(one).partition(':')[0]}:{slug(label)}.{digest(_id(one), now, *sorted(wanted))[:8]}"
        made = Judgement("", "split", _id(one), judge.by, now, judge.reason, new, name, tuple(sorted(wanted)))
        return _make(view, made)


def rename(store: Store, entity: str, name: str, judge: Judge) -> Judgement:
    """An entity is called so; the articles' names become its others."""
    if not name.strip():
        raise BadInput("name: must not be empty")
    with store.exclusive():
        view = View.of(store)
        one = _id(_entity(view, entity))
        return _make(view, Judgement("", "rename", one, judge.by, _now(), judge.reason, value=" ".join(name.split())))


def retype(store: Store, entity: str, type_: str, judge: Judge) -> Judgement:
    """An entity is of that type: person, organization, country, place, group or other."""
    if type_ not in get_args(EntityType):
        raise BadInput(f"type: {type_!r} is none of {', '.join(get_args(EntityType))}")
    with store.exclusive():
        view = View.of(store)
        one = _id(_entity(view, entity))
        return _make(view, Judgement("", "retype", one, judge.by, _now(), judge.reason, value=type_))


def retract(store: Store, claim: str, judge: Judge) -> Judgement:
    """A claim is wrong: it is in no list, path or fact any more."""
    with store.exclusive():
        view = View.of(store)
        this = node(claim if claim.startswith("claim:") else f"claim:{claim}")
        if this in view.canon.retracted:
            raise Conflict(f"It was retracted already, by {view.canon.retracted[this]}.")
        if _graph_of(view, this) is None:
            raise NotFound(f"There is no claim {claim!r}.")
        return _make(view, Judgement("", "retract", _id(this), judge.by, _now(), judge.reason))


def undo(store: Store, judgement: str, *, by: str | None = None, reason: str | None = None) -> Judgement:
    """Take a judgement back, and all that followed from it; raises NotFound. Who did and why stands in the journal."""
    with store.exclusive():
        view = View.of(store)
        made = get(store, judgement)
        later = Canon(one for one in find(store) if one != made)
        change = _change(view, made, later)
        Ledger(view.folder).write(Entry(_now(), "undone", by, reason, made))
        view.apply(remove=[*judgements.write(made), *change.gone], add=change.come)
        return made


def is_event(id_: str) -> bool:
    """Whether an id is that of an event."""
    return id_.startswith("event:")


def find(store: Store, *, of: str | None = None) -> list[Judgement]:
    """All judgements, or those that name an entity or a claim, the oldest first."""
    made = judgements.read(View.of(store).said.match(graph=JUDGEMENTS))
    return [one for one in made if of is None or of in (one.subject, one.object)]


def journal(store: Store) -> list[Entry]:
    """All that was ever decided and undone, the oldest first; empty for a store in memory."""
    return Ledger(store.folder).read()


def get(store: Store, judgement: str) -> Judgement:
    """One judgement by its id, with or without prefix; raises NotFound."""
    this = node(judgement if judgement.startswith("judgement:") else f"judgement:{judgement}")
    found = judgements.read(View.of(store).said.match(this, graph=JUDGEMENTS))
    if not found:
        raise NotFound(f"There is no judgement {judgement!r}.")
    return found[0]


def _make(view: View, judgement: Judgement) -> Judgement:
    parts = (judgement.kind, judgement.subject, judgement.object, judgement.value, judgement.articles, judgement.at)
    made = replace(judgement, id=f"judgement:{digest(*parts, judgement.by, judgement.reason)}")
    change = _change(view, made, Canon([*find(view), made]))
    Ledger(view.folder).write(Entry(made.at, "made", made.by, made.reason, made))
    view.apply(remove=change.gone, add=[*judgements.write(made), *change.come])
    return made


def _change(view: View, judgement: Judgement, canon: Canon) -> Change:
    """What follows from the canon being another by one judgement."""
    after = View(view.said, canon)
    this = node(judgement.subject)
    if judgement.object and is_event(judgement.subject):
        ends = (this, node(judgement.object))
        return of_tellings(
            after, {each for end in ends for canon_ in (view.canon, canon) for each in canon_.alike(end)}
        )
    if judgement.kind == "not_same":
        return Change(set(), set())
    if judgement.kind == "retract":
        graph = _graph_of(view, this)
        return of_claim(after, this, graph) if graph else Change(set(), set())
    touched = view.canon.reached(this) | canon.reached(this)
    before, now = held(view, touched), about(after, touched)
    regrouped = of_move(view, after, this)
    return Change(before - now | regrouped.gone, now - before | regrouped.come)


def _entity(view: View, entity: str) -> NamedNode:
    """Who an id stands for, after all judgements."""
    this = view.canon.of(node(entity))
    if not any(view.said.match(this, graph=ENTITIES)):
        raise NotFound(f"There is no actor {entity!r}.")
    return this


def _event(view: View, event: str) -> NamedNode:
    """The node of an event's id."""
    this = node(event if is_event(event) else f"event:{event}")
    if ":" in event.removeprefix("event:") or not any(view.said.match(this, node("trigger"))):
        raise NotFound(f"There is no event {event!r}.")
    return this


def _refuse_what_was_parted(canon: Canon, one: NamedNode, other: NamedNode) -> None:
    known = _parted(canon, one, other)
    if known is not None:
        raise Conflict(f"{_id(one)} is not {_id(other)}, as was decided by {known}; undo that first.")
    if canon.leads(other, one):
        raise Conflict(f"{_id(one)} was split off from {_id(other)}; undo that instead.")


def _parted(canon: Canon, one: NamedNode, other: NamedNode) -> str | None:
    """The judgement by which two are not the same."""
    pairs = ((frozenset(map(canon.of, pair)), made) for pair, made in canon.apart.items())
    return next((made for pair, made in pairs if pair == {one, other}), None)


def _articles_of(view: View, entity: NamedNode) -> set[str]:
    """The ids, without prefix, of the articles that speak of an entity."""
    graphs = (quad.graph_name for quad in view.match(entity, node("skos:prefLabel")))
    return {compact(graph.value).removeprefix("article:") for graph in graphs if is_article(graph)}  # type: ignore[union-attr]


def _name(view: View, entity: NamedNode) -> str:
    names = view.said.match(entity, node("skos:prefLabel"), graph=ENTITIES)
    return next(quad.object.value for quad in names)  # type: ignore[union-attr]  # a literal


def _graph_of(view: View, claim: NamedNode) -> NamedNode | None:
    found = (quad.graph_name for quad in view.said.match(claim, node("rdf:subject")))
    return next((graph for graph in found if is_article(graph)), None)  # type: ignore[return-value]


def _told(given: str, entity: NamedNode) -> str:
    return given if given == _id(entity) else f"{given} ({_id(entity)})"


def _id(entity: NamedNode) -> str:
    return compact(entity.value)


def _now() -> datetime:
    return datetime.now(UTC)
