"""Words with a part in how a sentence, or a name, is read; they are data, in ``ontology/words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).parents[1] / "ontology" / "words.toml"


def wordlist(name: str) -> frozenset[str]:
    """The words of one list, such as ``venues``."""
    return lists()[name]


@cache
def lists() -> dict[str, frozenset[str]]:
    """All lists by name, read once."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: frozenset(found) for name, found in tables.items()}
