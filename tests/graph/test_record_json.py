"""The record's JSON has the documented shape."""

import json
from datetime import date

from graph.model import Claim, Entity, Event, Participant, Record, Span, TimeSpan
from graph.record_json import dumps, to_dict

TEXT = "Rubio spoke with Lavrov on Sunday."
RECORD = Record(
    id="a",
    sentences=(Span(0, 34),),
    entities=(
        Entity("actor:marco-rubio", "Marco Rubio", "person", "USA", "GOV", "Q324546", "Secretary", True, (Span(0, 5),)),
    ),
    events=(
        Event(
            id="event:1",
            type="CONSULT",
            predicate="spoke_with",
            trigger=Span(6, 11),
            participants=(Participant("actor:marco-rubio", "actor", Span(0, 5)),),
            sentence=0,
            time=TimeSpan(date(2025, 3, 16), date(2025, 3, 16), "day", "on Sunday"),
            confidence=0.75,
        ),
    ),
    claims=(Claim("claim:1", "actor:marco-rubio", "spoke_with", "actor:sergei-lavrov", 0, "event:1"),),
)


def test_a_record_has_every_documented_field() -> None:
    assert to_dict(RECORD) == {
        "id": "a",
        "sentences": [{"begin": 0, "end": 34}],
        "entities": [
            {
                "id": "actor:marco-rubio",
                "name": "Marco Rubio",
                "type": "person",
                "country": "USA",
                "sector": "GOV",
                "wikidata": "Q324546",
                "title": "Secretary",
                "named": True,
                "mentions": [{"begin": 0, "end": 5}],
            }
        ],
        "events": [
            {
                "id": "event:1",
                "type": "CONSULT",
                "predicate": "spoke_with",
                "mode": None,
                "trigger": {"begin": 6, "end": 11},
                "participants": [{"entity": "actor:marco-rubio", "role": "actor", "begin": 0, "end": 5}],
                "sentence": 0,
                "place": None,
                "time": {"begin": "2025-03-16", "end": "2025-03-16", "precision": "day", "text": "on Sunday"},
                "polarity": "positive",
                "modality": "asserted",
                "attributed_to": None,
                "topic": None,
                "confidence": 0.75,
            }
        ],
        "claims": [
            {
                "id": "claim:1",
                "subject": "actor:marco-rubio",
                "predicate": "spoke_with",
                "object": "actor:sergei-lavrov",
                "sentence": 0,
                "event": "event:1",
                "polarity": "positive",
                "modality": "asserted",
                "attributed_to": None,
                "confidence": 0.5,
            }
        ],
    }


def test_a_record_is_one_line_that_reads_back() -> None:
    line = dumps(RECORD)
    assert "\n" not in line
    assert json.loads(line) == to_dict(RECORD)


def test_an_article_without_events_still_gives_a_record() -> None:
    expected = {"id": "Zażółć", "sentences": [], "entities": [], "events": [], "claims": []}
    assert json.loads(dumps(Record("Zażółć"))) == expected
    assert "Zażółć" in dumps(Record("Zażółć"))
