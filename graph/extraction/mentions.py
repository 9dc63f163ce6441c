"""Mentions: the words of an article that stand for somebody, something or somewhere."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from graph.extraction import homes, phrases
from graph.extraction.institutions import of_their_country
from graph.extraction.regions import regions
from graph.extraction.things import is_craft

if TYPE_CHECKING:
    from graph.extraction.gazetteer import Gazetteer
    from graph.extraction.tokens import Doc, Token
    from graph.linking.knowledge import Knowledge, Known, RoleNoun
    from graph.model import EntityType

Kind = Literal["name", "demonym", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``start`` to ``end`` (exclusive) with the syntactic ``head``, and what the words themselves tell.

    ``name`` is what to call it, ``title`` and ``role`` the office or kind of people, ``title_at`` the word that heads
    the title, ``office_of`` the country or body that the office belongs to, ``known`` the actor that bears exactly
    this name.
    """

    start: int
    end: int
    head: int
    kind: Kind
    name: str
    type: EntityType
    country: str | None = None
    sector: str | None = None
    title: str | None = None
    role: RoleNoun | None = None
    title_at: int | None = None
    office_of: Mention | None = None
    known: Known | None = None
    plural: bool = False
    definite: bool = False

    def __hash__(self) -> int:
        """Of what tells most mentions apart; all that stands in the others would take too long."""
        return hash((self.start, self.end, self.name))


