"""Pairs: whom "the two leaders", "both countries", and "they" behind a meeting stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, governors, prepositions
from graph.extraction.offices import offices
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.extraction.coreference import Coreference
    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Token

REACH = 5  # sentences that "the two men" looks back over, its own included
_NEAR = 3  # and "they" for two who met
_STATES = wordlist("states")
_TOGETHER = ("with", "to", "by", "for")


def pair(coreference: Coreference, token: Token, number: int) -> tuple[Referent, ...]:
    """ "the two officials", "both countries": the last so many, if no more are in question in their sentence."""
    wanted = ("country",) if token.lemma_.lower() in _STATES else ("person",)
    role = coreference.mentions.roles.get(token.i)
    above = [verb for verb, dep in governors.governors(token) if dep in ("ccomp", "parataxis")]
    barred = {id(r) for verb in above for t in clauses.subjects(verb) for r in _name(coreference, t)}
    seen: dict[int, Referent] = {}
    for candidates in coreference.sentences_back(token, wanted, REACH):
        here = {id(r): r for _, r in candidates if id(r) not in barred}
        fitting = {i: r for i, r in here.items() if role is not None and r.holds(offices(role))}
        here = fitting if len(fitting) == number else here
        if not seen and len(here) == number:
            return tuple(here.values())
        seen.update(here)
        if len(seen) >= number:
            break
    return tuple(seen.values()) if len(seen) == number else ()


def couple(coreference: Coreference, token: Token) -> tuple[Referent, ...]:
    """ "*Merz* met *Tusk*. They agreed", "*Merz* and *Tusk* praised their talks": those who did something together.

    Nobody, where a people or a body before the pronoun may be meant as well.
    """
    clause, sentence = governors.clause_of(token), token.sent
    for _ in range(_NEAR):
        if any(_is_several(coreference, t) for t in sentence if t.i < token.i and t.dep_ in clauses.SUBJECTS):
            return ()
        verbs = [verb for verb in (sentence.root, *sentence) if verb.pos_ == "VERB" and verb.i < token.i]
        others = (verb for verb in verbs if verb != clause or token.tag_ == "PRP$")
        if found := next(filter(None, (_together(coreference, verb, token.i) for verb in others)), ()):
            return found
        if sentence.start == 0:
            return ()
        sentence = token.doc[sentence.start - 1].sent
    return ()


def _is_several(coreference: Coreference, token: Token) -> bool:
    """True for a subject that "they" may stand for itself: "rebels", "the company"."""
    mention = coreference.mentions.at(token) if governors.tense(token.head) is not None else None
    if mention is None or not (
        mention.type in ("organization", "group") or (mention.kind == "nominal" and mention.plural)
    ):
        return False
    return any(r.type != "person" or not r.named for r in coreference.resolve(token))


def _together(coreference: Coreference, verb: Token, before: int) -> tuple[Referent, ...]:
    """Those with names who do what a verb says, or the one who does it and those with or to whom."""
    doers = _named(coreference, clauses.subjects(verb), before)
    if len(doers) == 1:
        places = [verb, *(t for t in clauses.objects(verb) if t.pos_ == "NOUN")]
        behind = [t for place in places for way in _TOGETHER for t in prepositions.behind(place, way)]
        others = _named(coreference, clauses.objects(verb), before) or _named(coreference, behind, before)
        doers = [*doers, *(r for r in others if r is not doers[0])]
    return tuple(doers) if len(doers) > 1 and len({r.type for r in doers}) == 1 else ()


def _named(coreference: Coreference, tokens: Iterable[Token], before: int) -> list[Referent]:
    """The people and countries with names for whom words before a position stand."""
    found = (r for t in tokens if t.i < before for r in coreference.resolve(t))
    return list({id(r): r for r in found if r.named and r.type in ("person", "country")}.values())


def _name(coreference: Coreference, token: Token) -> tuple[Referent, ...]:
    name = coreference.mentions.named(token)
    return (coreference.referents.of_name(name),) if name is not None else ()
