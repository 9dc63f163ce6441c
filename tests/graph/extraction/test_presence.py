"""Whether news tells of a political act at all: what is none looks like one in sport, on the markets, in accidents."""

from collections.abc import Callable

import pytest

from graph.model import Record

Read = Callable[[str], Record]


def acts(record: Record) -> set[str]:
    """The types of the events that are one of PLOVER's."""
    return {event.type for event in record.events} - {"OTHER", "STATEMENT"}


def told(record: Record, text: str) -> set[tuple[str, str]]:
    """Each role with the words that fill it."""
    return {(p.role, text[p.span.begin : p.span.end]) for event in record.events for p in event.participants}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Suicide attacker wounds 11 in Peshawar\n", "11"),
        ("Soldiers in Colombia killed nine on Monday.", "nine"),
        ("Police arrested dozens in Lagos.", "dozens"),
        ("Six wounded in Chicago\n", "Six"),
        ("Union organiser beheaded in Bogota\n", "Union organiser"),
        ("Ghanaian sailor freed in Somalia\n", "Ghanaian"),
        ("Trump says general's nephew killed\n", "general's nephew"),
    ],
)
def test_those_to_whom_it_is_done_may_be_a_number_or_lead_a_headline(read: Read, text: str, recipient: str) -> None:
    record = read(text)
    assert acts(record) & {"ASSAULT", "COERCE", "RETREAT"}
    assert ("recipient", recipient) in told(record, text)


def test_a_number_of_things_is_nobody(read: Read) -> None:
    text = "The shop sold 40 on Monday."
    assert ("recipient", "40") not in told(read(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "A blaze in a nightclub killed four guests on Friday.",
        "Two pilots were killed in a crash near Lyon.",
        "Bus overturns in Kenya, killing nine\n",
        "A wall collapsed in Naples, killing two workers.",
        "Gas explosion kills three in Ankara flat\n",
        "Five people were killed when a ferry capsized off Zanzibar.",
    ],
)
def test_nobody_attacks_in_an_accident(read: Read, text: str) -> None:
    assert not acts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed when a bomb derailed a train near Karachi.",
        "Israeli fire killed two Palestinians on Friday.",
        "Gunmen killed four passengers on a bus in Oromia.",
        "Rebels attacked a bus in Mali, killing nine people.",
    ],
)
def test_what_weapons_do_is_no_accident(read: Read, text: str) -> None:
    assert "ASSAULT" in acts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Burnley hit two late goals as the striker attacked Fulham.",
        "Croatia attacked Norway from the start of the qualifier.",
        "Lufthansa rejected a takeover offer from its rival.",
        "Siemens accused Toshiba of copying its brand.",
        "Nokia and Ericsson agreed to share a warehouse.",
        "The singer slammed her label over the album.",
        "Astronomers criticised a builder of satellites.",
        "CNN apologised to the actress.",
    ],
)
def test_sport_trade_science_and_shows_are_no_politics(read: Read, text: str) -> None:
    assert not acts(read(text))


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Police clashed with football supporters in Naples.", "ASSAULT"),
        ("The minister accused the retailer of fraud.", "ACCUSE"),
        ("Gunmen attacked a cricket team in Karachi.", "ASSAULT"),
        ("Siemens apologised to Nigeria.", "SUPPORT"),
        ("Rebels killed a singer in Goma.", "ASSAULT"),
        ("Japan rejected China's claim on the vaccine.", "REJECT"),
    ],
)
def test_public_life_is_politics_wherever_it_acts(read: Read, text: str, type_: str) -> None:
    assert type_ in acts(read(text))


def test_what_firms_do_keeps_its_predicate(read: Read) -> None:
    record = read("Boeing sued Airbus on Monday.")
    assert [(event.type, event.predicate) for event in record.events] == [("OTHER", "sued")]
    assert [claim.predicate for claim in record.claims] == ["sued"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Clashes erupted near Tabuk on Friday.", "ASSAULT"),
        ("A roadside bombing shook Basra.", "ASSAULT"),
        ("Unrest continues in Conakry.", "PROTEST"),
        ("Nine dead in ambush in Burkina Faso\n", "ASSAULT"),
        ("A bus strike began in Turin.", "PROTEST"),
        ("Dock workers in Antwerp struck on Monday.", "PROTEST"),
        ("A device exploded outside a bank in Lima.", "ASSAULT"),
        ("Mortars hit the port of Hodeida.", "ASSAULT"),
        ("The depot was damaged by air raids.", "ASSAULT"),
    ],
)
def test_violence_and_protest_happen_though_nobody_is_named(read: Read, text: str, type_: str) -> None:
    assert type_ in acts(read(text))


def test_between_whom_something_breaks_out_stands_behind_the_verb(read: Read) -> None:
    text = "Fighting broke out in Goma between Rwanda and Congo."
    assert {("actor", "Rwanda"), ("actor", "Congo")} <= told(read(text), text)


@pytest.mark.parametrize(
    ("text", "type_", "actor"),
    [
        ("Ghana, Togo to hold joint military exercise\n", "COOPERATE", "Ghana"),
        ("Japan to reinforce troops in Okinawa\n", "MOBILIZE", "Japan"),
        ("Spain rejects Moroccan plan for enclave\n", "REJECT", "Spain"),
        ("Norway called for the embargo to be lifted.", "REQUEST", "Norway"),
        ("The minister issued an order banning rallies.", "COERCE", "The minister"),
        ("Refugees clashed with guards in Calais.", "ASSAULT", "Refugees"),
    ],
)
def test_who_acts_in_headlines_and_orders(read: Read, text: str, type_: str, actor: str) -> None:
    record = read(text)
    assert type_ in acts(record)
    assert ("actor", actor) in told(record, text)


def test_to_end_a_campaign_for_votes_is_no_retreat(read: Read) -> None:
    assert not acts(read("The senator ended her campaign on Tuesday."))
    assert "RETREAT" in acts(read("Ethiopia ended its military campaign on Tuesday."))
