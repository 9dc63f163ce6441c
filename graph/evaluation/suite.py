"""A suite: a folder with articles and what people found in them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.errors import BadInput
from graph.model import Article
from graph.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Suite:
    """The articles, and the lines of gold by the id of the article they belong to."""

    name: str
    articles: tuple[Article, ...]
    gold: Mapping[str, tuple[Gold, ...]]


def load(folder: Path, name: str) -> Suite:
    """Read ``folder/name/articles.jsonl`` and ``gold.jsonl``; `BadInput` if they are not there or cannot be read."""
    articles = tuple(_article(item) for item in read([_file(folder / name / "articles.jsonl")]))
    gold: dict[str, tuple[Gold, ...]] = {}
    for row in _rows(_file(folder / name / "gold.jsonl")):
        gold[row["doc"]] = (*gold.get(row["doc"], ()), row)
    return Suite(name, articles, gold)


def _file(path: Path) -> Path:
    if not path.is_file():
        raise BadInput(f"{path} is not there: a suite is a folder with articles.jsonl and gold.jsonl")
    return path


def _article(item: object) -> Article:
    if not isinstance(item, Article):
        raise BadInput(f"a suite must be whole: {item}")
    return item


def _rows(path: Path) -> list[Gold]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            raise BadInput(f"{path}:{number}: not JSON: {error}") from None
        if not isinstance(rows[-1], dict) or not isinstance(rows[-1].get("doc"), str):
            raise BadInput(f"{path}:{number}: no object with the key doc")
    return rows
