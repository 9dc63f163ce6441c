"""Quotations: what stands between quotation marks, and the verb that says whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.tokens import Doc, Token

_OPENING, _CLOSING = ("“", '"'), ("”", '"')


def quotations(doc: Doc) -> Iterator[range]:
    """The tokens of each quotation, without the marks; none runs over the end of a line."""
    start = None
    for token in doc:
        if "\n" in token.text:
            start = None
        elif start is not None and token.text in _CLOSING:
            yield range(start, token.i)
            start = None
        elif token.text in _OPENING:
            start = token.i + 1


def saying(quotation: range, doc: Doc) -> Token | None:
    """The verb outside a quotation that a sentence of it depends on: "“I met Xi. We agreed,” Modi *said*"."""
    for i in quotation:
        head = doc[i].head
        if doc[i].dep_ in ("ccomp", "parataxis") and head.i not in quotation and head.pos_ == "VERB":
            return head
    return None
