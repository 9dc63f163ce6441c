"""Judges claims by verdicts that a reader gave to the very same claims: same words, same ends, same sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.evaluation.judged import Judged
from graph.evaluation.located import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.evaluation.suite import Gold
    from graph.extraction.features import Features
    from graph.model import Article, Claim, Record

Key = tuple[object, ...]


def judge(article: Article, gold: Sequence[Gold], record: Record, features: Mapping[str, Features]) -> Iterator[Judged]:
    """The claims that somebody has judged."""
    verdicts = {key(row): row["right"] for row in gold}
    for claim, row in zip(record.claims, rows(article, record), strict=True):
        if key(row) in verdicts:
            said = f"{row['subject']} {claim.predicate} {row['object']}: {sentence(article, record, claim.sentence)}"
            yield Judged(article.id, said, claim.confidence, features[claim.id], right=verdicts[key(row)])


def rows(article: Article, record: Record) -> Iterator[Gold]:
    """The claims of a record as lines of gold without verdict: for a reader to judge, and to find them again by.

    ``at`` are the offsets of the event's word, else of the sentence.
    """
    names = {entity.id: entity.name for entity in record.entities}
    for claim in record.claims:
        yield {
            "doc": article.id,
            "at": _place(claim, record),
            "subject": names[claim.subject],
            "predicate": claim.predicate,
            "object": names[claim.object],
            "polarity": claim.polarity,
            "modality": claim.modality,
        }


def key(row: Gold) -> Key:
    """What makes two claims the same."""
    begin, end = row["at"]
    return begin, end, row["subject"], row["predicate"], row["object"], row["polarity"], row["modality"]


def _place(claim: Claim, record: Record) -> list[int]:
    triggers = {event.id: event.trigger for event in record.events}
    place = triggers[claim.event] if claim.event is not None else record.sentences[claim.sentence]
    return [place.begin, place.end]
