"""Offices: whom "the president", "the Russian leader" and "his Turkish counterpart" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.extraction.coreference import Coreference
    from graph.extraction.mentions import Mention
    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Token
    from graph.linking.knowledge import Known, RoleNoun

COUNTERPART = "counterpart"
_OTHER_TIMES = frozenset("former future late next previous then".split())
_FIGUREHEADS = wordlist("figureheads")
_LEADERS = wordlist("leaders")
_HEADS = ("president", "prime minister", "chancellor", "king", "supreme leader")


def office_holder(coreference: Coreference, token: Token, mention: Mention) -> Referent | None:
    """ "the Russian leader", "the president": someone of the article with that office, else whoever held it."""
    role = mention.role
    if role is None or role.kind != "person" or any(child.lower_ in _OTHER_TIMES for child in token.lefts):
        return None
    owner = mention.office_of.known if mention.office_of is not None else None
    if role.noun == COUNTERPART:
        return _counterpart(coreference, token, owner) if owner is not None else None
    nouns = offices(role)
    people = [r for r in coreference.referents.before(token.i, "person") if mention.country in (None, r.country)]
    fitting = [r for r in people if r.holds(nouns)] or [
        r for r in people if role.noun not in _LEADERS and r.holds(role.titles)
    ]
    if fitting:
        return next((referent for referent in fitting if referent.holds(nouns, coreference.published)), fitting[0])
    if len(strangers := _strangers(coreference, token, nouns)) == 1:
        return strangers[0]
    return _holding(coreference, _governing(nouns, owner) if role.noun in _LEADERS else nouns, owner)


def _strangers(coreference: Coreference, token: Token, nouns: Iterable[str]) -> list[Referent]:
    """ "Peru's president left. … President *Ruiz* …": those in office whom nobody knows, of no country that is told."""
    people = coreference.referents.before(token.i, "person")
    return [r for r in people if r.known is None and r.country is None and r.holds(nouns)]


def offices(role: RoleNoun) -> tuple[str, ...]:
    """The offices that a noun names: "leader" those of heads of state and government."""
    return _HEADS if role.noun in _LEADERS else (role.noun,)


def _holding(coreference: Coreference, nouns: Iterable[str], owner: Known | None) -> Referent | None:
    """Whoever held one of the offices of a country, if only one did."""
    if owner is None or owner.type != "country" or coreference.published is None:
        return None
    for noun in nouns:
        holders = coreference.knowledge.holders(noun, owner.id, coreference.published)
        if len(holders) == 1:
            return coreference.referents.of_known(holders[0])
    return None


def _governing(nouns: Iterable[str], owner: Known | None) -> list[str]:
    """Without the president of a country where somebody else governs."""
    figurehead = owner is not None and (owner.country or "").lower() in _FIGUREHEADS
    return [noun for noun in nouns if noun != "president" or not figurehead]


def _counterpart(coreference: Coreference, token: Token, owner: Known) -> Referent | None:
    """ "Stubb met *his Turkish counterpart*": who has in Turkey the office that Stubb has in Finland."""
    peers = [r for child in token.lefts if child.tag_ == "PRP$" for r in coreference.resolve(child)]
    if len(peers) != 1 or peers[0].type != "person":
        return None
    nouns = _held(peers[0], coreference.published)
    people = (r for r in coreference.referents.before(token.i, "person") if r.country == owner.country)
    named = next((r for r in people if r is not peers[0] and r.holds(nouns)), None)
    return named or _holding(coreference, _governing(nouns, owner), owner)


def _held(person: Referent, on: date | None) -> list[str]:
    """The offices that somebody has by the article, then by what is known."""
    told = [m.role.noun for m in person.mentions if m.role is not None and m.role.office and m.role.noun != COUNTERPART]
    known = person.known.offices if person.known is not None else ()
    return list(dict.fromkeys([*told, *(office.title.lower() for office in known if office.held(on))]))
