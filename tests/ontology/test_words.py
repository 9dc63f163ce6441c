"""The word lists of the rules: each used by name, each word once and in order."""

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

LISTS = tomllib.loads(files("ontology").joinpath("words.toml").read_text(encoding="utf-8"))
GRAPH = Path(__file__).parents[2] / "graph"


def test_each_list_is_used_and_each_list_used_is_there() -> None:
    used = {name for file in GRAPH.rglob("*.py") for name in re.findall(r'wordlist\("(\w+)"\)', file.read_text())}
    assert used == set(LISTS)


@pytest.mark.parametrize("name", LISTS)
def test_the_words_of_a_list_stand_once_in_order_and_in_lower_case(name: str) -> None:
    assert LISTS[name]
    assert LISTS[name] == sorted({word.lower() for word in LISTS[name]})
