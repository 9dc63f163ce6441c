"""B-cubed: how well mentions are brought together, asked of every mention and averaged (Bagga and Baldwin, 1998)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

M = TypeVar("M")  # what a mention is known by


@dataclass(frozen=True, slots=True)
class BCubed:
    """Of ``labelled`` mentions ``found`` were found; the other figures lie between 0 and 1."""

    labelled: int
    found: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def bcubed(gold: Mapping[M, Hashable], found: Mapping[M, Hashable]) -> BCubed:
    """How far ``found`` puts together what ``gold`` does; both say of a mention whose it is.

    A mention that was not found has a recall of 0 and no precision; one that gold does not have is left out.
    """
    both = [(found[mention], gold[mention]) for mention in gold if mention in found]
    together, owners, ours = Counter(both), Counter(gold.values()), Counter(mine for mine, _ in both)
    precision = _mean(together[pair] / ours[pair[0]] for pair in both)
    recall = sum(together[pair] / owners[pair[1]] for pair in both) / max(1, len(gold))
    return BCubed(len(gold), len(both), precision, recall)


def _mean(figures: Iterable[float]) -> float:
    figures = list(figures)
    return fmean(figures) if figures else 0.0
