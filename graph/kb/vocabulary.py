"""The words of other collections and what they are here; data, in ``ontology/imports.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import EntityType

FILE = Path(__file__).parents[2] / "ontology" / "imports.toml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """PLOVER's ``sectors``, FollowTheMoney's ``schemata`` and ``topics``, CAMEO's ``roles`` ...."""

    sectors: list[str]
    schemata: Mapping[str, EntityType]
    topics: Mapping[str, str]
    roles: Mapping[str, str]
    posts: Mapping[str, str]
    countries: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once a process."""
    return Vocabulary(**tomllib.loads(FILE.read_text(encoding="utf-8")))
