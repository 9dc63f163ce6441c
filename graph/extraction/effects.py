"""Effects: what words do to the clause or the noun that depends on them; data, in ``ontology/factuality.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).parents[2] / "ontology" / "factuality.toml"
Effects = dict[str, str]  # lemma -> what it does: a modality, "negated" or "implicative"


@cache
def effects() -> Mapping[str, Effects]:
    """By kind of word ("verbs", "nouns", "modals" …): what each lemma does to what depends on it."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {kind: {word: effect for effect, words in table.items() for word in words} for kind, table in tables.items()}
