"""Homes: of which country someone is whose name alone does not say it. What the text leaves open stays unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction import governors, phrases, prepositions
from graph.linking.places import countries_of
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.mentions import Mention, Mentions
    from graph.extraction.tokens import Token
    from graph.linking.knowledge import RoleNoun

_OFFICIAL = frozenset("GOV MIL COP SPY LEG JUD OPP PTY REB".split())  # sectors of a state or against it
_PEOPLE = frozenset("AGR COP CRM CVL EDU HLH JUD LAB OPP PTY REB REL UAF".split())  # who act where they live
_SENT = frozenset("BUS IGO MED MIL NGO REF".split())  # sectors of those who may well be in another country
_ENVOYS = wordlist("envoys")
_ABROAD = wordlist("abroad")
_STRANGERS = wordlist("strangers")
_PEOPLES = wordlist("peoples")
_WHERE = ("in", "across", "around", "near", "outside", "throughout")
_WIDE = wordlist("wide")
_CAUSES = ("movement", "front")  # of every kind, but political in a name


def located(mention: Mention, mentions: Mentions) -> Mention:
    """A place with its country: a capital's, a known town's, or the one in its name ("Northern Nigeria").

    Of several towns of a name, that in a country which the article speaks of.
    """
    if _is_misread_town(mention, mentions):
        mention = replace(mention, type="place")
    if mention.type != "place" or mention.country is not None:
        return mention
    capital = mentions.knowledge.capital(mention.name)
    return replace(mention, country=capital.country if capital else _town(mention, mentions))


def _is_misread_town(mention: Mention, mentions: Mentions) -> bool:
    """ "in *Hyderabad*", "to *Hyderabad*, India", which the recogniser may take for somebody."""
    head = mentions.doc[mention.head]
    unknown = mention.type in ("person", "organization") and mention.known is None and mention.title is None
    found = countries_of(mention.name) if unknown and head.dep_ == "pobj" else ()
    return bool(found) and (head.head.lower_ == "in" or _country_behind(mention, mentions) in found)


def _country_behind(mention: Mention, mentions: Mentions) -> str | None:
    """ "to Toulouse, *France*", "from Toulouse in *France*"."""
    link = mentions.doc[min(mention.end, len(mentions.doc) - 2)]
    name = mentions.named(link.nbor()) if link.text in (",", "in") else None
    return name.country if name is not None and name.type == "country" else None


def _town(mention: Mention, mentions: Mentions) -> str | None:
    words = mentions.doc[mention.start : mention.end]
    found = countries_of(mention.name)
    if not found and len(words) > 1:
        generic = [word for word in words if word.lower_ in phrases.PLACE_NOUNS]
        found = countries_of(" ".join(word.text for word in words if word not in generic)) if generic else ()
    near = [country for country in found if country in mentions.countries]
    chosen = near if len(near) == 1 else found
    return chosen[0] if len(chosen) == 1 else _within(mention, mentions)


def _within(mention: Mention, mentions: Mentions) -> str | None:
    """The country in a place's name: "Montenegro province", but not "Sea of Japan"."""
    words = mentions.doc[mention.start : mention.end]
    if any(word.lower_ in _WIDE for word in words):
        return None
    known = (mentions.knowledge.named(word.text) or mentions.knowledge.demonym(word.text) for word in words)
    return next((k.country for k in known if k is not None and k.type in ("country", "place")), None)


def described(mention: Mention, mentions: Mentions) -> Mention:
    """Someone with the country that the words around the name tell: "Kenya's Cabinet", "Odinga, a Kenyan lawyer"."""
    told = mention.country is not None or mention.known is not None
    if told or mention.type not in ("person", "organization", "group"):
        return mention
    head = mentions.doc[mention.head]
    nouns = [child for child in head.rights if child.dep_ == "appos" and child.pos_ == "NOUN"]
    if head.dep_ == "appos" and head.head.pos_ == "NOUN":
        nouns.append(head.head)
    found = [_owners_country(head, mentions), *(country(noun, mentions) for noun in nouns)]
    return replace(mention, country=next((c for c in found if c is not None), None))


def _owners_country(head: Token, mentions: Mentions) -> str | None:
    """ "*Kenya's* Cabinet", "the *Kenyan* Odinga", "Ethnic Greeks in *Albania*"."""
    words = [child for child in head.lefts if child.dep_ in ("poss", "amod", "compound", "nmod")]
    words += [t for child in head.rights if child.lower_ == "in" for t in child.children if t.dep_ == "pobj"]
    owners = (mentions.denoted(word) for word in words)
    return next((owner.country for owner in owners if owner is not None and owner.type != "person"), None)


