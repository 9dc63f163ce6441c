"""Text as the parser reads it: of the same length, so that every offset still holds.

Lines that were only wrapped are joined, and headlines in Title Case are written as a sentence would be, since the
parser takes every capital for a name. No character is added or removed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WIDEST_WRAP = 120  # columns; nobody wraps wider than this, so a longer line is a paragraph
HEADLINE_WORDS = 20
TITLE_SHARE = 0.6  # of a headline's longer words, how many must be capitalised to call it Title Case

_NO_TEXT = re.compile(
    r"[\r\t\f\v\u2028\u2029\x85]|(?<=\s)\|(?=\w)"
)  # other blanks, and "the |Free Party" of a broken link
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['’][^\W_]+)?")
_CLOSED = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_DATELINE = re.compile(r"^\W*(?:\w+day,?\s+)?(?:\d{1,2}\s+\w+|\w+\s+\d{1,2}),?\s+\d{4}\W*$")
_FROM = re.compile(  # "GENEVA, Switzerland (Reuters) --" before the first sentence of a report
    r"^[A-Z][A-Z.'’ -]+(?:,\s[A-Z][\w.' ]+)?(?:,\s\w+\.?\s\d{1,2})?(?:\s?\([\w./ -]+\))?"
    r"\s*(?P<dash>--|[-–—]|(?<=[A-Z)]):)(?=\s)",
    re.MULTILINE,
)
_BASED = re.compile(  # "the London based Volvo", but not "when Tolkien based Gollum on …"
    r"(?<=[a-z] )(?<!that )(?<!when )(?<!and )(?<!but )(?<!while )(?<!because )(?<!how )(?<!who )(?<!which )"
    r"(?P<town>(?:[A-Z][a-z]+ ){1,2})based(?= [A-Z])"
)
_INSIDE = re.compile(r"[a-z,;’']\s+[\"“‘'(]?([A-Z][^\W_]*)")


def prepare(text: str, is_name: Callable[[str], bool]) -> str:
    """The text to parse; every newline left in it ends a sentence. ``is_name`` knows words that keep their capital."""
    flat = _cut_dateline(_join_wrapped(_NO_TEXT.sub(" ", text)))
    parts = list(flat)
    lines = list(headlines(flat))
    names = {m[1] for m in _INSIDE.finditer(flat) if not any(line.begin <= m.start() < line.end for line in lines)}
    for line in lines:
        for match in _WORD.finditer(flat, line.begin, line.end):
            if not (match[0] in names or is_name(match[0])) and _only_first_upper(match[0]):
                parts[match.start()] = match[0][0].lower()
    return _BASED.sub(lambda match: f"{match['town'][:-1]}-based", "".join(parts))


def headlines(text: str) -> Iterator[Span]:
    """Lines in Title Case that end without a full stop."""
    for line in _LINE.finditer(text):
        words = [word for word in _WORD.findall(line[0]) if len(word) > 3]
        upper = sum(word[0].isupper() for word in words)
        if (
            len(words) > 3
            and upper >= TITLE_SHARE * len(words)
            and len(line[0].split()) <= HEADLINE_WORDS
            and not _CLOSED.search(line[0])
            and not _DATELINE.match(line[0])
        ):
            yield Span(*line.span())


def _only_first_upper(word: str) -> bool:
    """True for "Accused", false for "NATO" and "McDonald", and for letters that change length in lower case."""
    return word[0].isupper() and word[1:].islower() and len(word[0].lower()) == 1


def _cut_dateline(text: str) -> str:
    """A line's end in place of the dash behind a dateline, so that its city is not taken for the sentence's subject."""
    return _FROM.sub(lambda match: match[0][: -len(match["dash"])] + "\n".rjust(len(match["dash"])), text)


def _join_wrapped(text: str) -> str:
    """Blanks in place of the newlines that only wrap a line."""
    parts = list(text)
    for block in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        lines = [Span(*m.span()) for m in _LINE.finditer(text, block.start(), block.end())]
        width = max(line.end - line.begin for line in lines)
        for line, following in pairwise(lines):
            if _is_wrapped(text[line.begin : line.end], text[following.begin : following.end], width, len(lines)):
                parts[line.end] = " "
    return "".join(parts)


def _is_wrapped(line: str, following: str, width: int, lines: int) -> bool:
    """A line was wrapped where its next word did not fit, or where a sentence plainly goes on."""
    if following[:1].islower():
        return not _CLOSED.search(line)
    fits = len(line) + 1 + len(following.split(" ", 1)[0]) <= width
    return lines > 2 and width <= WIDEST_WRAP and not fits and not _CLOSED.search(line)
