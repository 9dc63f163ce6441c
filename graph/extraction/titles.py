"""Titles: people with the office in "Russian Foreign Minister Sergei Lavrov" or "Lavrov, the …"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph.extraction.bearers import is_bearer, title_across
from graph.extraction.mentions import Mention, demonym

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.extraction.tokens import Doc, Span, Token
    from graph.linking.knowledge import Knowledge, RoleNoun


@dataclass(frozen=True)
class Text:
    """A text with its names and titles, and where they stand."""

    doc: Doc
    mentions: list[Mention]
    titles: Mapping[int, tuple[Span, RoleNoun]]
    knowledge: Knowledge

    @cached_property
    def titles_to(self) -> dict[int, tuple[Span, RoleNoun]]:
        """Titles of persons by where they end."""
        return {span.end: (span, role) for span, role in self.titles.values() if role.kind == "person"}

    @cached_property
    def names_to(self) -> dict[int, Mention]:
        """Names by where they end."""
        return {mention.end: mention for mention in self.mentions}

    @cached_property
    def names_at(self) -> dict[int, Mention]:
        """Names by each of their words."""
        return {i: mention for mention in self.mentions for i in range(mention.start, mention.end)}


def with_title(mention: Mention, text: Text) -> Mention:
    """The mention of a person with the office in "Russian Foreign Minister Sergei Lavrov" or "Lavrov, the …"."""
    doc, start = text.doc, mention.start
    titled = start in text.titles_to and mention.known is None and mention.type in ("organization", "place", "group")
    if titled or is_bearer(mention, doc, text.titles, _owner_before(start, text)):
        mention = replace(mention, type="person")
    if mention.type != "person":
        return mention
    title = text.titles_to.get(start) or _title_of_place(start, text) or _apposition(mention, text)
    title = title or title_across(start, doc, text.titles_to)
    inner = _leading_title(mention, text)
    if inner is not None:
        title, mention = inner, replace(mention, start=inner[0].end, name=doc[inner[0].end : mention.end].text)
    if title is None:
        return mention
    span, role = title
    owner = _owner_before(span.start, text) or _owner_behind(span.root, text) or _owner_behind(doc[mention.head], text)
    return replace(
        mention,
        title=span.text,
        title_at=span.root.i if span.start < start else None,
        role=role,
        office_of=owner,
        country=mention.country or (owner.country if owner else None) or _sender(owner, text),
        sector=mention.sector or role.sector,
    )


def _title_of_place(start: int, text: Text) -> tuple[Span, RoleNoun] | None:
    """ "*Ambassador* to Germany Richard Grenell"."""
    place = text.names_to.get(start)
    if place is None or place.start < 2 or text.doc[place.start - 1].lower_ not in ("of", "to", "for"):
        return None
    return text.titles_to.get(place.start - 1)


def _leading_title(mention: Mention, text: Text) -> tuple[Span, RoleNoun] | None:
    """A title that the recogniser took for a part of the name ("President Obama")."""
    for end in range(mention.end - 1, mention.start, -1):
        title = text.titles_to.get(end)
        if title is not None and title[0].start >= mention.start and mention.known is None:
            return title
    return None


def _apposition(mention: Mention, text: Text) -> tuple[Span, RoleNoun] | None:
    """ "Angela Merkel, the German *chancellor*"."""
    for child in text.doc[mention.head].rights:
        if child.dep_ == "appos" and child.i in text.titles and text.titles[child.i][1].kind == "person":
            return text.titles[child.i]
    return None


def _sender(owner: Mention | None, text: Text) -> str | None:
    """The country of "*Iran's* UN ambassador"."""
    sender = _owner_before(owner.start, text) if owner is not None else None
    return sender.country if sender is not None else None


def _owner_before(start: int, text: Text) -> Mention | None:
    """ "Russian", "Russia's" or "US State Department" right before the title, or with "former" and "deputy" between."""
    i = start
    while i > 0:
        name = text.names_to.get(i)
        if name is not None:
            return name if name.type != "person" else None
        token = text.doc[i - 1]
        nationality = demonym(token, text.knowledge)
        if nationality is not None:
            return nationality
        if token.tag_ not in ("POS", "JJ", "HYPH", "VBN") and token.lower_ not in ("deputy", "then", "vice", "interim"):
            return None
        i -= 1
    return None


def _owner_behind(head: Token, text: Text) -> Mention | None:
    """ "president *of Russia*", "spokesperson *for the UN*", "King Hassan *of Morocco*"."""
    for child in head.rights:
        if child.lower_ in ("of", "for", "at"):
            for token in child.children:
                name = text.names_at.get(token.i)
                if token.dep_ == "pobj" and name is not None and name.type != "person":
                    return name
    return None
