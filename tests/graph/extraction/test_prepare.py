import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction.prepare import headlines, prepare

NAMES = {"Putin", "NATO", "Berlin"}


def prepared(text: str) -> str:
    return prepare(text, NAMES.__contains__)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Putin Accused of Lying About Ceasefire\nHe denied it.",
            "Putin accused of lying about ceasefire\nHe denied it.",
        ),
        ("NATO Members Discuss New Sanctions Package", "NATO members discuss new sanctions package"),
        ("Rubio spoke with Lavrov on Sunday.", "Rubio spoke with Lavrov on Sunday."),
        ("A line that stops\nhere goes on.", "A line that stops here goes on."),
        ("One sentence.\nAnother one.", "One sentence.\nAnother one."),
        ("GENEVA, Switzerland (Reuters) -- Iran left.", "GENEVA, Switzerland (Reuters)  \n Iran left."),
        ("MOSCOW — Iran left.", "MOSCOW \n Iran left."),
        ("Moscow - the capital - is cold.", "Moscow - the capital - is cold."),
        ("LOME (AFP): He left.", "LOME (AFP)\n He left."),
        ("He left the |Free Party | for good.", "He left the  Free Party | for good."),
        ("He left.\r\nShe came.", "He left. \nShe came."),
        ("He joined the Oslo based Norsk Hydro.", "He joined the Oslo-based Norsk Hydro."),
        ("He said when Ibsen based Hedda on her.", "He said when Ibsen based Hedda on her."),
    ],
)
def test_prepare(text: str, expected: str) -> None:
    assert prepared(text) == expected


def test_a_name_of_the_body_keeps_its_capital_in_the_headline() -> None:
    text = "Officials Arrest Smith After Long Search\nThe police found Smith in a barn."
    assert prepared(text).startswith("officials arrest Smith after long search\n")


def test_wrapped_lines_are_joined_and_paragraphs_kept_apart() -> None:
    text = "The ministers met in the capital on\nMonday and spoke about the price of\nGas from the east.\n\nThey left."
    assert prepared(text).count("\n") == 2


@given(st.text(max_size=200))
def test_every_offset_holds(text: str) -> None:
    assert len(prepared(text)) == len(text)


def test_headlines_are_lines_in_title_case_without_a_full_stop() -> None:
    text = "World Leaders Gather in Geneva Today\nWorld Leaders Gather in Geneva Today.\nleaders gather in Geneva\n"
    assert [text[line.begin : line.end] for line in headlines(text)] == ["World Leaders Gather in Geneva Today"]
