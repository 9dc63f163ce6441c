"""Attribution: who says it, where a sentence reports the words of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, governors, prepositions
from graph.extraction.match import ACTORS
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.match import Match
    from graph.extraction.referents import Referent
    from graph.extraction.slots import Slots
    from graph.extraction.tokens import Token


_BACKGROUND = ("relcl", "acl", "advcl", "prep")  # what these add is background, not what the report says
_WILLS = wordlist("wills")
_PLANS = wordlist("plans")


def source(match: Match, coreference: Coreference, lexicon: Lexicon) -> Referent | None:
    """Who says, orders, plans or intends what is told of an event: "…, *the Kremlin* announced"."""
    for said_by in _sources(match, coreference, lexicon):
        for referent in coreference.resolve(said_by):
            if referent.type in ACTORS:
                return referent
    return None


def _sources(match: Match, coreference: Coreference, lexicon: Lexicon) -> Iterator[Token]:
    """The words for whoever may be the source, the likeliest first."""
    verb = _willed(match.slots.token)
    yield from clauses.subjects(verb) if verb is not None else ()
    if match.is_backdrop:
        return
    yield from _sayers(match.slots, coreference, lexicon)
    yield from _according(match.slots.clause)


def reporting_verb(trigger: Token, lexicon: Lexicon) -> Token | None:
    """The verb that reports the clause in which the trigger stands: "said" in "X said that Y met Z"."""
    return next((verb for _, governor, dep in _told(trigger) if (verb := _reporting(governor, dep, lexicon))), None)


def _voice(trigger: Token, lexicon: Lexicon) -> Token | None:
    """The nearest verb above that reports, or tells whose will it is: "said that Oslo *plans* to buy jets"."""
    for below, governor, dep in _told(trigger):
        verb = _reporting(governor, dep, lexicon) or _willing(below, governor, dep)
        if verb is not None:
            return verb
    return None


def _told(trigger: Token) -> Iterator[tuple[Token, Token, str]]:
    """The way up as far as what is told, as word, governor and dependency."""
    below, way = trigger, ""
    for governor, dep in governors.governors(trigger):
        yield below, governor, dep
        if dep in _BACKGROUND and way != "pcomp":  # "…, with both diplomats discussing" is told as well
            return
        below, way = governor, dep


def _reporting(governor: Token, dep: str, lexicon: Lexicon) -> Token | None:
    """The verb that reports the clause that depends on a governor."""
    if dep == "pcomp" and governor.dep_ == "prep":
        return governor.head if reports(governor.head, lexicon) else None
    return governor if dep in ("ccomp", "parataxis") and reports(governor, lexicon) else None


def _willing(below: Token, governor: Token, dep: str) -> Token | None:
    """ "*intends* to launch", "*negotiated* a purchase"; "plans *to import*"."""
    if governor.pos_ == "VERB" and governor.lemma_.lower() in _WILLS:
        return governor if dep in ("xcomp", "ccomp", "dobj") else None
    plan = dep == "acl" and below.tag_ == "VB" and governor.lemma_.lower() in _PLANS
    return below if plan else None


def reports(verb: Token, lexicon: Lexicon) -> bool:
    """True for a verb whose clause is somebody's speech."""
    return verb.pos_ == "VERB" and any(unit.frame.reports for unit in lexicon.verbs.get(verb.lemma_.lower(), ()))


def is_with_words(verb: Token | None, lexicon: Lexicon) -> bool:
    """True for what somebody does "*saying* that …": it is as new as his words."""
    children = verb.children if verb is not None else ()
    return any(child.dep_ == "advcl" and child.tag_ == "VBG" and reports(child, lexicon) for child in children)


def _sayers(slots: Slots, coreference: Coreference, lexicon: Lexicon) -> Sequence[Token]:
    clause = slots.clause
    verb = _voice(clause, lexicon) or _announcing(slots.token, lexicon) or _demanding(clause, lexicon)
    if verb is None and _is_said(clause):
        verb = coreference.saying(clause)
    if verb is None:
        return []
    return clauses.subjects(verb) if clause.dep_ == "pcomp" and clause.head.head == verb else clauses.speakers(verb)


def _is_said(clause: Token) -> bool:
    """True for what a sentence tells, and does not add as background."""
    return all(dep not in _BACKGROUND for _, _, dep in _told(clause))


def _willed(noun: Token) -> Token | None:
    """ "*negotiated* the purchase", "*expects* sales to rise": whose will the act of a noun is."""
    clause = noun.head if noun.dep_ == "nsubj" and noun.head.tag_ == "VB" and noun.head.dep_ == "ccomp" else noun
    verb = clause.head
    willed = clause.dep_ in ("dobj", "ccomp") and verb.pos_ == "VERB" and verb.lemma_.lower() in _WILLS
    return verb if noun.pos_ == "NOUN" and willed else None


def _announcing(trigger: Token, lexicon: Lexicon) -> Token | None:
    """ "*announced* a summit", "*announced* a summit to be held in May"."""
    noun = trigger.head if trigger.dep_ in ("acl", "relcl") else trigger
    verb = noun.head
    return verb if noun.dep_ == "dobj" and noun.pos_ == "NOUN" and _has(verb, lexicon, "STATEMENT") else None


def _demanding(trigger: Token, lexicon: Lexicon) -> Token | None:
    """ "*urged* Moscow to withdraw"."""
    verb = trigger.head
    return verb if trigger.dep_ in ("ccomp", "xcomp") and _has(verb, lexicon, "REQUEST") else None


def _has(verb: Token, lexicon: Lexicon, type_: str) -> bool:
    """True for a verb that by itself may express an event of the type."""
    units = lexicon.verbs.get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ()
    return any(unit.frame.type == type_ and not unit.words for unit in units)


def _according(trigger: Token) -> Iterator[Token]:
    """ "According to the *Russian statement*", anywhere in the clause or in those above it."""
    clause = governors.clause_of(trigger)
    for verb in (clause, *(governor for governor, dep in governors.governors(clause) if dep != "conj")):
        for child in verb.children:
            if child.lower_ == "according":
                for said_by in prepositions.behind(child, "to"):
                    yield from _authors(said_by)


def _authors(words: Token) -> Iterator[Token]:
    """ "figures released *by the bank*", "the *Russian* statement", "the *Kremlin*"."""
    for clause in words.children:
        if clause.dep_ == "acl":
            yield from clauses.subjects(clause) if clauses.is_passive(clause) else ()
    yield words
    yield from clauses.possessor(words)
