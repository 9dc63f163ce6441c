"""Fits the weights of confidence to judged items, and says how far they can be trusted on others.

A logistic regression, regularised and fitted by Newton's method. Each suite has an intercept of its own, since its gold
is strict in its own way; the one that is kept is that of the claims that a reader judged.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from graph.evaluation.judges import judged
from graph.evaluation.reliability import calibration_error, reliability
from graph.evaluation.suite import load
from graph.extraction import Extractor
from graph.extraction.confidence import FILE, Weights
from graph.extraction.features import NAMES, PREDICATE
from graph.names import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from graph.evaluation.judged import Judged

    Vector = NDArray[np.float64]

HERE = Path(__file__).parent
SHARES = {"claims": 2.0, "plover": 1.0, "meantime": 0.5}  # how much an item of each suite counts
PENALTY = 5.0  # on the square of each weight
PREDICATE_SCALE = 1.5  # a predicate's weight is its own and may be larger than what is shared by many
LEAST_JUDGED = 4  # of a predicate, for it to have a weight
FOLDS, STEPS = 10, 30
FREE = 1e-3  # the penalty on what should be free
HEADER = """\
# How sure an extraction can be: weights of a logistic model, written by `python -m benchmarks.calibrate`.
#
# The log odds of being right are the intercept and the weights of what is found. `graph/extraction/features.py` says
# what each feature means, docs/quality.md what it was judged by. Fit them anew after changing the extraction.

"""


class Table:
    """Judged items as a matrix: one column a feature, one for the intercept, and one for each suite but the claims."""

    def __init__(self, items: Sequence[tuple[str, Judged]]) -> None:
        self.suites = np.array([suite for suite, _ in items])
        self.items = [one for _, one in items]
        self.right = np.array([one.right for _, one in items], float)
        self.shares = np.array([SHARES[suite] for suite, _ in items])
        self.names = [*sorted(NAMES), *_predicates(self.items)]
        rest = len(SHARES)  # the columns that are no features: the intercept and the suites but one
        predicates = [name.startswith(f"{PREDICATE}.") for name in self.names]
        self.scales = np.array([PREDICATE_SCALE if predicate else 1.0 for predicate in predicates] + [1.0] * rest)
        self.matrix = np.array([self._row(suite, one) for suite, one in items]) * self.scales

    def _row(self, suite: str, one: Judged) -> list[float]:
        found = [one.features.get(name, 0.0) for name in self.names]
        return [*found, 1.0, *(float(suite == other) for other in SHARES if other != "claims")]

    def fit(self, chosen: NDArray[np.bool_]) -> Vector:
        """The weights of all columns, fitted to the chosen rows."""
        matrix, right, shares = self.matrix[chosen], self.right[chosen], self.shares[chosen]
        penalty = np.full(matrix.shape[1], PENALTY)
        penalty[len(self.names) :] = FREE
        weights = np.zeros(matrix.shape[1])
        for _ in range(STEPS):
            sure = _logistic(matrix @ weights)
            slope = matrix.T @ (shares * (sure - right)) + penalty * weights
            curve = (matrix * (shares * sure * (1 - sure))[:, None]).T @ matrix + np.diag(penalty)
            weights -= np.linalg.solve(curve, slope)
        return weights

    def weights(self, chosen: NDArray[np.bool_]) -> Weights:
        """What the extractor would use: no suite has an intercept of its own."""
        fitted = [round(weight, 3) + 0.0 for weight in (self.fit(chosen) * self.scales).tolist()]
        return Weights(fitted[len(self.names)], dict(zip(self.names, fitted, strict=False)))

    def held_out(self) -> list[float]:
        """The confidence of each item by weights that were fitted without its article."""
        folds = np.array([int(digest(one.article), 16) % FOLDS for one in self.items])
        fitted = [self.weights(folds != fold) for fold in range(FOLDS)]
        return [fitted[fold].confidence(one.features) for fold, one in zip(folds, self.items, strict=True)]


def _logistic(odds: Vector) -> Vector:
    return np.asarray(1 / (1 + np.exp(-odds)), float)


def _predicates(items: Sequence[Judged]) -> list[str]:
    counts = Counter(name for one in items for name in one.features if name.startswith(f"{PREDICATE}."))
    return sorted(name for name, count in counts.items() if count >= LEAST_JUDGED)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how reliable held-out items are, and write the weights if that is wanted."""
    options = _options(arguments)
    extractor = Extractor()
    folders = {name: HERE if name == "claims" else options.suites for name in SHARES}
    items = [(name, one) for name, folder in folders.items() if folder for one in judged(load(folder, name), extractor)]
    table = Table(items)
    for line in _report(table):
        print(line)
    if options.write:
        fitted = table.weights(np.full(len(items), True))
        FILE.write_text(HEADER + "\n".join(_toml(fitted)), encoding="utf-8")
    return 0


def _report(table: Table) -> Iterator[str]:
    sure = np.array(table.held_out())
    for suite in ("all", *dict.fromkeys(table.suites.tolist())):
        chosen = (table.suites == suite) | (suite == "all")
        pairs = list(zip(sure[chosen].tolist(), (table.right[chosen] > 0).tolist(), strict=True))
        yield f"{suite}, held out: expected calibration error {calibration_error(pairs):.3f}"
        for row in reliability(pairs):
            yield f"  {row.name:<14}{row.items:6}  confidence {row.confidence:.2f}  right {row.right:.2f}"


def _toml(weights: Weights) -> Iterator[str]:
    """The lines of the file, one table a group of features."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name, weight in weights.features.items():
        group, _, feature = name.partition(".")
        groups[group].append(f'"{feature}" = {weight}')
    yield f"intercept = {weights.intercept}"
    for group, lines in groups.items():
        yield from ("", f"[{group}]", *lines)
    yield ""


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibrate", description=__doc__)
    parser.add_argument("--suites", type=Path, help="a folder with plover and meantime; without it, claims alone")
    parser.add_argument("--write", action="store_true", help=f"write the weights to {FILE.name}")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
