"""Events: what happened, who took part, and the sentence that says so."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import cast

from pyoxigraph import NamedNode

from graph.errors import BadInput, NotFound
from graph.model import Modality, Polarity, Role, TimeSpan
from graph.names import compact
from graph.queries import happenings
from graph.queries.articles import Source
from graph.queries.claims import Quote, quote, time_of
from graph.queries.description import Description, Term, describe, given_node, plain
from graph.queries.lookup import day, latest_first, subjects
from graph.queries.page import Page, page
from graph.queries.refs import Ref, maybe_ref, ref
from graph.rdf.terms import literal, node
from graph.store.store import Store
from graph.view import View


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody in an event: the role, and the words that put them there, in code points of the article."""

    entity: Ref
    role: Role
    text: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Telling:
    """Another event that tells of the same happening, with its sentence."""

    event: str
    sentence: Quote
    article: Source


@dataclass(frozen=True, slots=True)
class Event:
    """One event as one sentence has it; ``type`` is one of PLOVER's sixteen, STATEMENT or OTHER.

    ``claims`` are the ids of the edges that it gives. ``also`` are the other events that tell of the same happening,
    where happenings were asked for.
    """

    id: str
    type: str
    predicate: str
    participants: tuple[Participation, ...]
    sentence: Quote
    article: Source
    polarity: Polarity
    modality: Modality
    confidence: float
    claims: tuple[str, ...]
    mode: str | None = None
    time: TimeSpan | None = None
    place: Ref | None = None
    topic: str | None = None
    attributed_to: Ref | None = None
    also: tuple[Telling, ...] = ()


_COUNTS = """
SELECT ?entity ?article (COUNT(DISTINCT ?event) AS ?events) WHERE {
  GRAPH ?article { ?event bc:participation ?part . ?part bc:entity ?entity }
} GROUP BY ?entity ?article
"""


def find(
    store: Store,
    *,
    type: str | None = None,  # noqa: A002
    predicate: str | None = None,
    actor: str | None = None,
    place: str | None = None,
    since: date | None = None,
    until: date | None = None,
    modality: Modality | None = None,
    polarity: Polarity | None = None,
    article: str | None = None,
    distinct: bool = False,
    limit: int = 50,
    offset: int = 0,
) -> Page[Event]:
    """Events, the latest first, those without date last; of type OTHER only where that type or a predicate is given.

    ``actor`` and ``place`` are compact ids, ``article`` an id without prefix. ``since`` and ``until`` keep events
    whose time span touches those days, so that an event of unknown date is left out. ``distinct`` gives each happening
    once, as `happenings.grouped` has it: the latest of its events, with the others. An open time counts as the one
    day on which the event was still to come: a plan of March is found in March and in no later month.
    """
    given: dict[str, Term | None] = {
        "type": literal(type.upper()) if type else None,
        "predicate": _predicate(predicate) if predicate else None,
        "sem:hasPlace": node(place) if place else None,
        "modality": literal(modality) if modality else None,
        "polarity": literal(polarity) if polarity else None,
    }
    found = subjects(store, "trigger", graph=node(f"article:{article}") if article else None)
    if not (type or predicate):
        found -= subjects(store, "type", literal("OTHER"))
    for name, value in given.items():
        found = found & subjects(store, name, value) if value else found
    if actor:
        found &= with_entity(store, node(actor))
    spans = ((_days(store, event), event) for event in found)
    days = ((span[0], event) for span, event in spans if _touches(span, since, until))
    listed = latest_first(days)
    if distinct:
        return page(happenings.grouped(store, listed), partial(_happening, store), limit=limit, offset=offset)
    return page(listed, partial(_event, store), limit=limit, offset=offset)


def with_entity(store: Store, entity: NamedNode) -> set[NamedNode]:
    """The events in which an entity takes part, in whatever role."""
    parts = subjects(store, "entity", entity)
    return {event for part in parts for event in subjects(store, "participation", part)}


def counts(store: Store) -> Mapping[str, int]:
    """In how many events each entity takes part, by its compact id."""
    canon, found = View.of(store).canon, Counter[NamedNode]()
    for row in store.select(_COUNTS):
        if isinstance(row["entity"], NamedNode) and isinstance(row["article"], NamedNode):
            found[canon.of(row["entity"], row["article"])] += int(plain(row["events"]))
    shared = {entity: len(with_entity(store, entity)) for entity in found if len(canon.sources(entity)) > 1}
    return {compact(entity.value): count for entity, count in {**found, **shared}.items()}


def _happening(store: Store, events: list[NamedNode]) -> Event:
    first, *others = events
    return replace(_event(store, first), also=tuple(_telling(store, event) for event in others))


def _telling(store: Store, event: NamedNode) -> Telling:
    about = describe(store, event)
    return Telling(about.id, *quote(store, about.nodes("sentence")[0]))


def _predicate(name: str) -> NamedNode:
    found = given_node(name if ":" in name else f"bc:{name}")
    if found is None:
        raise BadInput(f"{name!r} is no predicate, such as spoke_with or verb:defeat.")
    return found


def _event(store: Store, event: NamedNode) -> Event:
    return read(store, describe(store, event))


def _days(store: Store, event: NamedNode) -> tuple[date | None, date | None]:
    """The first and last day of an event, both the same where its time is open."""
    begin = day(store, event, "sem:hasBeginTimeStamp")
    if begin is None:
        return (day(store, event, "sem:hasEarliestBeginTimeStamp"),) * 2
    return begin, day(store, event, "sem:hasEndTimeStamp")


def _touches(span: tuple[date | None, date | None], since: date | None, until: date | None) -> bool:
    """Whether an event's days are among those; one of unknown date is so only if nothing is asked."""
    if since is None and until is None:
        return True
    begin, end = span
    return begin is not None and end is not None and end >= (since or date.min) and begin <= (until or date.max)


def get(store: Store, event_id: str) -> Event:
    """One event by its id (``event:`` and a hash); raises NotFound."""
    event = given_node(event_id)
    about = describe(store, event) if event else None
    if about is None or "trigger" not in about.properties:
        raise NotFound(f"There is no event {event_id!r}.")
    return read(store, about)


def read(store: Store, about: Description) -> Event:
    """An event from its description, with all that it refers to."""
    sentence, article = quote(store, about.nodes("sentence")[0])
    return Event(
        id=about.id,
        type=about.text("type"),
        predicate=about.text("predicate"),
        participants=_participants(store, about),
        sentence=sentence,
        article=article,
        polarity=cast("Polarity", about.text("polarity")),
        modality=cast("Modality", about.text("modality")),
        confidence=float(about.text("confidence")),
        claims=tuple(sorted(compact(claim.value) for claim in subjects(store, "event", about.node))),
        mode=about.maybe("mode"),
        time=time_of(about),
        place=maybe_ref(store, about.node_of("place")),
        topic=about.maybe("topic"),
        attributed_to=maybe_ref(store, about.node_of("attributed_to")),
    )


def _participants(store: Store, about: Description) -> tuple[Participation, ...]:
    parts = [describe(store, part) for part in about.nodes("participation")]
    return tuple(_participation(store, part) for part in sorted(parts, key=lambda part: part.number("position")))


def _participation(store: Store, part: Description) -> Participation:
    words, _ = quote(store, part.nodes("mention")[0])
    return Participation(
        entity=ref(store, part.nodes("entity")[0]),
        role=cast("Role", part.text("role")),
        text=words.text,
        begin=words.begin,
        end=words.end,
    )
