"""Referents: the people, bodies and places of one article, each with the mentions that stand for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from graph.extraction import namesakes
from graph.linking.identity import key
from graph.names import slug
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graph.extraction.mentions import Mention, Mentions
    from graph.linking.knowledge import Knowledge, Known, Office
    from graph.model import EntityType

PARTICLES = wordlist("particles")
_FIRMS = wordlist("firms")
_LATELY = timedelta(days=5 * 365)  # for which somebody is still known by the office that he held
_SOON = timedelta(days=2 * 365)  # candidates and nominees are in the news before they take office


@dataclass(slots=True)
class Referent:
    """One of those the article speaks of; it gathers what its mentions tell.

    ``shared``: without a name, but the same in every article, as "Ukrainian officials" are. ``namesake``: somebody
    else is known by the name.
    """

    name: str
    type: EntityType
    known: Known | None = None
    named: bool = True
    shared: bool = False
    namesake: bool = False
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    mentions: dict[Mention, None] = field(default_factory=dict)  # in the order in which they were found

    def add(self, mention: Mention) -> None:
        """Count a mention as this one's."""
        self.mentions.setdefault(mention)
        self.country = self.country or mention.country
        self.sector = self.sector or mention.sector
        if mention.title and mention.kind == "name":
            self.title = self.title or mention.title

    def holds(self, nouns: Iterable[str], on: date | None = None) -> bool:
        """True if the article, or what is known, gives this person one of these offices; then, if a day is given."""
        titles = [m.role.noun for m in self.mentions if m.role is not None]
        known = self.known.offices if self.known is not None else ()
        titles += [office.title.lower() for office in known if office.held(on)]
        return any(noun in titles for noun in nouns)


