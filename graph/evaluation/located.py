"""Located: the events of a record with every place in the text where those who take part are mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model import Article, Entity, Event, Record

SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Located:
    """An event, and for each side those who are on it: the entity, and the spans that stand for it."""

    event: Event
    sides: dict[str, list[tuple[Entity, tuple[Span, ...]]]]


def located(record: Record) -> Iterator[Located]:
    """The events of a record, in order."""
    entities = {entity.id: entity for entity in record.entities}
    for event in record.events:
        sides: dict[str, list[tuple[Entity, tuple[Span, ...]]]] = {side: [] for side in SIDES}
        for part in event.participants:
            if part.role in sides:
                entity = entities[part.entity]
                sides[part.role].append((entity, (part.span, *entity.mentions)))
        yield Located(event, sides)


def spans(pairs: Iterable[Sequence[int]]) -> list[Span]:
    """``[[0, 5]]`` as gold has it -> ``[Span(0, 5)]``."""
    return [Span(begin, end) for begin, end in pairs]


def overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """True if any two share a character."""
    others = list(others)
    return any(a.begin < b.end and b.begin < a.end for a in some for b in others)


def said(event: Located, article: Article, record: Record) -> str:
    """ "CONSULT met_with (Rubio; Lavrov): the sentence"."""
    names = ("; ".join(entity.name for entity, _ in event.sides[side]) for side in SIDES)
    words = sentence(article, record, event.event.sentence)
    return f"{event.event.type} {event.event.predicate} ({' -> '.join(names)}): {words}"


def sentence(article: Article, record: Record, position: int) -> str:
    """The words of a sentence on one line."""
    where = record.sentences[position]
    return " ".join(article.text[where.begin : where.end].split())
