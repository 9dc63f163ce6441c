import pytest

from graph.linking.knowledge import knowledge
from graph.linking.spelling import spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Lavrov", "Sergej Lawrow"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyj"),
        ("Alexei Navalny", "Aleksey Navalnyy"),
        ("Mohammed bin Salman", "Muhammad bin Salman"),
        ("Mahmoud Abbas", "Mahmud Abbas"),
    ],
)
def test_ways_to_write_one_name(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(("one", "other"), [("Ann Baker", "Anna Baker"), ("John Kerry", "Jean Kerry")])
def test_names_that_only_sound_alike(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


def test_no_two_known_people_have_one_spelling() -> None:
    people = {(spelling(name), known.id) for name, known in knowledge().names() if known.type == "person"}
    full = [key for key, _ in people if " " in key]
    assert len(full) == len(set(full))
