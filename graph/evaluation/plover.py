"""Judges events by one coded event a sentence: who did what kind of thing to whom.

Gold codes one event of a sentence that may tell of several, so most events cannot be judged. One that can be

- has the coded actor and recipient: it is right if it has the coded type;
- has the coded type and only one of the sides, which is as coded: it is right;
- has the coded type and other sides: it is wrong, unless another event of the sentence is right, for then this one may
  be true and not coded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.evaluation.judged import Judged
from graph.evaluation.located import SIDES, Located, located, overlap, said, spans
from graph.extraction.lexicon import PLOVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.evaluation.suite import Gold
    from graph.extraction.features import Features
    from graph.model import Article, Record

SYMMETRIC = ("AGREE", "CONSULT", "COOPERATE")
ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # told apart in one part of the gold only
WRONG_TYPE, OTHER_PAIR = "type", "pair"


def judge(article: Article, gold: Sequence[Gold], record: Record, features: Mapping[str, Features]) -> Iterator[Judged]:
    """The events that the gold of their sentence allows to judge."""
    events = [event for event in located(record) if event.event.type in PLOVER]
    verdicts = {event.event.id: [_verdict(item, event) for item in gold] for event in events}
    found = any(True in those for those in verdicts.values())
    for event in events:
        those = verdicts[event.event.id]
        if True in those or WRONG_TYPE in those or (OTHER_PAIR in those and not found):
            one = event.event
            yield Judged(
                article.id, said(event, article, record), one.confidence, features[one.id], right=True in those
            )


def _verdict(item: Gold, event: Located) -> bool | str | None:
    """Right, wrong in one of two ways, or not to be judged by this item."""
    typed = _kind(event.event.type, item) == _kind(item["type"], item)
    sides = _sides(item, event)
    if all(sides):
        return typed or WRONG_TYPE
    if typed:
        return True if any(sides) and False not in sides else OTHER_PAIR
    return None


def _sides(item: Gold, event: Located) -> list[bool | None]:
    """Whether the actor and the recipient are those coded, in either order where it does not matter."""
    sides = [_matched(item, event, side) for side in SIDES]
    turned = [_matched(item, event, side, turned=True) for side in SIDES] if _is_any_order(item) else sides
    return turned if all(turned) else sides


def _kind(type_: str, item: Gold) -> str:
    return type_ if item["set"] == "gsr" else ROOTS.get(type_, type_)


def _is_any_order(item: Gold) -> bool:
    return item["reciprocal"] or item["type"] in SYMMETRIC


def _matched(item: Gold, event: Located, side: str, *, turned: bool = False) -> bool | None:
    """True if somebody on the side is coded there; None if nobody is on it, or nobody is coded there."""
    keys = ("sources", "targets") if (side == "actor") != turned else ("targets", "sources")
    own, other = ([span for coded in item[key] for span in spans(coded["spans"])] for key in keys)
    found = event.sides[side]
    if _is_any_order(item) and not found:
        found = event.sides["actor"]
        found = found[1:] if side == "recipient" else found
    if not found or not own:
        return None
    return any(overlap([span], own) and not overlap([span], other) for _, those in found for span in those)
