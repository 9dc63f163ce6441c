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
        ("in the summer of 2019", "2019-06-01", "2019-08-31", "season"),
        ("last summer", "2024-06-01", "2024-08-31", "season"),
        ("last winter", "2023-12-01", "2024-02-29", "season"),
        ("over the weekend", "2025-03-15", "2025-03-16", "week"),
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
    assert (str(found.span.begin), str(found.span.end), found.span.precision) == (begin, end, precision)
    assert found.span.text is not None
    assert found.span.text in words


@pytest.mark.parametrize(
    "words", ["on Sunday", "last month", "yesterday", "in March", "two weeks ago", "on 30 December"]
)
def test_without_a_day_of_publication_relative_words_mean_nothing(words: str) -> None:
    assert list(dates(f"They met {words}.", None)) == []


@pytest.mark.parametrize("words", ["on 31 June 2024", "on 2025-13-01", "1500 soldiers", "99999 years ago", "may 4"])
def test_what_is_no_date_gives_none(words: str) -> None:
    assert list(dates(f"They met {words}.", SUNDAY)) == []


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("They met on Friday. Two days later, they spoke.", "Two days later", "2025-03-16"),
        ("They met on 3 March 2025, and a week earlier they had spoken.", "a week earlier", "2025-02-24"),
        ("They met on Friday and spoke the next day.", "the next day", "2025-03-15"),
        ("They met on Friday. Hours later, they spoke.", "Hours later", "2025-03-14"),
        ("They met on Friday. The day before, they had spoken.", "The day before", "2025-03-13"),
    ],
)
def test_words_that_count_from_a_day_named_before(text: str, words: str, day: str) -> None:
    found = next(dated for dated in dates(text, SUNDAY) if dated.span.text == words)
    assert found.span.begin.isoformat() == day


@pytest.mark.parametrize("text", ["Two days later, they spoke.", "They met in 2019. Two days later, they spoke."])
def test_nothing_counts_from_an_unknown_day(text: str) -> None:
    assert "Two days later" not in [dated.span.text for dated in dates(text, SUNDAY)]


@pytest.mark.parametrize("text", ["Todays met.", "They met a tonightly guest.", "They met the weekenders."])
def test_a_part_of_a_word_is_no_time(text: str) -> None:
    assert list(dates(text, SUNDAY)) == []


def test_times_are_found_far_from_one_another_and_at_both_ends() -> None:
    filler = "They talked of trade and of nothing else at all. " * 9
    text = f"Yesterday they met. {filler}Talks began two weeks ago. {filler}They part on Monday"
    assert [text[d.begin : d.end] for d in dates(text, SUNDAY)] == ["Monday", "Yesterday", "two weeks ago"]


def test_a_time_in_capitals_or_over_a_line_is_found() -> None:
    assert [d.span.text for d in dates("LAST WEEKEND they met, and on 15\nMarch 2025 too", SUNDAY)] == [
        "15\nMarch 2025",
        "LAST WEEKEND",
    ]
