"""Intervals: a time told by how far it is from that of something else, "two days after the summit on March 3"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from graph.extraction.dates import COUNT, Dated, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extraction.tokens import Doc, Token
    from graph.model import TimeSpan

_INTERVAL = re.compile(rf"(?<!\w){COUNT}\s+(?P<unit>day|week)s?\s+(?P<way>before|after)(?!\w)", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7}
_GAP = 2  # characters between a day and the interval in apposition to it: "June 17, two days before"


def told_by_interval(
    doc: Doc, text: str, stated: Sequence[Dated], times: Mapping[int, TimeSpan]
) -> Iterator[tuple[Token, TimeSpan]]:
    """Words with the day that an interval gives them: "*signed* five days after the summit on March 3".

    ``text`` is the doc's, which would be put together anew each time it is asked for; ``times`` are those that hang on
    each word. In "on June 17, two days before the *launch*" it is the other end that is found.
    """
    for match in _INTERVAL.finditer(text):
        way = doc.char_span(*match.span("way"))
        if way is None:
            continue
        days = timedelta(days=_DAYS[match["unit"].lower()] * count(match["number"]))
        step = days if match["way"].lower() == "after" else -days
        own, other = _ends(way.root)
        apposed = next((date.span for date in stated if 0 < match.start() - date.end <= _GAP), None)
        if apposed is not None:
            yield from _moved(other, apposed, -step, match[0])
        elif other is not None and other.i in times and own is not None:
            yield from _moved(own, times[other.i], step, match[0])


def _ends(way: Token) -> tuple[Token | None, Token | None]:
    """What is before or after, and before or after what: "*left* after *the summit*", "*left* after he *spoke*"."""
    if way.dep_ == "mark":
        return (way.head.head if way.head.dep_ == "advcl" else None), way.head
    return way.head, next((child for child in way.children if child.dep_ in ("pobj", "pcomp")), None)


def _moved(word: Token | None, time: TimeSpan, step: timedelta, text: str) -> Iterator[tuple[Token, TimeSpan]]:
    if word is not None and time.precision == "day" and time.end is not None:
        yield word, replace(time, begin=time.begin + step, end=time.end + step, text=text)
