"""Dates: what the words for a time mean, counted from the day of publication, with the precision that they have."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from graph.model import Precision, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_NUMBERS |= {"a": 1, "an": 1, "a couple of": 2, "several": 3}
_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
_MONTH += r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DAY = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_SIDE = r"(?:(?P<side>last|past|next|this|the same|earlier this|later this|the following|the previous)\s+)"
COUNT = r"(?P<number>\d+|" + "|".join(_NUMBERS) + ")"
_AFTER_MONTH = r"(?<=[Ii]n )|(?<=[Ss]ince )|(?<=[Dd]uring )|(?<=late )|(?<=early )|(?<=mid-)"
_AFTER_YEAR = rf"(?:{_AFTER_MONTH}|(?<=of )|(?<=the ))"

Found = tuple[date, date, Precision]


def _month(number: int, year: int) -> Found:
    return date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month"


def _day(day: date) -> Found:
    return day, day, "day"


def _shift_months(day: date, months: int) -> tuple[int, int]:
    """(month, year) so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return index % 12 + 1, index // 12


def _side(match: re.Match[str]) -> int:
    """-1 for the last, 0 for this, 1 for the next."""
    word = (match["side"] or "this").lower()
    return -1 if word in ("last", "past", "the previous") else 1 if word in ("next", "the following") else 0


def _month_number(match: re.Match[str]) -> int:
    return next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(match["month"].lower()[:3]))


def _nearest_year(month: int, day: int, today: date) -> int:
    """The year that brings a date without one nearest to the day of publication."""
    return min((today.year + n for n in (0, -1, 1)), key=lambda y: abs((date(y, month, min(day, 28)) - today).days))


def _full(match: re.Match[str], _: date | None) -> Found:
    return _day(date(int(match["year"]), _month_number(match), int(match["day"])))


def _iso(match: re.Match[str], _: date | None) -> Found:
    return _day(date.fromisoformat(match[0]))


def _month_year(match: re.Match[str], _: date | None) -> Found:
    return _month(_month_number(match), int(match["year"]))


def _day_month(match: re.Match[str], today: date | None) -> Found | None:
    if today is None:
        return None
    month, day = _month_number(match), int(match["day"])
    return _day(date(_nearest_year(month, day, today), month, day))


def _bare_month(match: re.Match[str], today: date | None) -> Found | None:
    if today is None:
        return None
    month = _month_number(match)
    side = _side(match) if match["side"] else 0
    year = (
        today.year - (month >= today.month) if side < 0 else today.year + (month <= today.month) if side > 0 else None
    )
    return _month(month, year if year is not None else _nearest_year(month, 15, today))


def _bare_year(match: re.Match[str], _: date | None) -> Found:
    year = int(match["year"])
    return date(year, 1, 1), date(year, 12, 31), "year"


def _decade(match: re.Match[str], _: date | None) -> Found:
    year = int(match["decade"])
    return date(year, 1, 1), date(year + 9, 12, 31), "decade"


def _season(match: re.Match[str], today: date | None) -> Found | None:
    """Three months of the northern year; winter is that of the year in which it ends."""
    name, year = match["season"].lower(), match.groupdict().get("year")
    if today is None and year is None:
        return None
    first = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}.get(name, 0)
    near = int(year) if year else today.year + _side(match) if today else 0
    if year is None and today and _side(match) < 0 and first and first + 2 < today.month:
        near = today.year  # "last spring", said in autumn
    begin = date(near, first, 1) if first else date(near - 1, 12, 1)
    end = date(near, first + 2, 1) if first else date(near, 2, 1)
    return begin, date(end.year, end.month, monthrange(end.year, end.month)[1]), "season"


def _weekend(match: re.Match[str], today: date | None) -> Found | None:
    """The last Saturday and Sunday up to publication; "next weekend" those after it."""
    if today is None:
        return None
    sunday = today - timedelta(days=(today.weekday() + 1) % 7) + timedelta(days=7 if _side(match) > 0 else 0)
    return sunday - timedelta(days=1), sunday, "week"


def _weekday(match: re.Match[str], today: date | None) -> Found | None:
    """The last such day up to publication; "next Monday" is the first one after it."""
    if today is None:
        return None
    back = (today.weekday() - _DAYS.index(match["weekday"].lower())) % 7
    if (match["side"] or "").lower() == "last" and back == 0:
        back = 7
    return _day(today - timedelta(days=back) + timedelta(days=7 if _side(match) > 0 else 0))


def _near(match: re.Match[str], today: date | None) -> Found | None:
    word = match[0].lower()
    days = -1 if word in ("yesterday", "last night") else 1 if word == "tomorrow" else 0
    return _day(today + timedelta(days=days)) if today is not None else None


def _unit(match: re.Match[str], today: date | None) -> Found | None:
    """ "last month", "earlier this week"."""
    return _away(match["unit"], _side(match), today)


def _ago(match: re.Match[str], today: date | None) -> Found | None:
    return _away(match["unit"].rstrip("s"), -count(match["number"]), today)


def count(words: str) -> int:
    """The number that `COUNT` found: 2 for "two" and for "a couple of"."""
    return int(words) if words.isdigit() else _NUMBERS[words.lower()]


