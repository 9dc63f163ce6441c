from collections.abc import Callable

import pytest

from graph.extraction import phrases
from graph.extraction.tokens import Doc, Token


def last(doc: Doc, word: str) -> Token:
    return [token for token in doc if token.text == word][-1]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The two old men who met Rubio left.", "men", "The two old men"),
        ("Soldiers of the northern army left.", "Soldiers", "Soldiers of the northern army"),
        ("Russia's foreign ministry, which is old, spoke.", "ministry", "Russia's foreign ministry"),
    ],
)
def test_extent(parse: Callable[[str], Doc], text: str, head: str, expected: str) -> None:
    doc = parse(text)
    start, end = phrases.extent(last(doc, head))
    assert doc[start:end].text == expected


def test_conjuncts_are_all_of_a_list(parse: Callable[[str], Doc]) -> None:
    doc = parse("US President Joe Biden, Chinese President Xi Jinping and Modi met in Bali.")
    assert [token.text for token in phrases.conjuncts(last(doc, "Biden"))] == ["Biden", "Jinping", "Modi"]


@pytest.mark.parametrize(("text", "number"), [("Both men left.", 2), ("The three men left.", 3), ("Men left.", None)])
def test_count(parse: Callable[[str], Doc], text: str, number: int | None) -> None:
    doc = parse(text)
    assert phrases.count(next(token for token in doc if token.lower_ == "men")) == number
