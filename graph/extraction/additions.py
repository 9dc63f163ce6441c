"""Additions: the names of imported actors in a text, found word by word, as imports may hold hundreds of thousands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graph.extraction import phrases
from graph.extraction.tokens import Span
from graph.linking.forms import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.tokens import Doc
    from graph.linking.knowledge import Knowledge, Known

_WORD = re.compile(r"[^\s‐‑–—-]+")  # as in forms.plain, which makes blanks of hyphens
_AROUND = "\"'“”‘’«»()[]{}.,:;!?…*"
_POSSESSIVE = re.compile(r"['’]s?$")


class _Word(NamedTuple):
    """A word of the text without the signs around it; ``closed`` if such a sign or a line's end follows."""

    begin: int
    end: int
    text: str
    closed: bool


def additions(doc: Doc, knowledge: Knowledge) -> Iterator[tuple[Span, Known]]:
    """Every imported name that the text has, in any case but with capitals at both ends; names may overlap."""
    if not knowledge.imported:
        return
    words = list(_words(doc.text))
    for first, word in enumerate(words):
        for last in range(first, min(first + knowledge.imported.longest(fold(word.text)), len(words))):
            found = _found(doc, word, words[last], knowledge)
            if found is not None:
                yield found
            if words[last].closed:
                break


def _words(text: str) -> Iterator[_Word]:
    for match in _WORD.finditer(text):
        begin = match.start() + len(match[0]) - len(match[0].lstrip(_AROUND))
        bare = match[0].strip(_AROUND)
        name = _POSSESSIVE.sub("", bare)
        if name:
            rest = text[begin + len(name) : match.end() + 1].rstrip(" .")
            yield _Word(begin, begin + len(name), name, bool(rest.strip("‐‑–—-")))


def _found(doc: Doc, first: _Word, last: _Word, knowledge: Knowledge) -> tuple[Span, Known] | None:
    """The actor with the name from one word to another: of one word alone, if the parser takes it for one, too."""
    if first.text[0].islower() or last.text[0].islower():
        return None
    known = knowledge.named(doc.text[first.begin : last.end])
    if known is None or known.id not in knowledge.imported.actors:
        return None
    span = doc.char_span(first.begin, last.end, "expand")
    if span is None or span[0].sent.end < span.end:
        return None
    single = first.begin == last.begin
    lone = len(span) == 1 and span[0].pos_ == "PROPN" and phrases.is_lone_name(span[0]) and known.type != "person"
    return None if single and not lone else (Span(doc, span.start, span.end, known.id), known)
