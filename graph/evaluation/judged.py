"""A judged item: an event or a claim that somebody can tell to be right or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction.features import CONSTRUCT

if TYPE_CHECKING:
    from graph.extraction.features import Features


@dataclass(frozen=True, slots=True)
class Judged:
    """``said``: what the record says, and the sentence of the ``article`` that it was read from."""

    article: str
    said: str
    confidence: float
    features: Features
    right: bool

    @property
    def construct(self) -> str:
        """The kind of sentence or phrase it was found in."""
        return next(name.partition(".")[2] for name in self.features if name.startswith(f"{CONSTRUCT}."))
