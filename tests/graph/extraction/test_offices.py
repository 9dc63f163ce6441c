"""Whom offices stand for, and "his counterpart"."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.extraction import Extractor
from graph.extraction.coreference import Coreference
from graph.model import Article

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


@pytest.mark.parametrize(
    ("on", "text", "expected"),
    [
        (date(2023, 5, 2), "The US president met Rishi Sunak.", "actor:joe-biden"),
        (date(2025, 5, 2), "The US president met Keir Starmer.", "actor:donald-trump"),
        (date(2025, 1, 19), "The American president met Keir Starmer.", "actor:joe-biden"),
        (date(2025, 1, 21), "The American president met Keir Starmer.", "actor:donald-trump"),
        (date(2023, 5, 2), "Mr. Zelenskiy met Rishi Sunak.", "actor:volodymyr-zelensky"),
        (date(2023, 5, 2), "Volodymyr Zelenskyy met Rishi Sunak.", "actor:volodymyr-zelensky"),
        (date(2025, 5, 2), "Volodymyr Zelenskyj met Sir Keir Starmer.", "actor:volodymyr-zelensky"),
    ],
)
def test_who_it_is_on_that_day(extractor: Extractor, on: date, text: str, expected: str) -> None:
    record = extractor.record(Article("article", text, published=on))
    assert expected in [entity.id for entity in record.entities]


def test_the_presidents_of_two_years_are_two(extractor: Extractor) -> None:
    days = (date(2023, 5, 2), date(2025, 5, 2))
    records = [extractor.record(Article("article", "The US president left Kiev.", published=day)) for day in days]
    met = [{entity.id for entity in record.entities if entity.type == "person"} for record in records]
    assert met == [{"actor:joe-biden"}, {"actor:donald-trump"}]
