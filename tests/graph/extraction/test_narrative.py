from collections.abc import Callable
from datetime import date

import pytest

from graph.model import Event, Record, TimeSpan

Read = Callable[[str], Record]
TODAY = "2025-03-16"  # the day of publication of what `read` reads


def _event(read: Read, text: str, predicate: str) -> Event:
    return next(event for event in reversed(read(text).events) if event.predicate == predicate)


@pytest.mark.parametrize(
    ("text", "predicate", "day"),
    [
        ("Rubio met Lavrov.", "met_with", TODAY),
        ("Rubio has met Lavrov.", "met_with", TODAY),
        ("Rubio's visit ended on Friday. He met Lavrov.", "met_with", "2025-03-14"),
        ("Rubio Meets Lavrov In Riyadh\n\nRubio met Lavrov on Friday.", "met_with", "2025-03-14"),
        ("Rubio has met Lavrov. His visit ended on Friday.", "met_with", "2025-03-14"),
        ("Rubio's talks with Lavrov\n\nRubio arrived on Friday.", "held_talks_with", "2025-03-14"),
        ("Since Iran attacked Israel in 2019, Putin has warned Iran. Rubio met Lavrov.", "met_with", TODAY),
        ("A year after the war, Rubio is meeting Lavrov.", "met_with", TODAY),
        ("A year after leaving Iran, Rubio is meeting Lavrov.", "verb:leave", None),
        ("A year after the war, Rubio met Lavrov.", "met_with", None),
        ("Rubio had met Lavrov.", "met_with", None),
        ("Rubio met Lavrov two days later.", "met_with", None),
        ("Iran attacked Israel in 2019. Rubio met Lavrov.", "met_with", None),
        ("Iran attacked Israel in 2019. The Kremlin praised Iran.", "praised", None),
        ("Iran attacked Israel in 2019. Rubio spoke. Rubio met Lavrov.", "met_with", TODAY),
    ],
)
def test_what_is_told_as_news_has_the_day_of_the_news(read: Read, text: str, predicate: str, day: str | None) -> None:
    time = _event(read, text, predicate).time
    assert (time.begin.isoformat() if time else None) == day


@pytest.mark.parametrize(
    ("text", "predicate", "day"),
    [
        ("Rubio will meet Lavrov.", "met_with", TODAY),
        ("Rubio plans to meet Lavrov.", "met_with", TODAY),
        ("Rubio should meet Lavrov.", "met_with", TODAY),
        ("Rubio may meet Lavrov.", "met_with", TODAY),
        ("Rubio can meet Lavrov, his spokesman told reporters on Friday.", "met_with", "2025-03-14"),
        ("The Kremlin said on Thursday that Rubio would meet Lavrov.", "met_with", "2025-03-13"),
        ("Rubio's visit ended on Friday. He will meet Lavrov.", "met_with", "2025-03-14"),
    ],
)
def test_what_is_yet_to_come_is_open_from_the_day_of_the_report(
    read: Read, text: str, predicate: str, day: str
) -> None:
    event = _event(read, text, predicate)
    assert event.modality != "asserted"
    assert event.time == TimeSpan(date.fromisoformat(day), None, "open")


@pytest.mark.parametrize(
    "text",
    [
        "Rubio may have met Lavrov.",
        "Rubio is suspected of meeting Lavrov.",
        "Rubio had planned to meet Lavrov.",
        "The Kremlin denied that Rubio met Lavrov.",
        "The Kremlin denied on Friday that Rubio met Lavrov.",
        "Will Rubio meet Lavrov?",
        "In 2019 Iran attacked Israel. Rubio would meet Lavrov.",
    ],
)
def test_what_may_be_over_already_is_not_open(read: Read, text: str) -> None:
    event = _event(read, text, "met_with")
    assert event.modality != "asserted"
    assert event.time is None


def test_what_is_planned_for_a_day_has_that_day(read: Read) -> None:
    time = _event(read, "Rubio will meet Lavrov on March 20.", "met_with").time
    assert time is not None
    assert (time.begin, time.end, time.precision) == (date(2025, 3, 20), date(2025, 3, 20), "day")


def test_an_inferred_day_has_no_words(read: Read) -> None:
    time = _event(read, "Rubio met Lavrov.", "met_with").time
    assert time is not None
    assert (time.text, time.precision, time.begin) == (None, "day", time.end)
