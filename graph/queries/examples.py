"""Examples: named queries for what analysts ask most, to be taken as they are or changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SUFFIX = ".rq"


@dataclass(frozen=True, slots=True)
class Example:
    """A query with a name; ``title`` says what it answers."""

    name: str
    title: str
    query: str


@cache
def examples() -> tuple[Example, ...]:
    """Those of ``ontology/queries``, by name; the first line of each file is its title, as a comment."""
    found = sorted((files("ontology") / "queries").iterdir(), key=lambda file: file.name)
    return tuple(
        _example(file.name.removesuffix(SUFFIX), file.read_text(encoding="utf-8"))
        for file in found
        if file.name.endswith(SUFFIX)
    )


def _example(name: str, text: str) -> Example:
    title, _, query = text.partition("\n")
    return Example(name, title.removeprefix("# "), query)
