from collections.abc import Callable

import pytest

from graph.extraction.lexicon import lexicon
from graph.extraction.slots import Slots, units
from graph.extraction.tokens import Doc


@pytest.mark.parametrize(
    ("text", "word", "slot", "expected"),
    [
        ("Rubio spoke with Lavrov about Ukraine.", "spoke", "with", ["Lavrov"]),
        ("Rubio spoke with Lavrov on Friday.", "spoke", "on", []),
        ("Ukraine rejected Russia's demand.", "rejected", "object_possessor", ["Russia"]),
        ("Russia gave Iran weapons.", "gave", "indirect", ["Iran"]),
        ("Russia gave weapons to Iran.", "gave", "to", ["Iran"]),
        ("US-Russia talks failed.", "talks", "modifier", ["US", "Russia"]),
        ("Talks between Iran and Israel failed.", "Talks", "between", ["Iran", "Israel"]),
        ("Iran launched an attack on Israel.", "attack", "possessor", ["Iran"]),
        ("This is Iran's total number of attacks.", "attacks", "possessor", ["Iran"]),
        ("He spoke at a growers' conference.", "conference", "possessor", []),
        ("He spoke at the growers' conference.", "conference", "possessor", ["growers"]),
        ("Russia urged Iran to leave.", "urged", "clause", ["leave"]),
    ],
)
def test_fill(parse: Callable[[str], Doc], text: str, word: str, slot: str, expected: list[str]) -> None:
    token = next(token for token in parse(text) if token.text == word)
    assert [t.text for t in Slots(token, [], lexicon()).fill(slot)] == expected


def test_the_most_demanding_unit_comes_first(parse: Callable[[str], Doc]) -> None:
    doc = parse("Russia declared war on Ukraine.")
    found = [(unit.words, [word.text for word in words]) for unit, words in units(doc[1], lexicon())]
    assert found[0] == (("war",), ["war"])
