"""Whom offices stand for, and "his counterpart"."""

from collections.abc import Callable

import pytest

from graph.extraction.coreference import Coreference

Read = Callable[[str], Coreference]


def resolved(coreference: Coreference, word: str) -> list[str]:
    """Names of those for whom the last such word of the text stands."""
    token = [token for token in coreference.mentions.doc if token.text == word][-1]
    return [referent.name for referent in coreference.resolve(token)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Alexander Stubb met his Turkish counterpart.", "Recep Tayyip Erdogan"),
        ("Sergei Lavrov rang his American counterpart.", "Marco Rubio"),
        ("Keir Starmer rang his Indian counterpart.", "Narendra Modi"),
        ("Hungarian envoy Ada Nagy and Danish envoy Bo Holm left. Holm met his Hungarian counterpart.", "Ada Nagy"),
    ],
)  # fmt: skip
def test_a_counterpart_has_the_same_office_elsewhere(coreference: Read, text: str, name: str) -> None:
    assert resolved(coreference(text), "counterpart") == [name]


def test_a_figurehead_is_no_counterpart_of_who_governs(coreference: Read) -> None:
    (described,) = resolved(coreference("Emmanuel Macron rang his German counterpart."), "counterpart")
    assert described == "his German counterpart"
    assert resolved(coreference("Emmanuel Macron rang the German president."), "president") == [
        "Frank-Walter Steinmeier"
    ]


def test_the_two_leaders_are_those_who_lead(coreference: Read) -> None:
    text = "Finnish President Alexander Stubb met Turkish President Recep Tayyip Erdogan and adviser Ibrahim Kalin. "
    assert resolved(coreference(text + "The two leaders smiled."), "leaders") == [
        "Alexander Stubb",
        "Recep Tayyip Erdogan",
    ]
