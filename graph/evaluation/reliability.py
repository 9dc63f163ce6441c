"""Reliability: whether what is said with a confidence of 0.9 is right nine times in ten."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EDGES = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 1.01)  # the last is above every confidence
Pair = tuple[float, bool]  # a confidence, and whether it was right


@dataclass(frozen=True, slots=True)
class Row:
    """The items of one kind: how many, what they promise on average, and the share that is right."""

    name: str
    items: int
    confidence: float
    right: float


def row(name: str, pairs: Sequence[Pair]) -> Row:
    """The figures of some items, at least one."""
    return Row(name, len(pairs), fmean(sure for sure, _ in pairs), fmean(right for _, right in pairs))


def reliability(pairs: Sequence[Pair]) -> list[Row]:
    """One row for each bin of confidence that holds anything, and one for all."""
    rows = []
    for low, high in pairwise(EDGES):
        inside = [pair for pair in pairs if low <= pair[0] < high]
        if inside:
            rows.append(row(f"{low:.2f} to {min(high, 1):.2f}", inside))
    return [*rows, row("all", pairs)] if pairs else []


def calibration_error(pairs: Sequence[Pair]) -> float:
    """The distance between what is promised and what is right, over the bins, each by its share of the items."""
    bins = reliability(pairs)[:-1]
    return sum(one.items * abs(one.confidence - one.right) for one in bins) / max(1, len(pairs))
