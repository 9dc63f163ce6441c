from collections.abc import Callable

import pytest

from graph.model import Event, Record

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
        ("Rubio had met Lavrov.", "met_with", None),
        ("Rubio will meet Lavrov.", "met_with", None),
        ("Rubio met Lavrov two days later.", "met_with", None),
        ("Iran attacked Israel in 2019. Rubio met Lavrov.", "met_with", None),
        ("Iran attacked Israel in 2019. The Kremlin praised Iran.", "praised", None),
        ("Iran attacked Israel in 2019. Rubio spoke. Rubio met Lavrov.", "met_with", TODAY),
    ],
)
def test_what_is_told_as_news_has_the_day_of_the_news(read: Read, text: str, predicate: str, day: str | None) -> None:
    time = _event(read, text, predicate).time
    assert (time.begin.isoformat() if time else None) == day


def test_an_inferred_day_has_no_words(read: Read) -> None:
    time = _event(read, "Rubio met Lavrov.", "met_with").time
    assert time is not None
    assert (time.text, time.precision, time.begin) == (None, "day", time.end)
