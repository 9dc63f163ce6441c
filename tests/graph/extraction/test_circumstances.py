from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Record

Read = Callable[[str], Record]


@pytest.mark.parametrize(
    ("text", "predicate", "place", "day"),
    [
        ("Rubio met Lavrov in Riyadh on Friday.", "met_with", "place:riyadh", "2025-03-14"),
        ("On Friday, the Kremlin said that Rubio met Lavrov.", "met_with", None, "2025-03-14"),
        ("On Friday, the Kremlin said that Rubio had met Lavrov.", "met_with", None, None),
        ("Talks between Iran and Israel began in Geneva on Monday.", "held_talks_with", "place:geneva", "2025-03-10"),
        ("Iran attacked Israel in 2024, and Rubio met Lavrov in Riyadh.", "met_with", "place:riyadh", None),
        ("Rubio, who was born in Miami in 1971, met Lavrov.", "met_with", None, "2025-03-16"),
        ("Rubio spoke on Friday at a conference hosted by Norway.", "hosted", None, "2025-03-14"),
        ("At a ceremony attended by Macron, Rubio praised Poland on Friday.", "attended_with", None, "2025-03-14"),
        ("At a ceremony attended by Macron, Rubio praised Poland.", "attended_with", None, "2025-03-16"),
        ("On Friday Rubio praised a bridge built by Norway.", "verb:build", None, None),
        ("Friday's explosion injured the minister.", "wounded", None, "2025-03-14"),
        ("Nobody saw Rubio when he met Lavrov on Friday.", "verb:see", None, "2025-03-14"),
        ("Rubio was ill when he met Lavrov. Putin visited Iran.", "visited", None, "2025-03-16"),
        ("Rubio visited Iran two days after the summit on March 3.", "visited", None, "2025-03-05"),
        ("Rubio visited Iran on March 3, two days before the election.", "visited", None, "2025-03-03"),
        ("Rubio visited Iran on March 3, two days before the election.", "noun:election", None, "2025-03-05"),
        ("Rubio visited Iran a week after Putin left Paris on March 3.", "visited", None, "2025-03-10"),
    ],
)  # fmt: skip
def test_when_and_where(read: Read, text: str, predicate: str, place: str | None, day: str | None) -> None:
    event = next(e for e in read(text).events if e.predicate == predicate)
    assert event.place == place
    assert (event.time.begin if event.time else None) == (date.fromisoformat(day) if day else None)


def test_a_country_can_be_a_place(read: Read) -> None:
    (event,) = (e for e in read("Rubio met Lavrov in Saudi Arabia.").events if e.predicate == "met_with")
    assert event.place == "actor:saudi-arabia"


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("The plane flew from Oslo to Bergen.", "flew", {"Oslo", "Bergen"}),
        ("Their tour of Kenya ended on Friday.", "tour", {"Kenya"}),
        ("Rubio met Lavrov at the Palace of Westminster.", "met", {"Palace of Westminster"}),
        ("The Oslo conference ended on Friday.", "conference", {"Oslo"}),
        ("It is to be held at the Lincoln Center.", "held", {"Lincoln Center"}),
    ],
)
def test_ways_venues_and_settings_are_places(read: Read, text: str, trigger: str, places: set[str]) -> None:
    record = read(text)
    names = {entity.id: entity.name for entity in record.entities}
    found = [event for event in record.events if text[event.trigger.begin : event.trigger.end] == trigger]
    assert {names[part.entity] for event in found for part in event.participants if part.role == "place"} == places
