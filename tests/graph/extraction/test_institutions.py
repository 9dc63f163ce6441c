from collections.abc import Callable

import pytest

from graph.extraction.institutions import is_national
from graph.model import Record


@pytest.mark.parametrize(
    ("name", "national"),
    [
        ("Supreme Court", True),
        ("Ministry of Foreign Affairs", True),
        ("Department of Justice", True),
        ("Department", False),
        ("Kenyan Senate", False),
        ("Board", False),
        ("Ministry of Sound Records", False),
    ],
)
def test_of_some_bodies_every_country_has_one(name: str, national: bool) -> None:
    assert is_national(name) is national


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("The Senate in Nairobi rejected the bill. Kenya protested.", "Kenyan Senate", "actor:kenyan-senate"),
        (
            "The Supreme Court ruled against Donald Trump.",
            "Supreme Court of the United States",
            "actor:supreme-court-of-the-united-states",
        ),
        (
            "The Foreign Ministry in Brasilia summoned the envoy. Brazil protested.",
            "Brazilian Foreign Ministry",
            "actor:brazilian-foreign-ministry",
        ),
        (
            "The Senate voted for it, as Germany, France and the United States had hoped.",
            "United States Senate",
            "actor:united-states-senate",
        ),
        (
            "The assistant secretary of the Air Force for Procurement, Ann Doe, met Senator John McCain.",
            "United States Air Force",
            "actor:united-states-air-force",
        ),
    ],
)
def test_a_body_is_of_the_country_of_which_its_article_speaks(
    read: Callable[[str], Record], text: str, name: str, id_: str
) -> None:
    assert name in [entity.name for entity in read(text).entities if entity.id == id_]


def test_a_body_of_no_clear_country_belongs_to_its_article(read: Callable[[str], Record]) -> None:
    record = read("The Parliament rejected the plan of the Board, which Chad, Niger and Mali had proposed.")
    bodies = {entity.name: entity.id for entity in record.entities if entity.type == "organization"}
    assert set(bodies) == {"Parliament", "Board"}
    assert all("." in id_ for id_ in bodies.values())
