from collections.abc import Callable

import pytest

from graph.extraction.subject_matter import is_medium, is_subject_matter
from graph.extraction.tokens import Doc
from graph.model import Record


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("Merz said that France was ready.", "France", True),
        ("Merz said that the army of France was ready.", "France", True),
        ("Merz said that the wives of soldiers of France were ready.", "France", False),
        ("Merz said that winds over France were strong.", "France", False),
    ],
)
def test_near_the_head_of_what_is_said(parse: Callable[[str], Doc], text: str, name: str, near: bool) -> None:
    doc = parse(text)
    topic = [token for token in doc if token.dep_ == "ccomp"]
    assert is_subject_matter(next(token for token in doc if token.text == name), topic) is near


def test_medium(parse: Callable[[str], Doc]) -> None:
    doc = parse("Merz wrote on Facebook that he would leave.")
    assert is_medium(next(token for token in doc if token.text == "Facebook"))


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Merz said that the army of France was ready.", {"France"}),
        ("Merz said that the wives of soldiers of France were ready.", set()),
        ("Merz said that the Boeing 747 and France were ready.", {"France"}),
    ],
)
def test_who_takes_part_in_a_statement(read: Callable[[str], Record], text: str, about: set[str]) -> None:
    record = read(text)
    names = {entity.id: entity.name for entity in record.entities}
    (statement,) = (event for event in record.events if event.type == "STATEMENT")
    assert {names[part.entity] for part in statement.participants if part.role == "topic"} == about
