from collections.abc import Callable

import pytest

from graph.model import Record

Read = Callable[[str], Record]


def participants(record: Record, role: str) -> list[str]:
    names = {entity.id: entity.name for entity in record.entities}
    return [names[p.entity] for event in record.events for p in event.participants if p.role == role]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Blinken met Lavrov in Dayton, Ohio.", ["Dayton"]),
        ("Blinken met Lavrov in Geneva, Switzerland.", ["Geneva"]),
        ("The jet was flown to Lyon in France.", ["Lyon"]),
        ("Merz met Macron in Toronto, Ontario.", ["Toronto"]),
        ("Talks were held in London, Paris and Rome.", ["London", "Paris", "Rome"]),
        ("Merz met Macron at the Serena Hotel in Nairobi.", ["Serena Hotel", "Nairobi"]),
    ],
)
def test_a_town_and_the_region_behind_it_are_one_place(read: Read, text: str, places: list[str]) -> None:
    assert participants(read(text), "place") == places


def test_a_region_behind_a_town_is_nobody_to_whom_something_is_done(read: Read) -> None:
    record = read("Protesters marched in Springfield, Illinois, and Denver, Colorado.")
    assert not {"Illinois", "Colorado"} & {*participants(record, "recipient"), *participants(record, "place")}


def test_countries_in_a_list_are_all_visited(read: Read) -> None:
    assert participants(read("Lavrov visited Turkey, Egypt and Jordan."), "recipient") == ["Turkey", "Egypt", "Jordan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merkel made stops in Ohio, Georgia and Iowa.", "place:georgia"),
        ("Merkel visited Georgia and Ohio.", "place:georgia"),
        ("Merkel visited Armenia, Georgia and Turkey.", "actor:georgia"),
        ("Merkel visited Georgia.", "actor:georgia"),
    ],
)
def test_a_country_among_states_is_the_state_of_that_name(
    read: Callable[[str], Record], text: str, expected: str
) -> None:
    (found,) = (entity for entity in read(text).entities if entity.name == "Georgia")
    assert (found.id, found.country) == (expected, "USA" if expected.startswith("place") else "GEO")
