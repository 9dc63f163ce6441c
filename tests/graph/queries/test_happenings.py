from dataclasses import replace
from datetime import date

import pytest

from graph.model import TimeSpan
from graph.queries import actors, events
from graph.store import Store, open_store
from tests.stories import CALL, LAVROV, MACRON, RUBIO, SUNDAY, Story, Who, fill

OSLO = Who("place:oslo", "Riyadh", "Oslo", type="place", country="NOR")
SAUDI_ARABIA = Who("actor:saudi-arabia", "Riyadh", "Saudi Arabia", type="country", country="SAU")
MONDAY = TimeSpan(date(2025, 3, 17), date(2025, 3, 17), "day", "on Monday")
MARCH = TimeSpan(date(2025, 3, 1), date(2025, 3, 31), "month", "in March")
INFERRED = replace(MONDAY, text=None)


def told(*stories: Story) -> Store:
    return fill(open_store(":memory:"), CALL, *stories)


def happenings(store: Store) -> list[list[str]]:
    """The articles that tell of each happening."""
    found = events.find(store, distinct=True).items
    return sorted(sorted((event.article.id, *(one.article.id for one in event.also))) for event in found)


@pytest.mark.parametrize(
    "other",
    [
        CALL,
        replace(CALL, subject=LAVROV, object=RUBIO),
        replace(CALL, place=None),
        replace(CALL, place=SAUDI_ARABIA),
        replace(CALL, time=MARCH),
        replace(CALL, time=INFERRED),
    ],
)
def test_what_two_articles_tell_of_is_counted_once(other: Story) -> None:
    with told(replace(other, id="other")) as store:
        assert happenings(store) == [["call", "other"]]
        (event,) = events.find(store, distinct=True).items
        assert [one.sentence.text for one in event.also] == [CALL.text]
        (contact,) = actors.contacts(store, RUBIO.id).items
        assert (contact.count, contact.happenings) == (2, 1)


@pytest.mark.parametrize(
    "other",
    [
        replace(CALL, time=MONDAY),
        replace(CALL, time=None),
        replace(CALL, place=OSLO),
        replace(CALL, object=MACRON, text=CALL.text.replace("Lavrov", "Macron")),
        replace(CALL, type="ACCUSE"),
        replace(CALL, polarity="negative"),
        replace(CALL, modality="planned"),
    ],
)
def test_what_differs_in_day_place_actors_or_kind_is_another(other: Story) -> None:
    with told(replace(other, id="other")) as store:
        assert happenings(store) == [["call"], ["other"]]


def test_meetings_on_different_days_stay_distinct_though_a_third_may_be_either() -> None:
    with told(replace(CALL, id="monday", time=MONDAY), replace(CALL, id="march", time=MARCH)) as store:
        assert sorted(map(len, happenings(store))) == [1, 2]
        (contact,) = actors.contacts(store, RUBIO.id).items
        assert (contact.count, contact.happenings) == (3, 2)


def test_each_happening_is_counted_for_the_page() -> None:
    stories = [replace(CALL, id=f"call-{number}", time=SUNDAY if number % 2 else MONDAY) for number in range(6)]
    with told(*stories) as store:
        assert events.find(store, distinct=True, limit=1).total == 2
        assert events.find(store).total == 7