class Mentions:
    """All names of an article, found at once, and its other noun phrases and pronouns, read where one is asked for."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.doc = doc
        self.knowledge: Knowledge = gazetteer.knowledge
        titles = gazetteer.titles(doc)
        self.roles = {i: role for i, (_, role) in titles.items()}
        self._others: dict[int, Mention | None] = {}
        self._demonyms: dict[int, Mention | None] = {}
        self._index(gazetteer.names(doc, titles))
        self._peoples = [self._demonym(token) for token in doc if token.text[:1].isupper()]
        for complete in (homes.located, homes.described, homes.at_home):
            self.countries = self._countries()
            self._index([complete(mention, self) for mention in self.names])
        self._index(of_their_country(self.names, self._peoples, doc, self.knowledge))
        self.countries = self._countries()
        self._regions = regions(self.names, doc)

    def _index(self, names: list[Mention]) -> None:
        self.names = names
        self._by_token = {i: mention for mention in names for i in range(mention.start, mention.end)}
        self._by_title = {mention.title_at: mention for mention in reversed(names)}

    def _countries(self) -> frozenset[str]:
        """The countries that an article speaks of; its sources among the media are of none of them."""
        found = (
            mention for mention in (*self.names, *self._peoples) if mention is not None and mention.sector != "MED"
        )
        return frozenset(mention.country for mention in found if mention.country is not None)

    def named(self, token: Token) -> Mention | None:
        """The name that the token is part of."""
        return self._by_token.get(token.i)

    def is_region(self, token: Token) -> bool:
        """True for the head of a name that only says where the town before it lies: "Dayton, *Ohio*"."""
        return token.i in self._regions

    def titled(self, token: Token) -> Mention | None:
        """The name whose title the word heads: "*Ambassador* to Germany Richard Grenell"."""
        return self._by_title.get(token.i)

    def headed(self, start: int, end: int) -> list[Mention]:
        """The names whose heads stand from one token up to another; since none overlap, their heads are in order."""
        first, last = (bisect_left(self.names, i, key=attrgetter("head")) for i in (start, end))
        return self.names[first:last]

    def at(self, token: Token) -> Mention | None:
        """The mention that the token heads: a name, a noun phrase or a pronoun; None for any other word."""
        name = self.named(token)
        if name is None and token.i not in self._others:
            self._others[token.i] = self._other(token)
        return name or self._others[token.i]

    def _other(self, token: Token) -> Mention | None:
        """The mention that a word heads that is no part of a name."""
        if (
            token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$")
            or token.lower_ in ("both", "each")
            or phrases.is_number(token)
        ):
            return self._pronoun(token)
        if token.pos_ in ("NOUN", "PROPN"):
            return self._counted(token) or self._nominal(token)
        if phrases.is_age(token):
            start, end = token.left_edge.i, token.i + 1
            return Mention(start, end, token.i, "pronoun", self.doc[start:end].text, "person")
        if phrases.is_toll(token):
            return self._nominal(token)
        if token.pos_ in ("NUM", "DET", "ADJ") and token.dep_ in phrases.NOMINAL_DEPS:
            return self._nominal(token) if phrases.is_model(token) else self._partitive(token)
        return None

    def _pronoun(self, token: Token) -> Mention:
        plural = token.lower_ in ("they", "them", "their", "both", "we", "us", "our", "each") or token.pos_ == "NUM"
        type_: EntityType = "person" if token.lower_ in phrases.PERSONAL else "other"
        return Mention(token.i, token.i + 1, token.i, "pronoun", token.text, type_, plural=plural)

    def _partitive(self, token: Token) -> Mention | None:
        """ "two of the soldiers", "dozens": the noun phrase behind "of" says who."""
        inner = phrases.counted(token)
        mention = self.at(inner) if inner is not None else None
        if mention is None or mention.kind == "name":
            return mention
        return replace(mention, start=min(phrases.extent(token)[0], mention.start))

    def _counted(self, token: Token) -> Mention | None:
        """ "hundreds of *students*", "a large number of *refugees*": who is counted, in all the words for them."""
        inner = phrases.counted(token) if token.lemma_.lower() in phrases.QUANTITIES else None
        mention = self.at(inner) if inner is not None else None
        if mention is None or mention.type == "other":
            return None
        return replace(mention, start=min(phrases.extent(token)[0], mention.start)) if not mention.known else mention

    def _nominal(self, token: Token) -> Mention | None:
        start, end = phrases.extent(token)
        role = self.roles.get(token.i)
        owner, people = self.owner(token), self._demonym(token)
        name = phrases.words(self.doc[start:end])
        if not name:
            return None
        if self._is_named_place(token):
            country = homes.country(token, self)
            return Mention(token.left_edge.i, token.i + 1, token.i, "name", name, "place", country=country)
        mention = Mention(
            start,
            end,
            token.i,
            "nominal",
            name,
            self._nominal_type(token, role),
            country=homes.country(token, self) or (people.country if people is not None else None),
            sector=role.sector if role else None,
            title=role.noun if role else None,
            role=role,
            office_of=owner,
            plural=token.tag_ in ("NNS", "NNPS") or bool(role and role.kind == "group"),
            definite=phrases.is_definite(token),
        )
        return homes.at_home(mention, self)

    def _is_named_place(self, token: Token) -> bool:
        """ "the Kursk region"."""
        proper = any(child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" for child in token.lefts)
        return proper and token.pos_ == "NOUN" and token.lemma_.lower() in phrases.PLACE_NOUNS | phrases.VENUES

    def _nominal_type(self, token: Token, role: RoleNoun | None) -> EntityType:
        people = role is None and self.knowledge.demonym(token.text) is not None
        if people or (role is not None and role.kind == "person"):
            return "group" if token.tag_ in ("NNS", "NNPS") else "person"
        if role is None:
            if token.lower_ in ("countries", "nations") or phrases.is_toll(token):
                return "group"
            unknown: EntityType = "other" if is_craft(token) else phrases.unknown_name(token) or "other"
            return "place" if token.lemma_.lower() in phrases.PLACE_NOUNS else unknown
        return "organization" if role.kind == "organization" else "group"

    def owner(self, token: Token) -> Mention | None:
        """The country or body that a noun belongs to: "Russian …", "Russia's …", "… of Russia"."""
        found = (self.denoted(child) for child in phrases.possessors_and_modifiers(token))
        return next((mention for mention in found if mention is not None and mention.type != "person"), None)

    def owners(self, token: Token) -> list[Mention]:
        """All of several countries or bodies that a group belongs to: "the armies *of Brazil and Argentina*"."""
        for word in phrases.possessors_and_modifiers(token):
            members = phrases.coordinated(word)
            joined = any(child.dep_ == "cc" for member in members for child in member.children)
            listed = [self.denoted(member) for member in members] if joined else []
            found = [mention for mention in listed if mention is not None and mention.type != "person"]
            if len(found) > 1:
                return found
        return []

    def denoted(self, token: Token) -> Mention | None:
        """The name that a word is part of, or the country that a demonym denotes."""
        return None if phrases.is_against(token) else self.named(token) or self._demonym(token)

    def _demonym(self, token: Token) -> Mention | None:
        if token.i not in self._demonyms:
            self._demonyms[token.i] = demonym(token, self.knowledge)
        return self._demonyms[token.i]


def demonym(token: Token, knowledge: Knowledge) -> Mention | None:
    """ "Russian" -> Russia; but "ethnic Russians" are of any country, and "anti-Russian" protesters of another."""
    before = token.nbor(-1) if token.i else token
    if before.lower_ == "ethnic" or phrases.is_against(token):
        return None
    longer = knowledge.demonym(f"{before.text} {token.text}") if before.i < token.i else None
    known = longer or knowledge.demonym(token.text)
    if known is None or (longer is None and before.lower_ in ("north", "south", "latin", "central")):
        return None
    return Mention(
        before.i if longer else token.i,
        token.i + 1,
        token.i,
        "demonym",
        known.name,
        known.type,
        country=known.country,
        sector=known.sector,
        known=known,
    )
