"""Constructs: in which kinds of sentence the extraction errs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.evaluation.reliability import Row, row
from graph.extraction.construct import CONSTRUCTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.evaluation.judged import Judged


def by_construct(judged: Sequence[Judged]) -> list[Row]:
    """One row for each construct that something was found in."""
    groups = {name: [(one.confidence, one.right) for one in judged if one.construct == name] for name in CONSTRUCTS}
    return [row(name, pairs) for name, pairs in groups.items() if pairs]
