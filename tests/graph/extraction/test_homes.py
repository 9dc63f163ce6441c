"""Of which country somebody is, by the words around the name."""

from collections.abc import Callable

import pytest

from graph.extraction.gazetteer import Gazetteer
from graph.extraction.mentions import Mentions
from graph.extraction.tokens import Doc

Country = Callable[[str, str], str | None]


@pytest.fixture
def country(parse: Callable[[str], Doc], gazetteer: Gazetteer) -> Country:
    def find(text: str, word: str) -> str | None:
        doc = parse(text)
        mention = Mentions(doc, gazetteer).at(next(token for token in doc if token.text == word))
        assert mention is not None
        return mention.country

    return find


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They met in Mombasa.", "Mombasa", "KEN"),
        ("They met in Bombay.", "Bombay", "IND"),
        ("They met in Hyderabad on Monday.", "Hyderabad", None),
        ("They fled to the Kharkiv region.", "region", "UKR"),
        ("The rebels hold Northern Uganda.", "Uganda", "UGA"),
        ("The storm crossed the Sea of Japan.", "Sea", None),
        ("They travelled through South America.", "America", None),
        ("They shelled Grozny in Chechnya.", "Chechnya", "RUS"),
    ],
)
def test_a_place_lies_in_a_country(country: Country, text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Police in Lagos arrested two Germans.", "Police", "NGA"),
        ("Nairobi's police chief warned Somali traders.", "chief", "KEN"),
        ("Catalan officials met French envoys.", "officials", "ESP"),
        ("A member of the Ghanaian parliament met French envoys.", "member", "GHA"),
        ("Villagers in the Kenyan capital fought Somali traders.", "Villagers", "KEN"),
        ("Soviet troops fought Afghan rebels.", "troops", "RUS"),
        ("Assad's forces fought Turkish troops.", "forces", "SYR"),
        ("Troops in Iraq fought Syrian rebels.", "Troops", None),
        ("The ambassador in Paris met German officials.", "ambassador", None),
        ("Pro-Russian rebels fought in the east.", "rebels", None),
        ("Romania and Slovakia met ethnic Hungarians.", "Hungarians", None),
        ("The ministers of Kenya and Ghana met on Monday.", "ministers", None),
        ("Sweden's allies met French envoys.", "allies", None),
    ],
)
def test_a_description_tells_a_country(country: Country, text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kofi Sarpong, Ghana's leading human rights lawyer, met French envoys.", "Sarpong", "GHA"),
        ("A member of the Ghanaian parliament, Kofi Sarpong, met French envoys.", "Sarpong", "GHA"),
        ("Peru's Cabinet met Chilean envoys.", "Cabinet", "PER"),
        ("Iran's UN ambassador Karim Hosseini met Swiss envoys.", "Hosseini", "IRN"),
        ("Kofi Sarpong met French envoys.", "Sarpong", None),
    ],
)
def test_words_around_a_name_tell_a_country(country: Country, text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Protesters blocked roads in Lima after the French company left.", "Protesters", "PER"),
        ("Hundreds of people marched in Lima against a German firm.", "Hundreds", "PER"),
        ("Sikhs clashed with police in Punjab after Pakistan and India had met.", "Sikhs", None),
        ("Students marched through the rain after the French president and the German one had met.", "Students", None),
    ],
)
def test_people_are_from_where_they_act(country: Country, text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The opposition rejected the budget of Portugal.", "opposition", "PRT"),
        ("Teachers went on strike across Portugal.", "Teachers", "PRT"),
        ("The Farmers Party left the talks in Lisbon.", "Party", "PRT"),
        ("The agency Reuters said that teachers went on strike in Portugal.", "teachers", "PRT"),
        ("Foreign teachers praised Portugal.", "teachers", None),
        ("Tourists praised Portugal.", "Tourists", None),
        ("Hackers attacked banks of Portugal.", "Hackers", None),
        ("UN officials praised Portugal.", "officials", None),
        ("The company left Portugal.", "company", None),
    ],
)
def test_people_are_from_the_one_country_of_the_article(
    country: Country, text: str, word: str, expected: str | None
) -> None:
    assert country(text, word) == expected
