"""The narrative: on which day that happens what an article tells without naming a time.

News tells of its own day unless it says otherwise. What is read off that habit and not off words is marked by having
no words (`TimeSpan.text` is None), so that whoever wants only what is said can leave it out. Of what is planned,
demanded or possible that habit tells one thing: on the day of the report it was still to come.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from graph.extraction import governors
from graph.model import TimeSpan
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from graph.extraction.circumstances import Anchored
    from graph.extraction.slots import Slots
    from graph.extraction.tokens import Span as Tokens
    from graph.extraction.tokens import Token
    from graph.model import Modality

Stated = tuple[int, TimeSpan, bool]  # the position of the sentence, the time, and whether its main clause has it
NEWS = timedelta(days=14)  # what happened longer ago is background
LEAD = 4  # sentences that may name the day that the article is about, headline and dateline included
_TO_COME = ("planned", "demanded", "hypothetical")
_BELIEFS = wordlist("beliefs")
_ADVERBIAL = ("npadvmod", "advmod", "prep", "nmod")


class Narrative:
    """The day that an article tells of, and from which of its sentences on it tells of another."""

    def __init__(self, sentences: Sequence[Tokens], times: Iterable[Anchored], published: date | None) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._published = published
        stated = sorted(self._stated(sentences, times), key=itemgetter(0))
        self._news = next(self._recent(stated), published)
        self._background = frozenset(self._old(stated))

    def _stated(self, sentences: Sequence[Tokens], times: Iterable[Anchored]) -> Iterator[Stated]:
        """The times of clauses that do not just describe something."""
        for time in times:
            anchors = [sentences[0].doc[i] for i in time.anchors]
            if anchors and not any(token.dep_ in ("relcl", "acl") for token in anchors):
                yield self._position(anchors[0].i), time.span, anchors[-1].dep_ != "advcl"

    def _position(self, token: int) -> int:
        return bisect_right(self._starts, token) - 1

    def _recent(self, stated: Iterable[Stated]) -> Iterator[date]:
        """Days of the last fortnight that the first sentences name."""
        for position, span, _ in stated:
            if position < LEAD and self._is_recent(span):
                yield span.begin

    def _old(self, stated: Iterable[Stated]) -> Iterator[int]:
        """Positions of the sentences that go back further than the news, and of those behind their main clauses.

        "Since the war began in 2022, …" goes back for no longer than its own sentence.
        """
        for position, span, is_main in stated:
            if self._news is not None and self._news - (span.end or span.begin) > NEWS:
                yield from (position, position + 1) if is_main else (position,)

    def time(self, slots: Slots, clause: Token, *, reports: bool) -> TimeSpan | None:
        """The day of an event that no words date; None where its tense or its surroundings put it elsewhere.

        ``clause`` is that on whose occasion it is; ``reports``: what somebody says is news even amid background.
        """
        verb = governors.finite(clause)
        if self._published is None or verb is None:
            return _day(self._news) if verb is None and self._is_title(slots.token) else None
        tense = governors.tense(verb)
        now = tense in ("present", "perfect") and verb == slots.clause
        if not reports and (_has_time(verb, now=now) or _has_time(slots.token, now=now)):
            return None
        position = self._position(verb.i)
        if tense == "past" and (reports or position not in self._background):
            return _day(self._news)
        if tense in ("present", "perfect"):
            is_news = self._is_headline(position) or (tense == "perfect" and position < LEAD)
            return _day(self._news if is_news else self._published)
        return None

    def open_time(self, slots: Slots, modality: Modality, *, since: date | None) -> TimeSpan | None:
        """From when on what is not said to be a fact may be: "will meet", told on Sunday, will not have been before.

        ``since`` is the day on which it was told, if words say so.
        """
        begin = since or self._telling_day(slots)
        if begin is None or modality not in _TO_COME or _may_be_over(slots):
            return None
        return TimeSpan(begin, None, "open")

    def _telling_day(self, slots: Slots) -> date | None:
        """The day of the news, unless the sentence tells of what was before that."""
        past = governors.tense(_telling(slots.clause)) == "pluperfect"
        return None if past or self._position(slots.token.i) in self._background else self._news

    def _is_recent(self, span: TimeSpan) -> bool:
        recent = self._published is not None and timedelta(0) <= self._published - span.begin <= NEWS
        return recent and span.precision == "day"

    def _is_headline(self, position: int) -> bool:
        """True before the first sentence: "Minister *visits* Baku" may tell of yesterday."""
        return position == 0

    def _is_title(self, token: Token) -> bool:
        """True in a headline without a verb: "Minister's *visit* to Baku"."""
        top = _telling(token)
        return self._is_headline(self._position(token.i)) and top.dep_ == "ROOT" and top.pos_ in ("NOUN", "PROPN")


def _telling(token: Token) -> Token:
    """The nearest verb with a tense above a word, or the topmost word."""
    while governors.tense(token) is None and token.head != token:
        token = token.head
    return token


def _may_be_over(slots: Slots) -> bool:
    """ "may *have met*", "if they *met*", "is suspected of *spying*": what may be a fact already."""
    verb = slots.clause
    had = any(child.lower_ in ("have", "'ve", "’ve") and child.dep_ == "aux" for child in verb.children)
    if slots.is_verb and (had or governors.tense(verb) in ("past", "perfect", "pluperfect")):
        return True
    believed = verb.tag_ == "VBG" or not slots.is_verb
    return believed and any(governor.lemma_.lower() in _BELIEFS for governor, _ in governors.governors(slots.token))


def _day(day: date | None) -> TimeSpan | None:
    return TimeSpan(day, day, "day") if day is not None else None


def _has_time(token: Token, *, now: bool = False) -> bool:
    """True for a word with a date that no calendar day could be read from: "*two days later*".

    What goes on ``now`` has no such date in "*A year after the war*, it is growing again".
    """
    return any(
        (_is_date(child) or any(_is_date(t) for t in child.children)) and not (now and _is_interval(child))
        for child in token.children
        if child.dep_ in _ADVERBIAL
    )


def _is_interval(adverbial: Token) -> bool:
    return any(word.lower_ in ("after", "before") for word in (adverbial, *adverbial.children))


def _is_date(token: Token) -> bool:
    return token.ent_type_ == "DATE"
