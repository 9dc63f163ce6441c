from collections.abc import Callable

import pytest

from graph.model import Record

Read = Callable[[str], Record]


@pytest.fixture
def taking_part(read: Read) -> Callable[[str, str], set[str]]:
    """The words, as they stand in a text, of those who take part in the event of a word."""

    def find(text: str, trigger: str) -> set[str]:
        events = [e for e in read(text).events if text[e.trigger.begin : e.trigger.end] == trigger]
        return {text[part.span.begin : part.span.end] for event in events for part in event.participants}

    return find


Find = Callable[[str, str], set[str]]


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("A Boeing 737 crashed near Kano on Monday.", "crashed", {"A Boeing 737", "Kano"}),
        ("The Airbus 320 landed in Lyon.", "landed", {"The Airbus 320", "Lyon"}),
        ("A Lufthansa 747 skidded in Mumbai.", "skidded", {"A Lufthansa 747", "Mumbai"}),
        ("A Ryanair Boeing 737-800 landed in Berlin.", "landed", {"A Ryanair Boeing 737-800", "Berlin"}),
        ("Lufthansa Flight 319 crashed on Sunday.", "crashed", {"Lufthansa Flight 319"}),
        ("Boeing delayed the Boeing 777.", "delayed", {"Boeing", "the Boeing 777"}),
        ("Iran released Boeing 200 days later.", "released", {"Iran", "Boeing"}),
    ],
)
def test_a_model_or_a_flight_is_no_company(taking_part: Find, text: str, trigger: str, found: set[str]) -> None:
    assert taking_part(text, trigger) == found


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Saab won a large contract.", "won", {"Saab", "a large contract"}),
        ("Moscow signed a contract with Ankara.", "signed", {"Moscow", "Ankara", "a contract"}),
        ("The bank doubled its profits.", "doubled", {"The bank", "its profits"}),
        ("Siemens sold its options in the mine.", "sold", {"Siemens", "its options"}),
        ("Kenya Airways ordered $3 billion in new jets.", "ordered", {"Kenya Airways", "new jets"}),
        ("The army received a number of aircraft.", "received", {"The army", "a number of aircraft"}),
        ("The army received a number of complaints.", "received", {"The army"}),
        ("The minister lost his seat.", "lost", {"The minister"}),
        ("Kenya Airways spent $3 billion.", "spent", {"Kenya Airways"}),
    ],
)
def test_what_is_signed_won_or_owned_is_a_thing(taking_part: Find, text: str, trigger: str, found: set[str]) -> None:
    assert taking_part(text, trigger) == found


@pytest.mark.parametrize("text", ["Saab won a contract.", "The bank doubled its profits."])
def test_a_contract_and_profits_do_not_happen(read: Read, text: str) -> None:
    assert len(read(text).events) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "found"),
    [
        ("Merz spoke at the Munich Security Conference.", "spoke", {"Merz"}),
        ("The news drew attention from the media.", "drew", set()),
        ("The Kremlin won support from Reuters.", "won", {"Kremlin", "Reuters"}),
    ],
)
def test_an_occasion_and_the_media_stand_by_at_nothing(
    taking_part: Find, text: str, trigger: str, found: set[str]
) -> None:
    assert taking_part(text, trigger) == found


def test_an_accord_is_signed_in_a_city_and_not_with_it(read: Read) -> None:
    roles = {
        part.role for event in read("The ministers signed the accord in Paris.").events for part in event.participants
    }
    assert roles == {"actor", "place"}
