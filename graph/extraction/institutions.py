"""Institutions: of which country "the Senate" or "the Foreign Ministry" is, by what its article speaks of."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction import phrases
from graph.linking.identity import is_anybody_s
from graph.names import slug
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.extraction.mentions import Mention
    from graph.extraction.tokens import Doc
    from graph.linking.knowledge import Knowledge, Known

_NATIONAL = wordlist("national")
_BRANCHES = frozenset(("ministry", "department"))  # of a government, with what they are in charge of
_CLEARLY = 2  # times as often as any other is the country named that an article is about


def of_their_country(
    names: list[Mention], peoples: Iterable[Mention | None], doc: Doc, knowledge: Knowledge
) -> list[Mention]:
    """The names of an article, with those that bodies of many countries bear as that of one: "Kenyan Senate"."""
    which = [i for i, name in enumerate(names) if _is_of_any_country(name, doc)]
    if not which:
        return names
    others = [name for i, name in enumerate(names) if i not in which]
    spoken_of = _countries([*others, *(people for people in peoples if people is not None)])
    return [_at_home(name, spoken_of, doc, knowledge) if i in which else name for i, name in enumerate(names)]


def is_national(name: str) -> bool:
    """True for the name of a body of which every country has one, such as "Air Force" and "Ministry of Finance"."""
    words = slug(name).split("-")
    branch = len(words) > 1 and not _BRANCHES.isdisjoint(words) and is_anybody_s(name, "organization")
    return branch or " ".join(words) in _NATIONAL


def _is_of_any_country(mention: Mention, doc: Doc) -> bool:
    return mention.type == "organization" and is_national(_words(mention, doc))


def _words(mention: Mention, doc: Doc) -> str:
    return phrases.words(doc[mention.start : mention.end])


def _countries(mentions: Iterable[Mention]) -> Counter[str]:
    return Counter(m.country for m in mentions if m.country is not None and m.sector != "MED")


def _at_home(mention: Mention, spoken_of: Counter[str], doc: Doc, knowledge: Knowledge) -> Mention:
    """A known body stays who it is where its country is spoken of; others are of the country that is spoken of most."""
    if mention.known is not None and (not spoken_of or mention.known.country in spoken_of):
        return mention
    told = mention.country if mention.known is None else None
    country = knowledge.country(told or _most(spoken_of) or "")
    if country is None:
        return mention
    name = _words(mention, doc)
    known = _known(name, country, knowledge)
    people = country.demonyms[0] if country.demonyms else country.name
    sector = known.sector if known is not None else mention.sector
    called = known.name if known is not None else f"{people} {name}"
    return replace(mention, name=called, country=country.country, known=known, sector=sector)


def _most(spoken_of: Counter[str]) -> str | None:
    """The country that an article is about, if that is clear."""
    (first, times), (_, second) = [*spoken_of.most_common(2), ("", 0), ("", 0)][:2]
    return first if times and times >= _CLEARLY * second else None


def _known(name: str, country: Known, knowledge: Knowledge) -> Known | None:
    """The body under its full name: "Senate" of the United States is the United States Senate."""
    owners = (country.name, *country.demonyms, *(alias for alias in country.aliases if alias.isupper()))
    names = [*(f"{owner} {name}" for owner in owners), f"{name} of {country.name}", f"{name} of the {country.name}"]
    found = (knowledge.named(full) for full in names)
    return next((known for known in found if known is not None and known.country == country.country), None)
