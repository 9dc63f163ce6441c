import json
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.evaluation.suite import load


def write(folder: Path, articles: str, gold: str) -> None:
    (folder / "one").mkdir()
    (folder / "one" / "articles.jsonl").write_text(articles, encoding="utf-8")
    (folder / "one" / "gold.jsonl").write_text(gold, encoding="utf-8")


ARTICLE = json.dumps({"id": "a", "text": "It rained."})


def test_gold_is_found_by_article(tmp_path: Path) -> None:
    write(tmp_path, ARTICLE, '{"doc": "a", "n": 1}\n{"doc": "b"}\n{"doc": "a", "n": 2}\n')
    suite = load(tmp_path, "one")
    assert [article.id for article in suite.articles] == ["a"]
    assert [row["n"] for row in suite.gold["a"]] == [1, 2]


@pytest.mark.parametrize(
    ("articles", "gold", "message"),
    [
        ("{", "", "a suite must be whole"),
        (ARTICLE, "{", "gold.jsonl:1: not JSON"),
        (ARTICLE, "[]", "gold.jsonl:1: no object with the key doc"),
        (ARTICLE, '{"id": "a"}', "gold.jsonl:1: no object with the key doc"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, articles: str, gold: str, message: str) -> None:
    write(tmp_path, articles, gold)
    with pytest.raises(BadInput, match=message):
        load(tmp_path, "one")


def test_a_suite_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is not there"):
        load(tmp_path, "one")