class Referents:
    """Puts the names of an article together: surnames and acronyms with the full name, variants with who is known."""

    def __init__(
        self,
        mentions: Mentions,
        knowledge: Knowledge,
        published: date | None = None,
    ) -> None:
        names = mentions.names
        self._knowledge = knowledge
        self._published = published
        self._countries = mentions.countries  # that the article speaks of
        self._by_key: dict[str, Referent] = {}
        self._by_mention: dict[Mention, Referent] = {}
        self._surnames = Counter[str]()
        self._other_names = dict(_introduced(mentions))
        self._namesakes = {name.known: name.office_of for name in names if namesakes.is_another(name)}
        for mention in sorted(names, key=_shortness):
            self._by_mention[mention] = self._place(mention)
        for mention in names:
            if self._government(self._by_mention[mention]) is None:
                self._by_mention[mention].add(mention)
        self._names = names

    def all(self) -> list[Referent]:
        """Everyone spoken of, in no particular order."""
        return list(self._by_key.values())

    def of_name(self, mention: Mention, *, acting: bool = True) -> Referent:
        """Whom a name stands for; a capital that acts is its country's government."""
        referent = self._by_mention.get(mention)
        if referent is None:
            referent = self._by_mention[mention] = self._place(mention)
        government = self._government(referent) if acting else None
        if government is not None:
            referent = self.of_known(government)
        referent.add(mention)
        return referent

    def settle(self) -> None:
        """Let every capital that nowhere acts be the city, and that alone if it was ever read as a place."""
        acting = {mention for referent in self._by_key.values() for mention in referent.mentions}
        for mention in self._names:
            city = self._by_mention[mention]
            government = self._government(city) if mention in city.mentions else None
            if government is not None:
                self.of_known(government).mentions.pop(mention, None)
            elif mention not in acting:
                city.add(mention)

    def _government(self, referent: Referent) -> Known | None:
        return self._knowledge.capital(referent.name) if referent.type == "place" else None

    def of_known(self, known: Known) -> Referent:
        """The referent of a known actor."""
        return self._by_key.setdefault(
            known.id, Referent(known.name, known.type, known, country=known.country, sector=known.sector)
        )

    def of_description(self, mention: Mention) -> Referent:
        """Someone without a name: "Ukrainian officials", "one person"; the same words mean the same one."""
        named = self._called(mention) or self._model(mention)
        if named is not None:
            named.add(mention)
            return named
        name = self._described(mention)
        firm = mention.role is not None and mention.role.noun in _FIRMS  # of which a country has many
        shared = name is not mention.name and mention.type in ("organization", "group") and not firm
        referent = self._by_key.setdefault(f"~{name.lower()}", Referent(name, mention.type, named=False, shared=shared))
        referent.add(mention)
        return referent

    def _called(self, mention: Mention) -> Referent | None:
        """The body in whose name the article's capitals are the last words: "the *Air Force*" of the US Air Force."""
        words = mention.name.split()
        if len(words) < 2 or mention.type != "organization" or not mention.name.istitle():
            return None
        bodies = [r for r in self._by_key.values() if r.named and r.type == "organization"]
        fitting = [r for r in bodies if any(namesakes.ends_with(name.split(), words) for name in _names(r))]
        return fitting[0] if len(fitting) == 1 else None

    def _model(self, mention: Mention) -> Referent | None:
        """What has the name of a model, the same in all articles: "its first *787*" is the Boeing 787 named before."""
        words = namesakes.model_name(mention.name) if mention.type == "other" else []
        known = self._product(words or mention.name.split()) if mention.type == "other" else None
        if known is not None:
            return self.of_known(known)
        if not words:
            return None
        models = [r for r in self._by_key.values() if r.type == "other" and (r.named or r.shared)]
        fitting = [
            r
            for r in models
            if namesakes.ends_with(r.name.split(), words) or namesakes.ends_with(words, r.name.split())
        ]
        name = " ".join(words)
        if len(fitting) != 1:
            return self._by_key.setdefault(f"~{key(name)}", Referent(name, "other", named=False, shared=True))
        fitting[0].name = max(fitting[0].name, name, key=len)
        return fitting[0]

    def _product(self, words: list[str]) -> Known | None:
        """What is known by the name of a model, alone or behind its maker's: "the *777*" where Boeing is spoken of."""
        name = namesakes.model_line(words)
        if name is None:
            return None
        makers = (r.name for r in self._by_key.values() if r.type == "organization" and r.known is not None)
        found = (self._knowledge.named(full) for full in (name, *(f"{maker} {name}" for maker in makers)))
        return next((known for known in found if known is not None and known.type == "other"), None)

    def _described(self, mention: Mention) -> str:
        """ "Russian foreign ministry" for "Russia's foreign ministry", so that all ways to say it are one."""
        owner = mention.office_of.known if mention.office_of is not None else None
        if mention.office_of is not None and _is_sent_by(mention, mention.office_of):
            return f"{mention.office_of.name} {mention.name}"
        if (
            owner is None
            or owner.type != "country"
            or mention.role is None
            or not owner.demonyms
            or not mention.country
        ):
            return mention.name
        return f"{owner.demonyms[0]} {mention.role.plural if mention.plural else mention.role.noun}"

    def before(self, position: int, type_: EntityType) -> list[Referent]:
        """Referents of a type: those named before a position, the last first, then those named behind it."""
        found = [(m.head, r) for r in self._by_key.values() for m in r.mentions if r.type == type_]
        ahead = sorted((pair for pair in found if pair[0] < position), key=lambda pair: -pair[0])
        behind = sorted((pair for pair in found if pair[0] >= position), key=lambda pair: pair[0])
        return list({id(r): r for _, r in [*ahead, *behind]}.values())

    def _place(self, mention: Mention) -> Referent:
        other = self._other_names.get(mention.name)
        if other is not None:
            return self.of_known(other.known) if other.known is not None else self.of_name(other, acting=False)
        if mention.known in self._namesakes:
            return self._namesake(mention)
        if mention.known is not None:
            single = " " not in mention.name and self._person_called(mention.name)
            return single or self.of_known(mention.known)
        alike = self._person_called(mention.name) if " " not in mention.name else None
        if alike is not None:
            return alike
        if mention.type == "person":
            return self._variant(mention) or self._firm(mention) or self._person(mention)
        return self._abbreviated(mention) or self._misread(mention) or self._new(mention, mention.type)

    def _namesake(self, mention: Mention) -> Referent:
        """Somebody who only has the name of who is known: "Australian minister Boris Johnson"."""
        office = self._namesakes[mention.known]
        country = office.country if office is not None else None
        new = Referent(mention.name, "person", namesake=True, country=country)
        return self._by_key.setdefault(f"!{mention.name}", new)

    def _misread(self, mention: Mention) -> Referent | None:
        """A lone surname of one known person, or with a particle, which the recogniser takes for an organisation."""
        if slug(mention.name).split("-")[0] in PARTICLES:
            return self._person_called(mention.name)
        known = self._bearers(mention.name) if mention.type == "organization" else ()
        return self.of_known(known[0]) if len(known) == 1 else None

    def _firm(self, mention: Mention) -> Referent | None:
        """The body whose name of two words begins with one that nobody is known by: "Lion" of Lion Air."""
        if " " in mention.name or self._knowledge.surnamed(mention.name):
            return None
        bodies = [r for r in self._by_key.values() if r.named and r.type == "organization"]
        fitting = [r for r in bodies if r.name.split()[:-1] == [mention.name]]
        return fitting[0] if len(fitting) == 1 else None

    def _person(self, mention: Mention) -> Referent:
        """A person by full name, or by a surname that one known person bears."""
        known = self._bearers(mention.name) if " " not in mention.name else ()
        if mention.country and len(known) > 1:
            known = tuple(k for k in known if k.country == mention.country)
        if len(known) > 1 and self._published is not None:
            known = tuple(k for k in known if any(office.held(self._published) for office in k.offices))
        if len(known) == 1:
            return self.of_known(known[0])
        added = self._knowledge.bearer(mention.name) if " " not in mention.name else None
        if added and self._may_be_meant(added):
            return self.of_known(added)
        return self._foremost(mention) or self._new(mention, "person")

    def _foremost(self, mention: Mention) -> Referent | None:
        """Of several with a surname, the one named first: in "Ann Roe's son Ian Roe wept", and then "Roe", Ann Roe."""
        if " " in mention.name:
            return None
        people = [(m.start, r) for m, r in self._by_mention.items() if r.type == "person" and " " in r.name]
        fitting = [(start, r) for start, r in people if namesakes.begins_or_ends(r.name, mention.name, -1)]
        return min(fitting, key=itemgetter(0))[1] if fitting else None

    def _variant(self, mention: Mention) -> Referent | None:
        """The person whom the article, or the news, knows with other middle names: "John R. Bolton", "de Blasio"."""
        words = slug(mention.name).split("-")
        first, last = words[0], words[-1]
        if first in PARTICLES:
            return self._person_called(mention.name)
        if len(words) == 1:
            return None
        people = [r for r in self._by_key.values() if r.type == "person" and r.named]
        fitting = [r for r in people if namesakes.are_variants(words, slug(r.name).split("-"))]
        if len(fitting) == 1:
            return fitting[0]
        known = self._knowledge.named(f"{first.title()} {last.title()}") if len(words) > 2 else None
        return self.of_known(known) if known is not None and namesakes.may_be_called(known, words) else None

    def _bearers(self, surname: str) -> tuple[Known, ...]:
        """Those with a surname of whom the article may speak: of a country that it names, or lately in office."""
        return tuple(known for known in self._knowledge.surnamed(surname) if self._may_be_meant(known))

    def _may_be_meant(self, known: Known) -> bool:
        if not self._countries or known.country in self._countries:
            return True
        return any(_is_fresh(office, self._published) for office in known.offices)

    def _person_called(self, word: str) -> Referent | None:
        """The one person, or storm, of the article whose last (else first) name is this word."""
        people = [r for r in self._by_key.values() if _goes_by_one_name(r) and r.named and " " in r.name]
        for position in (-1, 0):
            fitting = [r for r in people if namesakes.begins_or_ends(r.name, word, position)]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _abbreviated(self, mention: Mention) -> Referent | None:
        """ "EADS", "Northrop" or "the Air Force" for somebody, or something, whose full name the article gives."""
        if mention.type not in ("organization", "other") and " " in mention.name:
            return None
        words = namesakes.core(mention.name)
        full = [r for r in self._by_key.values() if r.named and r.type in ("organization", mention.type)]
        told = (namesakes.has_initials, _names), (namesakes.begins_with, _name), (namesakes.ends_with, _names)
        for fits, names in told:
            fitting = [r for r in full if any(fits(namesakes.core(name), words) for name in names(r))]
            if len(fitting) == 1:
                return fitting[0]
        return None

    def _new(self, mention: Mention, type_: EntityType) -> Referent:
        name = " ".join(namesakes.core(mention.name)) if type_ == "organization" else mention.name
        return self._by_key.setdefault(f"{'place' if type_ == 'place' else 'actor'}:{key(name)}", Referent(name, type_))


