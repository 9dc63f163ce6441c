"""Whom "he" and "she" cannot be."""

import tomllib
from collections.abc import Callable

import pytest

from graph.extraction.coreference import Coreference
from graph.extraction.gender import FILE, given_names


def resolved(coreference: Callable[[str], Coreference], text: str, word: str) -> list[str]:
    found = coreference(text)
    token = next(token for token in found.mentions.doc if token.lower_ == word)
    return [referent.name for referent in found.resolve(token)]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Emmanuel Macron met Giorgia Meloni in Rome. She praised France.", "she", ["Giorgia Meloni"]),
        ("Emmanuel Macron met Giorgia Meloni in Rome. He praised Italy.", "he", ["Emmanuel Macron"]),
        ("Fiona Hill met Peter Brandt in Oslo. He praised Norway.", "he", ["Peter Brandt"]),
        ("Fiona Hill met Peter Brandt in Oslo. She praised Norway.", "she", ["Fiona Hill"]),
        ("Mr Okeke met Mrs Tanaka in Oslo. She praised Norway.", "she", ["Mrs Tanaka"]),
        ("King Bolu met spokeswoman Xan Wuli in Oslo. She praised Norway.", "she", ["Xan Wuli"]),
        ("Peter Brandt said on Monday that she would visit Norway.", "she", []),
        ("Angela Merkel said that he had visited Norway.", "he", []),
        ("Angela Merkel said that she had visited Norway.", "she", ["Angela Merkel"]),
        ("Xan Wuli left Oslo. She praised Norway.", "she", ["Xan Wuli"]),
        ("Xan Wuli left Oslo. He praised Norway.", "he", ["Xan Wuli"]),
        ("Peter Brandt met Kaja Kallas. Norway backed her plan.", "her", ["Kaja Kallas"]),
    ],
)
def test_a_pronoun_agrees_with_whom_it_stands_for(
    coreference: Callable[[str], Coreference], text: str, word: str, names: list[str]
) -> None:
    assert resolved(coreference, text, word) == names


def test_a_given_name_has_one_gender() -> None:
    names = tomllib.loads(FILE.read_text())
    assert set(names) == {"f", "m"}
    assert not set(names["f"]) & set(names["m"])
    assert len(given_names()) == sum(map(len, names.values()))
