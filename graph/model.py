"""The values that pass between the rooms: frozen, with no behaviour beyond themselves.

Offsets count Unicode code points into the article's text exactly as it was given, so
``article.text[span.begin:span.end]`` is the words themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

EntityType = Literal["person", "organization", "country", "place", "group", "other"]
Role = Literal["actor", "recipient", "place", "instrument", "topic", "other"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "planned", "hypothetical", "demanded", "denied", "questioned"]
JudgementKind = Literal["merge", "not_same", "split", "rename", "retype", "retract", "same_happening"]
Precision = Literal["day", "week", "month", "season", "year", "decade", "open"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text, ``begin`` inclusive and ``end`` exclusive, in code points."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it was read; ``published`` is None where nobody said."""

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that takes part, with every place where the article mentions it.

    ``id`` is a compact IRI: ``actor:marco-rubio`` or ``place:riyadh``; one that the text does not name
    ("one person") has an id that holds in its article only and ``named`` False. ``country`` is ISO 3166-1
    alpha-3, ``sector`` a PLOVER sector code, ``title`` the office as the text has it, ``wikidata`` a Q-id.
    """

    id: str
    name: str
    type: EntityType
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    title: str | None = None
    named: bool = True
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity in an event: its role, and the words that put it there."""

    entity: str
    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When: first and last day, how precisely that is known, and the words it was read from.

    Without words (``text`` is None) it is inferred: the day that the article tells of, which no word of the sentence
    states. What is planned, demanded or possible, with no word for its time, is ``open``: nobody says when it is to be,
    or that it will, but it was still to come on the day ``begin``; ``end`` is None then, and only then.
    """

    begin: date
    end: date | None
    precision: Precision
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a sentence says, with who took part.

    ``id`` is ``event:`` and a hash. ``type`` is one of PLOVER's sixteen, STATEMENT or OTHER; ``predicate`` the
    relation that it puts between actor and recipient (``spoke_with``, or ``verb:defeat`` for a verb outside the
    lexicon). ``place`` and ``attributed_to`` are entity ids, ``sentence`` is a position in the record's sentences.
    ``attributed_to`` is who says so, or who demands, plans or expects it.
    """

    id: str
    type: str
    predicate: str
    trigger: Span
    participants: tuple[Participant, ...]
    sentence: int
    mode: str | None = None
    place: str | None = None
    time: TimeSpan | None = None
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    topic: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Claim:
    """One edge: subject, predicate and object, each an id, as one sentence has it.

    ``id`` is ``claim:`` and a hash. ``event`` is None for a relation that no event brings about, such as the
    office in "Russian Foreign Minister Sergei Lavrov".
    """

    id: str
    subject: str
    predicate: str
    object: str
    sentence: int
    event: str | None = None
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read from one article; ``id`` is the article's."""

    id: str
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What read an article: the extractor's name and version, and the language model it used."""

    extractor: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """Something that could not be read or extracted: where it came from, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided about an actor, an event or a claim, when and why; the articles stay as they are.

    ``subject`` is the id of what is judged: a claim to retract, one of two events that tell of the same or that do not,
    else an entity. ``object`` is the other event, or the entity that it is merged into, that it is not, or that is
    split off from it; ``value`` the name or the type that it gets. A split
    takes the subject's part in ``articles`` (ids without prefix). ``id`` is ``judgement:`` and a hash of the rest.
    """

    id: str
    kind: JudgementKind
    subject: str
    by: str
    at: datetime
    reason: str
    object: str | None = None
    value: str | None = None
    articles: tuple[str, ...] = ()