def _goes_by_one_name(referent: Referent) -> bool:
    """True for people, and for storms, which have names as people do; "Boeing" is no Boeing 747."""
    return referent.type == "person" or (referent.type == "other" and referent.known is None)


def _introduced(mentions: Mentions) -> Iterator[tuple[str, Mention]]:
    """Acronyms with the name that they stand behind, "Acme Works (AWX)"; or the name with the acronym that is known."""
    for full, short in pairwise(mentions.names):
        between = mentions.doc[full.end : short.start].text
        if between == "(" and short.name.isupper() and " " not in short.name and full.type != "person":
            yield (full.name, short) if short.known is not None else (short.name, full)


def _is_fresh(office: Office, on: date | None) -> bool:
    """True for an office that is held on the day, was not long before, or will be before long."""
    over = on is not None and office.end is not None and office.end <= on - _LATELY
    return not over and (on is None or office.begin is None or office.begin <= on + _SOON)


def _is_sent_by(group: Mention, body: Mention) -> bool:
    """ "a delegation *from Hamas*", which is none of any other body."""
    return group.role is not None and group.type == "group" and body.type == "organization" and body.start >= group.end


def _shortness(name: Mention) -> tuple[bool, int]:
    """Full names come before those that may be a part of one: "Lavrov", "La Riva", "the Air Force"."""
    words = name.name.count(" ")
    part = not words or name.name.split()[0].lower() in PARTICLES
    return name.known is None and part, 0 if name.type == "person" else -words


def _name(referent: Referent) -> tuple[str, ...]:
    """Not what else it is called: "Trump" is not the "Trump administration"."""
    return (referent.name,)


def _names(referent: Referent) -> tuple[str, ...]:
    return (referent.name, *(referent.known.aliases if referent.known else ()))
