"""Whom "the two", "both" and "they" stand for, where two were named before."""

from collections.abc import Callable

import pytest

from graph.extraction.coreference import Coreference

Read = Callable[[str], Coreference]

MERZ_TUSK = {"Friedrich Merz", "Donald Tusk"}


def resolved(coreference: Coreference, word: str) -> set[str]:
    """Names of those for whom the last such word of the text stands."""
    token = [token for token in coreference.mentions.doc if token.text == word][-1]
    return {referent.name for referent in coreference.resolve(token)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Friedrich Merz met Donald Tusk. The two praised Ukraine.", "two"),
        ("Friedrich Merz met Donald Tusk. They praised Ukraine.", "They"),
        ("Friedrich Merz and Donald Tusk left. They praised Ukraine.", "They"),
        ("Friedrich Merz was received by Donald Tusk. Their meeting was short.", "Their"),
        ("Friedrich Merz held talks with Donald Tusk. They praised Ukraine.", "They"),
        ("Neither Friedrich Merz nor Donald Tusk spoke after their meeting.", "their"),
        ("Friedrich Merz met Donald Tusk. It rained. They praised Ukraine.", "They"),
        ("Friedrich Merz met Donald Tusk. It rained. It snowed. It poured. The two men left.", "men"),
    ],
)  # fmt: skip
def test_two_who_did_something_together(coreference: Read, text: str, word: str) -> None:
    assert resolved(coreference(text), word) == MERZ_TUSK


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Friedrich Merz met Donald Tusk as rebels advanced. They praised Ukraine.", "They"),
        ("Friedrich Merz spoke. Donald Tusk listened. They praised Ukraine.", "They"),
        ("Friedrich Merz met Donald Tusk. Two of the guards praised Ukraine.", "Two"),
        ("Friedrich Merz met Donald Tusk. The two ships collided.", "ships"),
        ("Friedrich Merz met Donald Tusk. He had both a degree and a medal.", "degree"),
    ],
)
def test_others_are_no_pair(coreference: Read, text: str, word: str) -> None:
    assert not resolved(coreference(text), word) & MERZ_TUSK


def test_they_may_be_more_than_two(coreference: Read) -> None:
    found = coreference("Friedrich Merz, Donald Tusk and Keir Starmer met. They praised Ukraine.")
    assert resolved(found, "They") == {*MERZ_TUSK, "Keir Starmer"}


def test_words_that_would_stand_for_each_other_stand_for_nobody(coreference: Read) -> None:
    assert resolved(coreference("“I met Donald Tusk,” they said."), "they") == set()
