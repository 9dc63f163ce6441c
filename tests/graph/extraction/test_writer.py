import re
from collections.abc import Callable

import pytest

from graph.model import Record

Read = Callable[[str], Record]


def test_ids_point_to_what_is_there(read: Read) -> None:
    record = read("Rubio met Lavrov in Riyadh, the Kremlin said. He thanked Iran.")
    entities, events = {e.id for e in record.entities}, {e.id for e in record.events}
    for claim in record.claims:
        assert {claim.subject, claim.object} <= entities
        assert claim.event is None or claim.event in events
        assert claim.attributed_to is None or claim.attributed_to in entities
    for event in record.events:
        assert {participant.entity for participant in event.participants} <= entities
        begin, end = record.sentences[event.sentence].begin, record.sentences[event.sentence].end
        assert begin <= event.trigger.begin < event.trigger.end <= end


def test_offsets_hold_in_a_text_with_letters_outside_the_basic_plane(read: Read) -> None:
    text = "😀 “Rubio met Lavrov,” the Kremlin said.\r\n\r\nHe left Zürich."
    record = read(text)
    words = {text[m.begin : m.end] for entity in record.entities for m in entity.mentions}
    assert {"Rubio", "Lavrov", "Kremlin"} <= words


@pytest.mark.parametrize(
    ("text", "predicate", "topic"),
    [
        ("Rubio spoke with Lavrov about the war in Ukraine.", "spoke_with", "the war in Ukraine"),
        ("Keir Starmer hosted a summit on Ukraine, where he spoke.", "hosted", "Ukraine"),
        ("Germany urged Russia to withdraw its troops.", "urged", "to withdraw its troops"),
    ],
)
def test_topic(read: Read, text: str, predicate: str, topic: str) -> None:
    assert topic in [event.topic for event in read(text).events if event.predicate == predicate]


def test_nobody_has_an_edge_to_himself(read: Read) -> None:
    assert all(claim.subject != claim.object for claim in read("Russia accused Moscow. Putin blamed Putin.").claims)


@pytest.mark.parametrize("text", ["", " \n ", "…", "12:30", "https://example.org/?a=b", "Ωμέγα."])
def test_a_text_without_events_gives_a_record_all_the_same(read: Read, text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("Sanna Marin visited Estonia.", {"actor:estonia"}),
        ("Sanna Marin visited an exhibition.", set()),
        ("Jane Roe, whose deputy Tom Poe visited Estonia, was silent.", {"actor:estonia"}),
        ("Estonian lorries were travelling to Latvia.", set()),
        ("The Estonian lorry arrived in Latvia.", set()),
    ],
)
def test_only_somebody_visits_and_only_somewhere(read: Read, text: str, objects: set[str]) -> None:
    claims = [c for c in read(text).claims if c.predicate == "visited" and c.modality == "asserted"]
    assert {claim.object for claim in claims} == objects
    assert "actor:jane-roe" not in {claim.subject for claim in claims}


def test_a_place_behind_a_place_is_no_second_owner(read: Read) -> None:
    text = "A teacher called the police in Halifax, British Columbia (B.C.), Canada on Monday."
    assert len([claim for claim in read(text).claims if claim.predicate == "spoke_with"]) == 1


def test_what_is_only_likely_is_no_claim(read: Callable[[str], Record]) -> None:
    record = read("Guillaume Soro was arrested in Ghana for fraud.")
    (event,) = (event for event in record.events if event.predicate == "arrested")
    assert ("actor:ghana", "actor") in [(part.entity, part.role) for part in event.participants]
    assert not [claim for claim in record.claims if claim.event == event.id]


def claims_of(record: Record) -> set[tuple[str, str, str]]:
    names = {entity.id: entity.name for entity in record.entities}
    return {(names[claim.subject], claim.predicate, names[claim.object]) for claim in record.claims}


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("Syria shot down a Turkish drone.", (), ("Syria", "shot_down", "Turkey")),
        ("Police released Angela Merkel.", ("Police", "released", "Angela Merkel"), ()),
        ("Kenya rejected Uganda's proposal.", ("Kenya", "rejected", "Uganda"), ()),
        ("Kenya endorsed the removal of Uganda.", (), ("Kenya", "endorsed", "Uganda")),
        ("The Merkel campaign criticized France for the trip.", (), ("Angela Merkel", "criticized", "France")),
        ("Germany attacked the ruling as a scandal.", (), ("Germany", "attacked", "ruling")),
    ],
)
def test_what_is_done_to_a_part_is_not_claimed_of_the_whole(
    read: Read, text: str, kept: tuple[str, ...], dropped: tuple[str, ...]
) -> None:
    found = claims_of(read(text))
    assert not kept or kept in found
    assert dropped not in found


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Merz said that France was ready.", {"France"}),
        ("Merz said on Twitter that France was ready.", {"France"}),
        ("Merz wrote on Facebook.", set()),
        ("Merz described the sale of France's ships.", set()),
        ("Merz announced a plan to meet Emmanuel Macron.", {"Emmanuel Macron"}),
        ("Merz said that a caller from a firm in the south of France had left.", set()),
    ],
)
def test_a_statement_is_about_what_is_near(read: Read, text: str, about: set[str]) -> None:
    assert {obj for _, predicate, obj in claims_of(read(text)) if predicate == "spoke_about"} == about


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The American embassy in London thanked Peru.", {"place:london"}),
        ("Ann Roe was flown from Omsk to Moscow for treatment.", {"place:moscow"}),
        ("Volodymyr Zelensky accused Moscow of lies.", {"actor:russia"}),
    ],
)
def test_a_capital_is_the_government_only_where_it_acts(read: Read, text: str, expected: set[str]) -> None:
    """Whoever looks for participants asks what a word would stand for if it acted."""
    capital = re.compile("London|Moscow")
    found = {entity.id for entity in read(text).entities for span in entity.mentions if capital.match(text, span.begin)}
    assert found == expected