def country(noun: Token, mentions: Mentions) -> str | None:
    """The country of a noun by what it belongs to: "Kenyan police", "a member of the Kenyan parliament".

    None for "Kenya's allies", and for "ministers of Kenya and Ghana", who are of no one country.
    """
    if noun.lemma_ in phrases.RELATIONAL:
        return None
    for word in phrases.possessors_and_modifiers(noun):
        owner = mentions.denoted(word) if not _sent(noun, word, mentions) else None
        if owner is not None:
            alone = len(phrases.conjuncts(mentions.doc[owner.head])) == 1
            return _of(owner, noun, mentions) if alone else None
        if word.dep_ == "pobj" and _contains(word, mentions) and not _sent(noun, word, mentions):
            return country(word, mentions)
    return None


def _of(owner: Mention, noun: Token, mentions: Mentions) -> str | None:
    """An owner's country: that of a state or body, of a person for those who serve him ("Assad's forces")."""
    if owner.type != "person":
        return owner.country
    if noun.i not in mentions.roles:
        return None
    known = mentions.knowledge.surnamed(owner.name) if " " not in owner.name else ()
    return owner.country or (known[0].country if len(known) == 1 else None)


def _sent(noun: Token, word: Token, mentions: Mentions) -> bool:
    """True for the place of those who may be there from elsewhere: "troops *in Iraq*", "the ambassador *in Paris*"."""
    role = mentions.roles.get(noun.i)
    sent = role is not None and role.sector in _SENT and role.kind != "organization"
    return word.dep_ == "pobj" and word.head.lower_ == "in" and (sent or noun.lemma_.lower() in _ENVOYS)


def _contains(word: Token, mentions: Mentions) -> bool:
    """True for what its people belong to: "police in the Kenyan *capital*", "a member of the Kenyan *parliament*"."""
    role = mentions.roles.get(word.i)
    body = role is not None and role.kind in ("organization", "group")
    return body or word.lemma_.lower() in phrases.PLACE_NOUNS


def at_home(mention: Mention, mentions: Mentions) -> Mention:
    """Someone whose country is not said: of the place where people act, else of the one that the article speaks of."""
    if mention.country is not None or not _is_local(mention, mentions):
        return mention
    home = _scene(mentions.doc[mention.head], mentions) if _acts_at_home(mention) else None
    return replace(mention, country=home or _only(mentions.countries))


def _only(countries: frozenset[str]) -> str | None:
    return next(iter(countries)) if len(countries) == 1 else None


def _is_local(mention: Mention, mentions: Mentions) -> bool:
    """False for those who may be of any country: with a body of several states, foreigners, the unknown company."""
    if _is_people(mention):
        return True
    role = mention.role or (_role_in_name(mention, mentions) if mention.kind == "name" else None)
    if role is None or role.noun in _STRANGERS:
        return False
    if role.sector not in _OFFICIAL | _PEOPLE and (mention.kind != "name" or role.noun not in _CAUSES):
        return False
    words = mentions.doc[mention.start : mention.end]
    return not _is_owned_abroad(mention, mentions) and not any(word.lower_ in _ABROAD for word in words)


def _is_owned_abroad(mention: Mention, mentions: Mentions) -> bool:
    """True for "UN officials", and for "Odinga's son", who is where Odinga is from."""
    owner, head = mention.office_of, mentions.doc[mention.head]
    stateless = owner is not None and owner.country is None and owner.known is not None
    people = (
        (mentions.denoted(word) for word in phrases.possessors_and_modifiers(head)) if mention.kind == "nominal" else ()
    )
    return stateless or any(person is not None and person.type == "person" for person in people)


def _role_in_name(mention: Mention, mentions: Mentions) -> RoleNoun | None:
    """The kind of an unknown body by its name: "Union of *Teachers*", "Homeland *Party*"."""
    unknown = mention.type == "organization" and mention.known is None
    return mentions.knowledge.role(mention.name.split(" (")[0]) if unknown else None


def _acts_at_home(mention: Mention) -> bool:
    nominal = mention.kind == "nominal" and mention.role is not None and mention.role.sector in _PEOPLE
    return nominal or _is_people(mention)


def _is_people(mention: Mention) -> bool:
    """True for "Sikhs" and "ethnic Russians", who are of no one country."""
    return mention.kind == "name" and mention.type == "group" and mention.name.lower() not in _PEOPLES


def _scene(head: Token, mentions: Mentions) -> str | None:
    """The country where people act or are acted on: "Protesters blocked roads *in Lima*"."""
    verb = governors.clause_of(head)
    parts = [verb, *(child for child in verb.children if child.dep_ in ("dobj", "nsubjpass"))]
    found = {place.country for part in parts for place in _places(part, mentions) if place.country is not None}
    return next(iter(found)) if len(found) == 1 else None


def _places(word: Token, mentions: Mentions) -> Iterator[Mention]:
    for token in prepositions.behind_any(word, _WHERE):
        name = mentions.named(token)
        if name is not None and name.type in ("place", "country"):
            yield name
