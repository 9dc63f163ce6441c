from collections.abc import Callable

import pytest

from graph.extraction.gazetteer import Gazetteer
from graph.extraction.mentions import Mention, Mentions
from graph.extraction.tokens import Doc


@pytest.fixture
def at(parse: Callable[[str], Doc], gazetteer: Gazetteer) -> Callable[[str, str], Mention | None]:
    def find(text: str, word: str) -> Mention | None:
        doc = parse(text)
        return Mentions(doc, gazetteer).at(next(token for token in doc if token.text == word))

    return find


At = Callable[[str, str], Mention | None]


@pytest.mark.parametrize(
    ("text", "word", "kind", "name", "type_", "country"),
    [
        ("Ukrainian officials left.", "officials", "nominal", "Ukrainian officials", "group", "UKR"),
        ("Russia's foreign ministry spoke.", "ministry", "nominal", "Russia's foreign ministry", "organization", "RUS"),
        ("One soldier left.", "soldier", "nominal", "One soldier", "person", None),
        ("Ukraine's allies left.", "allies", "nominal", "Ukraine's allies", "group", None),
        ("The proposal failed.", "proposal", "nominal", "proposal", "other", None),
        ("They fled the Kursk region.", "region", "name", "Kursk region", "place", None),
        ("He left.", "He", "pronoun", "He", "person", None),
    ],
)
def test_mention(at: At, text: str, word: str, kind: str, name: str, type_: str, country: str | None) -> None:
    mention = at(text, word)
    assert mention is not None
    assert (mention.kind, mention.name, mention.type, mention.country) == (kind, name, type_, country)


def test_a_verb_is_no_mention(at: At) -> None:
    assert at("Rubio left.", "left") is None


def test_two_of_them_are_who_they_are_of(at: At) -> None:
    mention = at("Two of the soldiers left.", "Two")
    assert mention is not None
    assert mention.name == "soldiers"
