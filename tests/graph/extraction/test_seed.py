"""What an analyst must find in the seed article, and what must never be in it."""

from datetime import date
from pathlib import Path

import pytest

from graph.extraction import Extractor
from graph.model import Article, Event, Record

SEED = Path(__file__).parents[3] / "seeds" / "2025-03-16-us-russia-ukraine.txt"
TEXT = SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record(extractor: Extractor) -> Record:
    return extractor.record(Article("seed", TEXT, published=date(2025, 3, 16)))


def names(record: Record, event: Event, role: str) -> set[str]:
    by_id = {entity.id: entity.name for entity in record.entities}
    return {by_id[p.entity] for p in event.participants if p.role == role}


def one(record: Record, predicate: str, actor: str, recipient: str | None = None) -> Event:
    """The first event of a predicate with this actor and this recipient (or other actor)."""
    for event in record.events:
        others = names(record, event, "recipient") | (names(record, event, "actor") - {actor})
        if event.predicate == predicate and actor in names(record, event, "actor") and recipient in (None, *others):
            return event
    raise AssertionError(f"no event {actor} {predicate} {recipient}")


def name(record: Record, id_: str | None) -> str | None:
    return next((entity.name for entity in record.entities if entity.id == id_), None)


def test_rubio_spoke_with_lavrov(record: Record) -> None:
    call = one(record, "spoke_with", "Marco Rubio", "Sergei Lavrov")
    assert call.modality == "asserted"
    assert call.polarity == "positive"
    assert name(record, call.attributed_to) == "Russian foreign ministry"
    assert call.time is not None
    assert call.time.begin in (date(2025, 3, 15), date(2025, 3, 16))
    talked = [e for e in record.events if e.predicate in ("spoke_with", "discussed_with", "discussed") and e.topic]
    assert any("implementing agreements" in str(e.topic) for e in talked)
    assert any(
        {"Marco Rubio", "Sergei Lavrov"} <= names(record, e, "actor") and "Ukraine" in str(e.topic) for e in talked
    )


def test_what_goes_with_it_is_told_by_the_same_source_on_the_same_day(record: Record) -> None:
    discussed = one(record, "discussed_with", "Marco Rubio", "Sergei Lavrov")
    assert name(record, discussed.attributed_to) == "Russian foreign ministry"
    assert discussed.time is not None
    assert discussed.time.begin == date(2025, 3, 16)


def test_russia_and_the_united_states_held_talks(record: Record) -> None:
    talks = one(record, "held_talks_with", "Russia", "United States")
    assert (talks.modality, name(record, talks.attributed_to)) == ("asserted", "Kremlin")


@pytest.mark.parametrize(
    ("actor", "predicate", "recipient"),
    [
        ("Keir Starmer", "accused", "Vladimir Putin"),
        ("Volodymyr Zelensky", "accused", "Russia"),
        ("Volodymyr Zelensky", "accused", "Vladimir Putin"),
        ("Keir Starmer", "hosted", None),
        ("Ukraine", "accepted", "United States"),
        ("Ukraine’s European allies", "urged", "Russia"),
    ],
)
def test_asserted(record: Record, actor: str, predicate: str, recipient: str | None) -> None:
    event = one(record, predicate, actor, recipient)
    assert (event.modality, event.polarity) == ("asserted", "positive")


def test_the_summit_in_riyadh_was_the_month_before(record: Record) -> None:
    summit = next(e for e in record.events if TEXT[e.trigger.begin : e.trigger.end] == "summit" and e.place)
    assert names(record, summit, "actor") == {"Russia", "United States"}
    assert name(record, summit.place) == "Riyadh"
    assert summit.time is not None
    assert (summit.time.begin, summit.time.precision) == (date(2025, 2, 1), "month")


def test_a_russian_attack_killed_one_person_in_izyum(record: Record) -> None:
    killing = one(record, "killed", "Russia", "one person")
    assert killing.modality == "asserted"
    assert name(record, killing.place) == "Izyum"
    assert {"Izyum", "Kharkiv region"} <= names(record, killing, "place")
    assert name(record, killing.attributed_to) == "Ukrainian officials"


def test_putin_and_trump_have_not_spoken(record: Record) -> None:
    pair = {"actor:vladimir-putin", "actor:donald-trump"}
    between = [claim for claim in record.claims if {claim.subject, claim.object} == pair]
    assert between
    assert all(claim.modality in ("planned", "hypothetical") for claim in between)


def test_no_actor_is_a_headline_or_a_pronoun(record: Record) -> None:
    assert not {e.name for e in record.entities} & {"Putin Accused", "He", "he", "his feet", "Sunday", "European"}


def test_offsets_are_exact(record: Record) -> None:
    for entity in record.entities:
        assert entity.mentions
        for mention in entity.mentions:
            words = TEXT[mention.begin : mention.end]
            assert words == words.strip() != ""
    rubio = next(entity for entity in record.entities if entity.name == "Marco Rubio")
    assert {"Marco Rubio", "Rubio", "the two officials"} <= {TEXT[m.begin : m.end] for m in rubio.mentions}


def test_twice_gives_the_same(extractor: Extractor, record: Record) -> None:
    assert extractor.record(Article("seed", TEXT, published=date(2025, 3, 16))) == record
