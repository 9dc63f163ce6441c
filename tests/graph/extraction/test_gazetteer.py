from collections.abc import Callable

import pytest

from graph.extraction.gazetteer import Gazetteer
from graph.extraction.mentions import Mention
from graph.extraction.tokens import Doc


@pytest.fixture
def names(parse: Callable[[str], Doc], gazetteer: Gazetteer) -> Callable[[str], list[Mention]]:
    def find(text: str) -> list[Mention]:
        doc = parse(text)
        return gazetteer.names(doc, gazetteer.titles(doc))

    return find


Names = Callable[[str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marco Rubio met Sergei Lavrov.", [("Marco Rubio", "person"), ("Sergei Lavrov", "person")]),
        ("The U.S. and the UK met.", [("United States", "country"), ("United Kingdom", "country")]),
        ("Air France left Moscow.", [("Air France", "organization"), ("Moscow", "place")]),
        ("Kyiv accused the Kremlin.", [("Kyiv", "place"), ("Kremlin", "organization")]),
        ("President Vladimir Putin left.", [("Vladimir Putin", "person")]),
        ("The Russian minister left on Sunday.", []),
        ("It helped us.", []),
    ],
)
def test_names(names: Names, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.name, mention.type) for mention in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("Russian Foreign Minister Sergei Lavrov left.", "Foreign Minister", "RUS"),
        ("Angela Merkel, the German chancellor, left.", "chancellor", "DEU"),
        ("US Secretary of State Marco Rubio left.", "Secretary of State", "USA"),
        ("Jane Roe, president of Iran, left.", "president", "IRN"),
        ("Jane Roe left.", None, None),
    ],
)
def test_titles(names: Names, text: str, title: str | None, country: str | None) -> None:
    person = next(mention for mention in names(text) if mention.type == "person")
    assert (person.title, person.country) == (title, country)


def test_a_surname_that_the_recogniser_misses_is_found_through_the_full_name(names: Names) -> None:
    found = names("Keir Starmer spoke. Starmer accused Moscow.")
    assert [mention.name for mention in found if mention.type == "person"] == ["Keir Starmer", "Starmer"]


@pytest.mark.parametrize(
    "text", ["Cyclone Freddy left.", "Tropical Storm Freddy left.", "In Malawi, Typhoon Freddy left."]
)
def test_the_name_of_a_storm_is_a_thing(names: Names, text: str) -> None:
    storm = next(mention for mention in names(text) if "Freddy" in mention.name)
    assert storm.type == "other"


def test_a_known_title_takes_no_half_of_a_name(names: Names) -> None:
    assert "Xi Jinping" in {mention.name for mention in names("Chinese President Xi Jinping spoke.")}
    assert "Xi Jinping" in {mention.name for mention in names("Beijing is silent. President Xi spoke.")}


def test_a_body_of_another_country_is_not_the_one_of_the_name(names: Names) -> None:
    found = names("The Kenyan Senate met.")
    assert [(m.name, m.country, m.known) for m in found] == [("Kenyan Senate", "KEN", None)]
    assert [m.name for m in names("The American Senate met.")][-1:] == ["United States Senate"]


def test_a_title_of_two_words_is_no_part_of_the_name(names: Names) -> None:
    """The recogniser cuts it: "First" and "Lady Ann Baker"."""
    (found,) = (name for name in names("He thanked First Lady Ann Baker.") if name.type == "person")
    assert (found.name, found.title) == ("Ann Baker", "First Lady")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The Conception sank on Monday.", []),
        ("Brexit worries Paris. Coronavirus worries it more.", []),
        ("The Baker plan failed. Ann Baker said so.", ["Baker", "Ann Baker"]),
        ("The Lavrov plan failed.", ["Lavrov"]),
    ],
)
def test_things_are_no_people(names: Names, text: str, people: list[str]) -> None:
    assert [name.name for name in names(text) if name.type == "person"] == people
