"""Nearby: the sides of talks that the words of the sentence name and the parse does not give."""

import pytest

from graph.extraction import Extractor
from graph.model import Article

TOLD = [
    ("Gen. Ana Ruiz, the army chief, held what her office described as brisk talks with Mark Carney.", "Ana Ruiz"),
    ("Ana Ruiz had what she called a useful conversation with Mark Carney.", "Ana Ruiz"),
    ("Ana Ruiz, fresh from a meeting with Mark Carney, asked the crowd to be patient.", "Ana Ruiz"),
    ("Ana Ruiz, just back from talks with Mark Carney, asked the crowd to be patient.", "Ana Ruiz"),
    ("Talks Monday between Ana Ruiz and, for the second time, Prime Minister Mark Carney ended late.", "Ana Ruiz"),
    ("The conversation, which took an hour, was the first between Ana Ruiz and Mark Carney.", "Ana Ruiz"),
    ("Ana Ruiz on Monday hosted in Salta, her office said, Prime Minister Mark Carney.", "Ana Ruiz"),
    ("Ana Ruiz telephoned from her car Prime Minister Mark Carney.", "Ana Ruiz"),
    ("It was the second time that Ana Ruiz had received in her office Prime Minister Mark Carney.", "Ana Ruiz"),
    ("Ana Ruiz was hosting, for the third year running, Prime Minister Mark Carney.", "Ana Ruiz"),
]
UNTOLD = [
    "Leaders met in Salta, where on Monday Mark Carney gave a speech.",
    "Ana Ruiz met in Salta, Mark Carney said.",
    "Ana Ruiz hosted in Salta a friend of Mark Carney.",
    "Ana Ruiz will hold what she called a useful conversation with Mark Carney.",
    "Ana Ruiz met on Monday, with the exception of Mark Carney, all of the region's leaders.",
    "Ana Ruiz held talks in Salta with help from Mark Carney.",
    "Talks ended in Salta, and Ana Ruiz argued with Mark Carney.",
]
TALKS = {"spoke_with", "met_with", "held_talks_with", "hosted"}


def in_contact(extractor: Extractor, text: str) -> list[set[str]]:
    record = extractor.record(Article("a", text))
    names = {entity.id: entity.name for entity in record.entities}
    said = [c for c in record.claims if (c.modality, c.polarity) == ("asserted", "positive") and c.predicate in TALKS]
    return [{names[claim.subject], names[claim.object]} for claim in said]


@pytest.mark.parametrize(("text", "one"), TOLD)
def test_both_sides_are_found_along_the_words(extractor: Extractor, text: str, one: str) -> None:
    assert {one, "Mark Carney"} in in_contact(extractor, text)


@pytest.mark.parametrize("text", UNTOLD)
def test_who_stands_nearby_for_something_else_takes_no_part(extractor: Extractor, text: str) -> None:
    assert not [pair for pair in in_contact(extractor, text) if "Mark Carney" in pair]