def _away(unit: str, steps: int, today: date | None) -> Found | None:
    """The calendar day, week, month or year so many steps from the day of publication."""
    if today is None or abs(steps) > 2000:
        return None
    if unit == "day":
        return _day(today + timedelta(days=steps))
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=steps)
        return monday, monday + timedelta(days=6), "week"
    if unit == "month":
        return _month(*_shift_months(today, steps))
    return date(today.year + steps, 1, 1), date(today.year + steps, 12, 31), "year"


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Found | None]], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags), reader)
    for pattern, flags, reader in (
        (r"\d{4}-\d\d-\d\d", 0, _iso),
        (rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}", 0, _full),
        (rf"(?:{_WEEKDAY},?\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}", 0, _full),
        (rf"{_MONTH}(?:\s+of)?,?\s+{_YEAR}", 0, _month_year),
        (rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?!,?\s+\d|[.:]\d)", 0, _day_month),
        (rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}", 0, _day_month),
        (rf"{_SIDE}?{_WEEKDAY}", 0, _weekday),
        (rf"(?:{_AFTER_MONTH}|{_SIDE}){_MONTH}", 0, _bare_month),
        (rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?{_YEAR}", re.I, _season),
        (rf"{_SIDE}(?P<season>spring|summer|autumn|fall|winter)", re.I, _season),
        (rf"{_AFTER_YEAR}(?:the\s+)?(?:year\s+)?{_YEAR}", 0, _bare_year),
        (r"(?P<decade>(?:19|20)\d0)s", 0, _decade),
        (rf"(?:{_SIDE}|the\s+)weekend", re.I, _weekend),
        (r"yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening)", re.I, _near),
        (rf"{_SIDE}(?P<unit>week|month|year)", re.I, _unit),
        (rf"{COUNT}\s+(?P<unit>days?|weeks?|months?|years?)\s+ago", re.I, _ago),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that a sentence names: where its words stand (code points), and what they mean."""

    begin: int
    end: int
    span: TimeSpan


_LATER = re.compile(
    rf"(?<!\w)(?:{COUNT}\s+(?P<unit>days?|weeks?|months?|years?|hours?|minutes?)\s+(?P<way>later|earlier)"
    r"|(?P<hours>hours|minutes)\s+(?:later|earlier)"
    r"|the\s+(?:next|following)\s+(?P<next>day|morning)|the\s+(?:previous\s+day|day\s+(?:before|earlier)))(?!\w)",
    re.IGNORECASE,
)
_SIGNS = "day week month year tomorrow night morning afternoon evening spring summer autumn fall winter".split()
_SIGN = re.compile(  # all literals, of which only the first letters are looked for
    "|".join([*"0123456789", *(form for word in _SIGNS for form in (word, word.capitalize(), word.upper()))])
    + "|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
WIDEST = 60  # characters from such a word to where the time that it belongs to begins or ends
REACH = 500  # characters that "two days later" looks back for the day that it counts from


def dates(text: str, published: date | None) -> Iterator[Dated]:
    """Times named in a text, in the order of the readers; words that mean nothing without ``published`` give none.

    "Two days later" counts from the last day that the text names before it.
    """
    stated = list(_stated(text, published))
    yield from stated
    for match in _LATER.finditer(text):
        if any(match.start() < time.end and time.begin < match.end() for time in stated):
            continue
        before = [time for time in stated if time.end <= match.start() <= time.end + REACH]
        last = max(before, key=lambda time: time.end, default=None)
        found = _read(_later, match, last.span.begin) if last is not None and last.span.precision == "day" else None
        if found is not None:
            yield Dated(*match.span(), TimeSpan(*found, text=match[0]))


def _later(match: re.Match[str], day: date | None) -> Found | None:
    """ "two weeks later", "hours earlier", "the next day", counted from a day."""
    unit = (match["unit"] or "").rstrip("s").lower()
    if match["hours"] or unit in ("hour", "minute"):
        return _day(day) if day is not None and match["hours"] else None
    if not unit:
        return _away("day", 1 if match["next"] else -1, day)
    number = count(match["number"])
    steps = number if match["way"].lower() == "later" else -number
    return _away("day", steps * 7, day) if unit == "week" else _away(unit, steps, day)


def _stated(text: str, published: date | None) -> Iterator[Dated]:
    taken: list[tuple[int, int]] = []
    windows = _windows(text)
    for pattern, reader in _READERS:
        for match in (match for start, end in windows for match in pattern.finditer(text, start, end)):
            begin, end = match.span()
            if any(begin < e and b < end for b, e in taken):
                continue
            taken.append((begin, end))
            found = _read(reader, match, published)
            if found is not None:
                yield Dated(begin, end, TimeSpan(*found, text=match[0]))


def _windows(text: str) -> list[tuple[int, int]]:
    """Where a time may be named, around a figure or a word that times have: the readers skip the rest of the text."""
    found: list[tuple[int, int]] = []
    for sign in _SIGN.finditer(text):
        begin, end = max(sign.start() - WIDEST, 0), text.find(" ", sign.end() + WIDEST)
        begin = found.pop()[0] if found and begin <= found[-1][1] else begin
        found.append((begin, end if end >= 0 else len(text)))
    return found


def _read(
    reader: Callable[[re.Match[str], date | None], Found | None], match: re.Match[str], published: date | None
) -> Found | None:
    """None for a date that no calendar has, such as 31 June."""
    try:
        return reader(match, published)
    except (ValueError, OverflowError):
        return None
