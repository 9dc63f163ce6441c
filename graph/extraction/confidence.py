"""Confidence: how likely it is that a claim is what the sentence says, from how it was found.

A logistic model over a few features. The weights are data, in ``ontology/confidence.toml``, where
``benchmarks/calibrate.py`` writes what it fits to judged claims.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import BadInput
from graph.extraction.features import NAMES, OUTSIDE, PREDICATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.extraction.features import Features

FILE = Path(__file__).parents[2] / "ontology" / "confidence.toml"
LEAST, MOST = 0.05, 0.95  # nothing that was judged allows more
UNTYPED = 0.5  # the most for a word outside the lexicon: that it is none of the types is a guess
LARGEST = 100  # a larger weight is a slip


@dataclass(frozen=True, slots=True)
class Weights:
    """``intercept`` are the log odds of being right where no feature is there; each feature adds to them."""

    intercept: float
    features: Mapping[str, float]

    def confidence(self, found: Features) -> float:
        """Between 0.05 and 0.95, in hundredths."""
        odds = self.intercept + sum(self.features.get(name, 0.0) * value for name, value in found.items())
        most = UNTYPED if OUTSIDE in found else MOST
        return round(min(most, max(LEAST, 1 / (1 + exp(-odds)))), 2)


@cache
def weights() -> Weights:
    """The weights that come with the package, read once."""
    return load()


def load(file: Path = FILE) -> Weights:
    """Read the weights; `BadInput` names what is missing, unknown or no number."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{file.name}: the weights cannot be read: {error}") from error
    found = {name: _number(value, name, file) for name, value in _flat(content)}
    wanted = NAMES | {"intercept"}
    named = {name for name in found if not name.startswith(f"{PREDICATE}.")}
    if wrong := sorted(wanted ^ named):
        raise BadInput(f"{file.name}: {wrong[0]} is {'missing' if wrong[0] in wanted else 'no feature'}")
    return Weights(found.pop("intercept"), found)


def _flat(content: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """``{"role": {"pronoun": -0.4}}`` -> ``("role.pronoun", -0.4)``."""
    for name, value in content.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", weight) for key, weight in value.items())
        else:
            yield name, value


def _number(value: object, name: str, file: Path) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= LARGEST:
        raise BadInput(f"{file.name}: {name} is no weight: {value!r}")
    return float(value)
