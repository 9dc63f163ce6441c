from datetime import date
from typing import Any

import pytest

from graph.errors import BadInput, NotFound
from graph.queries import events
from graph.store import Store, open_store
from tests.stories import CALL, KREMLIN, LAVROV, RIYADH, RUBIO, STARMER, STILL_TO_COME, STORIES, SUNDAY


def test_an_event_has_all_that_the_sentence_says(store: Store) -> None:
    event = events.get(store, CALL.event().id)
    assert (event.type, event.predicate, event.time) == ("CONSULT", "spoke_with", SUNDAY)
    assert [(part.entity.name, part.role, part.text) for part in event.participants] == [
        ("Marco Rubio", "actor", "Rubio"),
        ("Sergei Lavrov", "recipient", "Lavrov"),
    ]
    assert event.place is not None
    assert event.place.name == "Riyadh"
    assert event.attributed_to is not None
    assert event.attributed_to.id == KREMLIN.id
    assert CALL.text[event.sentence.begin : event.sentence.end] == event.sentence.text == CALL.text
    assert (event.article.id, event.article.published) == ("call", date(2025, 3, 17))
    assert event.claims == (CALL.record().claims[0].id,)


def test_the_latest_come_first_and_those_without_date_last(store: Store) -> None:
    found = events.find(store)
    assert found.total == len(STORIES)
    assert [event.article.id for event in found.items[:2]] == ["call", "again"]
    assert [event.article.id for event in found.items[2:3]] == ["plan"]
    assert all(event.time is None for event in found.items[3:])


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"type": "accuse"}, {"charge", "speech"}),
        ({"predicate": "spoke_with"}, {"call", "again"}),
        ({"actor": LAVROV.id}, {"call", "again", "visit", "denial"}),
        ({"actor": LAVROV.id, "type": "CONSULT", "polarity": "negative"}, {"denial"}),
        ({"predicate": "bc:spoke_with"}, {"call", "again"}),
        ({"predicate": "verb:defeat"}, set()),
        ({"place": RIYADH.id}, {"call"}),
        ({"modality": "planned"}, {"plan"}),
        ({"article": "visit"}, {"visit"}),
        ({"article": "visit", "actor": RUBIO.id}, set()),
        ({"since": date(2025, 3, 1)}, {"call"}),
        ({"until": date(2025, 3, 1)}, {"again", "plan"}),
        ({"since": date(2025, 1, 20), "until": date(2025, 1, 20)}, {"plan"}),
        ({"since": date(2025, 2, 28), "until": date(2025, 3, 16)}, {"call", "again"}),
        ({"since": date(2025, 3, 17)}, set()),
        ({"actor": "actor:nobody"}, set()),
        ({"type": '" . } #'}, set()),
    ],
)
def test_filters(store: Store, filters: dict[str, Any], expected: set[str]) -> None:
    found = events.find(store, **filters)
    assert {event.article.id for event in found.items} == expected
    assert found.total == len(expected)


def test_an_open_time_has_no_end(store: Store) -> None:
    (plan,) = events.find(store, article="plan").items
    assert plan.time == STILL_TO_COME


def test_pages_do_not_overlap(store: Store) -> None:
    pages = [events.find(store, actor=STARMER.id, limit=2, offset=offset).items for offset in (0, 2)]
    assert [len(page) for page in pages] == [2, 2]
    assert len({event.id for page in pages for event in page}) == 4


def test_a_predicate_has_a_prefix_of_ours() -> None:
    with open_store(":memory:") as empty, pytest.raises(BadInput, match="foo:bar"):
        events.find(empty, predicate="foo:bar")


def test_a_page_cannot_begin_before_the_list(store: Store) -> None:
    with pytest.raises(BadInput):
        events.find(store, offset=-1)


@pytest.mark.parametrize("unknown", ["event:0", "call", CALL.record().claims[0].id, "event:\u0000 <>"])
def test_an_unknown_event_is_not_found(store: Store, unknown: str) -> None:
    with pytest.raises(NotFound):
        events.get(store, unknown)


def test_a_query_counts_the_same(store: Store) -> None:
    rows = store.select("SELECT DISTINCT ?event { ?event sem:hasActor|bc:actor|bc:recipient actor:sergei-lavrov }")
    assert events.find(store, actor=LAVROV.id).total == len(rows)
