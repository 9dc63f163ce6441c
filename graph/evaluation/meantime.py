"""Judges events by articles in which every event and its arguments are marked.

An event whose word is no marked event is wrong. Any other is right if each of those who act is marked as an Arg0 and
each of those on whom they act as another argument. Only entities are marked as arguments, so that a thing that is not
marked is not judged, and neither is an event without anybody to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.evaluation.judged import Judged
from graph.evaluation.located import Located, located, overlap, said, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.evaluation.suite import Gold
    from graph.extraction.features import Features
    from graph.model import Article, Record


def judge(article: Article, gold: Sequence[Gold], record: Record, features: Mapping[str, Features]) -> Iterator[Judged]:
    """The events of the annotated sentences, as far as their participants can be judged."""
    for row in gold:
        for event in located(record):
            one = event.event
            if one.trigger.begin < row["scope_end"] and (right := _verdict(row, event)) is not None:
                yield Judged(article.id, said(event, article, record), one.confidence, features[one.id], right=right)


def _verdict(row: Gold, event: Located) -> bool | None:
    marked = [one for one in row["events"] if overlap([event.event.trigger], spans(one["spans"]))]
    if not marked:
        return False
    verdicts = [verdict for one in marked for verdict in _participants(one, event)]
    return all(verdicts) if verdicts else None


def _participants(marked: Gold, event: Located) -> Iterator[bool]:
    for side, found in event.sides.items():
        arguments = spans(arg["span"] for arg in marked["args"] if (arg["role"] == "Arg0") == (side == "actor"))
        for entity, those in found:
            matched = overlap(those, arguments)
            if matched or entity.type != "other":
                yield matched
