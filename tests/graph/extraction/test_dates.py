from datetime import date

import pytest

from graph.extraction.dates import dates

SUNDAY = date(2025, 3, 16)


@pytest.mark.parametrize(
    ("words", "begin", "end", "precision"),
    [
        ("on Sunday", "2025-03-16", "2025-03-16", "day"),
        ("on Friday", "2025-03-14", "2025-03-14", "day"),
        ("last Sunday", "2025-03-09", "2025-03-09", "day"),
        ("next Monday", "2025-03-17", "2025-03-17", "day"),
        ("yesterday", "2025-03-15", "2025-03-15", "day"),
        ("three days ago", "2025-03-13", "2025-03-13", "day"),
        ("last month", "2025-02-01", "2025-02-28", "month"),
        ("earlier this week", "2025-03-10", "2025-03-16", "week"),
        ("two weeks ago", "2025-02-24", "2025-03-02", "week"),
        ("last year", "2024-01-01", "2024-12-31", "year"),
        ("in 2014", "2014-01-01", "2014-12-31", "year"),
        ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("in March", "2025-03-01", "2025-03-31", "month"),
        ("in December", "2024-12-01", "2024-12-31", "month"),
        ("in February 2024", "2024-02-01", "2024-02-29", "month"),
        ("on March 15, 2025", "2025-03-15", "2025-03-15", "day"),
        ("on 15 March 2025", "2025-03-15", "2025-03-15", "day"),
        ("on Friday, January 4, 2019", "2019-01-04", "2019-01-04", "day"),
        ("on 30 December", "2024-12-30", "2024-12-30", "day"),
        ("on 2025-03-11", "2025-03-11", "2025-03-11", "day"),
    ],
)
def test_words_for_a_time(words: str, begin: str, end: str, precision: str) -> None:
    (found,) = dates(f"They met {words} in Riyadh.", SUNDAY)
    assert (found.span.begin.isoformat(), found.span.end.isoformat(), found.span.precision) == (begin, end, precision)
    assert (found.span.text or "-") in words


@pytest.mark.parametrize(
    "words", ["on Sunday", "last month", "yesterday", "in March", "two weeks ago", "on 30 December"]
)
def test_without_a_day_of_publication_relative_words_mean_nothing(words: str) -> None:
    assert list(dates(f"They met {words}.", None)) == []


@pytest.mark.parametrize("words", ["on 31 June 2024", "on 2025-13-01", "1500 soldiers", "99999 years ago", "may 4"])
def test_what_is_no_date_gives_none(words: str) -> None:
    assert list(dates(f"They met {words}.", SUNDAY)) == []
