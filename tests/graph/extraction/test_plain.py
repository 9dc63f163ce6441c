from collections.abc import Callable

import pytest

from graph.model import Event, Record

STATES = ("verb:be", "verb:have", "verb:become", "verb:remain")


def states(record: Record) -> list[Event]:
    return [event for event in record.events if event.predicate in STATES]


def took_part(record: Record, event: Event) -> set[tuple[str, str]]:
    names = {entity.id: entity.name for entity in record.entities}
    return {(part.role, names[part.entity]) for part in event.participants}


@pytest.mark.parametrize(
    ("text", "predicate", "parts"),
    [
        ("Norway has two rigs.", "verb:have", {("actor", "Norway"), ("recipient", "two rigs")}),
        ("Lufthansa is a large airline.", "verb:be", {("recipient", "Lufthansa"), ("other", "large airline")}),
        ("Keir Starmer said that Norway would be on leave.", "verb:be", {("recipient", "Norway")}),
        ("Norway remained calm.", "verb:remain", {("recipient", "Norway")}),
    ],
)
def test_what_somebody_named_is_or_has(
    read: Callable[[str], Record], text: str, predicate: str, parts: set[tuple[str, str]]
) -> None:
    record = read(text)
    (event,) = states(record)
    assert (event.type, event.predicate) == ("OTHER", predicate)
    assert took_part(record, event) == parts


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Norway fitted the ship with two cranes.", {"two cranes"}),
        ("Norway downloaded a film from the shop.", {"shop"}),
        ("Norway painted the ship with great care.", set()),
        ("Norway painted the ship in two docks.", set()),
        ("Norway sold the ship through a broker.", {"broker"}),
    ],
)
def test_things_behind_the_prepositions_of_a_plain_verb(
    read: Callable[[str], Record], text: str, other: set[str]
) -> None:
    record = read(text)
    event = next(event for event in record.events if event.type == "OTHER")
    assert {name for role, name in took_part(record, event) if role == "other"} == other


def test_what_is_said_to_be_is_attributed(read: Callable[[str], Record]) -> None:
    (event,) = states(read("Keir Starmer says that Norway has two rigs."))
    assert event.attributed_to == "actor:keir-starmer"


def test_to_have_makes_no_claim(read: Callable[[str], Record]) -> None:
    record = read("Norway has Keir Starmer.")
    assert states(record)
    assert not record.claims


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The race between Norway and Peru was long.", "noun:race"),
        ("The cup was contested between Norway and Peru.", "verb:contest"),
    ],
)
def test_between_whom_it_goes_on(read: Callable[[str], Record], text: str, predicate: str) -> None:
    record = read(text)
    event = next(event for event in record.events if event.predicate == predicate)
    assert {("actor", "Norway"), ("actor", "Peru")} <= took_part(record, event)


@pytest.mark.parametrize(
    "text",
    [
        "Norway is to be visited by Keir Starmer.",
        "Norway has to leave.",
        "Norway has left.",
        "Norway is leaving.",
        "The airline is large.",
        "There are two rigs.",
    ],
)
def test_no_state_of_its_own(read: Callable[[str], Record], text: str) -> None:
    assert not states(read(text))


def test_a_verb_without_tense_in_which_nobody_takes_part_tells_nothing(read: Callable[[str], Record]) -> None:
    told = [event.predicate for event in read("Their safety was a goal to improve, and quality improved.").events]
    assert told.count("verb:improve") == 1


def test_what_somebody_is_taken_for_takes_no_part(read: Callable[[str], Record]) -> None:
    record = read("Merkel sailed to Oslo as chairwoman.")
    (event,) = (event for event in record.events if event.predicate == "verb:sail")
    assert not {name for role, name in took_part(record, event) if role == "other"}


def test_a_content_clause_tells_although_it_hangs_on_a_noun(read: Callable[[str], Record]) -> None:
    events = {
        event.predicate: event.polarity for event in read("There were complaints that it made no progress.").events
    }
    assert events["verb:make"] == "negative"
    assert "verb:make" not in {event.predicate for event in read("There were complaints made in May.").events}


@pytest.mark.parametrize(
    ("text", "predicate", "taking_part"),
    [
        ("Norway ended with a song.", "verb:end", ("actor", "Norway")),
        ("The trial ended in May.", "verb:end", None),
        ("Norway lost momentum in May.", "verb:lose", ("recipient", "Norway")),
        ("Norway lost ships in May.", "verb:lose", ("actor", "Norway")),
        ("Norway felt the rise in prices.", "noun:rise", ("recipient", "prices")),
        ("Norway felt the launch in pain.", "noun:launch", None),
        ("The Yaris launch was a success.", "noun:launch", ("recipient", "Yaris")),
        ("Norway extended the Corolla range.", "verb:extend", ("recipient", "Corolla range")),
        ("Norway extended the range.", "verb:extend", None),
        ("Norway bought the shares.", "verb:buy", ("recipient", "shares")),
    ],
)
def test_who_or_what_undergoes(
    read: Callable[[str], Record], text: str, predicate: str, taking_part: tuple[str, str] | None
) -> None:
    record = read(text)
    found = [part for event in record.events if event.predicate == predicate for part in took_part(record, event)]
    assert taking_part in found if taking_part else not [part for part in found if part != ("actor", "Norway")]


def test_a_need_is_told(read: Callable[[str], Record]) -> None:
    told = {event.predicate: event.polarity for event in read("Norway does not need new ships.").events}
    assert told["verb:need"] == "negative"


def test_what_is_called_off_is_told_whoever_would_take_part(read: Callable[[str], Record]) -> None:
    told = {event.predicate: event.polarity for event in read("Test flight cancelled after storm").events}
    assert told["noun:flight"] == "negative"


def test_a_deal_with_somebody_named_is_told_whoever_has_it(read: Callable[[str], Record]) -> None:
    told = {event.predicate for event in read("Rossi spoke against a deal to lease ten trucks from Norway.").events}
    assert "verb:lease" in told
