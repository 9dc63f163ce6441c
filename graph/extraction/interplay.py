"""Interplay: what the events of one sentence make of each other, and which of them are none of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction import clauses, governors, prepositions
from graph.extraction.attribution import reporting_verb, reports
from graph.extraction.concern import behind, concerned
from graph.extraction.factuality import factuality, is_demanded
from graph.extraction.match import Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.match import Part
    from graph.extraction.participants import Participants
    from graph.extraction.tokens import Token

DEMAND = "urged"  # the predicate of a demand that a statement makes
ADDRESS = "spoke_to"  # the predicate of words that are told as well
_WHEN = frozenset("after before since when while".split())


class Interplay:
    """Settles the events of a sentence."""

    def __init__(self, lexicon: Lexicon, coreference: Coreference, participants: Participants) -> None:
        self.lexicon = lexicon
        self.coreference = coreference
        self.participants = participants
        self._demand = next(unit.frame for unit in lexicon.verbs["urge"] if unit.frame.predicate == DEMAND)
        self._address = next(unit.frame for unit in lexicon.verbs["speak"] if unit.frame.predicate == ADDRESS)

    def settled(self, found: Mapping[int, Match]) -> Iterator[Match]:
        """Of the matches of a sentence by position those that stand, with all who take part.

        None stands for a verb that only lends support.
        """
        carried = {word.i for match in found.values() for word in _carried(match)}
        of_others = {i: _among(found[i]) for i in carried if i in found and _is_of_others(found[i])}
        free = {i: of_others.get(i, match) for i, match in found.items() if i not in carried or i in of_others}
        lending = {verb.i for match in free.values() for verb in _lending(match)}
        events = [match for i, match in free.items() if i not in lending or match.slots.words]
        matches = [self._with_speaker(self._as_demand(self._with_party(match))) for match in events]
        typed = {match.slots.token.i for match in matches if match.frame is not None and match.type != "STATEMENT"}
        kept = [match for match in matches if not (_is_content(match, typed) or _is_announcement(match, matches))]
        yield from (self._with_things(self._with_concerned(match, matches)) for match in kept)

    def _with_things(self, match: Match) -> Match:
        """ "bought *aircraft* from Airbus", "announced *a new phone*": what an act is done with or to besides."""
        if match.frame is None or not match.slots.is_verb:
            return match
        parts = (*match.actors, *match.recipients, *match.concerned, *match.instruments)
        objects = [t for t in clauses.objects(match.slots.token) if self._is_thing(t, match) and t.pos_ != "PRON"]
        taken = {id(part.referent) for part in parts}
        things = self.participants.concrete(self.participants.of(objects, taken, kind=None, doers=False))
        return replace(match, things=tuple(part for part in things if part.referent.type == "other"))

    def _is_thing(self, noun: Token, match: Match) -> bool:
        """False for words of the unit, but for those of things: "signed *the contract*", not "signed the truce"."""
        return noun not in match.slots.words or noun.lemma_.lower() in self.lexicon.concrete

    def _as_demand(self, match: Match) -> Match:
        """ "said that *Libya must* hand over …" is a demand on Libya."""
        if match.predicate == "spoke_with" and (self._is_address(match.slots.token) or _is_before_a_house(match)):
            return replace(match, frame=self._address)
        if match.type != "STATEMENT":
            return match
        taken = {id(part.referent) for part in match.actors}
        for verb in match.topic:
            on = self.participants.of(clauses.subjects(verb), taken, kind="actor") if is_demanded(verb) else ()
            if on:
                return replace(match, frame=self._demand, recipients=on)
        return match

    def _with_speaker(self, match: Match) -> Match:
        """ "*Putin* said that Russia will not lift …": who speaks for a country intends and refuses with it."""
        told = match.frame is not None and match.type != "STATEMENT" and not match.frame.reciprocal
        verb = reporting_verb(match.slots.clause, self.lexicon) if told else None
        if verb is None or factuality(match.slots.token).stance is None:
            return match
        countries = {
            part.referent.country for part in match.actors if part.referent.type in ("country", "organization")
        }
        taken = {id(part.referent) for part in (*match.actors, *match.recipients)}
        speakers = self.participants.of(clauses.subjects(verb), taken, kind="actor")
        own = tuple(part for part in speakers if part.referent.country and part.referent.country in countries)
        return replace(match, actors=(*match.actors, *own))

    def _is_address(self, verb: Token) -> bool:
        """ "*Speaking to* a radio station, she said …" is no contact of its own."""
        told = verb.tag_ == "VBG" and verb.dep_ == "advcl" and reports(verb.head, self.lexicon)
        return told and bool(prepositions.behind(verb, "to"))

    def _with_party(self, match: Match) -> Match:
        """ "An accord was reached with Mali, *the rebels* said": who names only the other party is one himself."""
        verb = match.slots.support
        untold = match.frame is not None and match.frame.reciprocal and match.recipients and not match.actors
        if verb is None or not untold or not clauses.is_passive(verb) or clauses.subjects(verb):
            return match
        said = reporting_verb(verb, self.lexicon)
        taken = {id(part.referent) for part in match.recipients}
        speakers = self.participants.of(clauses.subjects(said), taken, kind="actor") if said is not None else ()
        return replace(match, actors=tuple(part for part in speakers if part.referent.sector not in (None, "MED")))

    def _with_concerned(self, match: Match, others: list[Match]) -> Match:
        if match.frame is None or match.mutual or match.type == "STATEMENT":
            return match
        if not match.recipients:
            found = concerned(match, others, self.coreference)
            return replace(match, recipients=found) if _are_behind(match, found) else replace(match, concerned=found)
        if all(part.referent.type == "other" for part in match.recipients):
            return replace(match, concerned=behind(match, self.coreference))
        return match


def _is_before_a_house(match: Match) -> bool:
    """ "spoke to *the Senate*", which listens."""
    heard = [part for part in match.recipients if part.token in prepositions.behind(match.slots.token, "to")]
    return bool(heard) and all(p.referent.sector == "LEG" and p.referent.type == "organization" for p in heard)


def _is_content(match: Match, typed: set[int]) -> bool:
    """A plain verb that only says what is agreed, refused or demanded: "agreed to *set up* hospitals"."""
    if match.frame is not None or not match.slots.is_verb:
        return False
    for governor, dep in governors.governors(match.slots.token):
        if dep == "pcomp":
            return governor.head.i in typed and governor.lower_ not in _WHEN
        if dep == "acl":
            return match.slots.token.tag_ == "VB" and bool({governor.i, governor.head.i} & typed)
        return governor.i in typed and dep in ("xcomp", "advcl", "ccomp")
    return False


def _is_announcement(match: Match, others: list[Match]) -> bool:
    """ "*said* that it will withdraw": what somebody says that he will do, or will not, is the act itself."""
    if match.type != "STATEMENT" or match.recipients:
        return False
    speakers = {id(part.referent) for part in match.actors}
    told = {verb.i for verb in match.slots.fill("clause")}
    return any(
        other.slots.token.i in told
        and other.frame is not None
        and speakers.intersection(id(part.referent) for part in other.actors)
        and factuality(other.slots.token).stance is not None
        for other in others
    )


def _carried(match: Match) -> list[Token]:
    """The further words of a verb, which are no events of their own: "held *talks*"."""
    return match.slots.words if match.slots.is_verb else []


def _is_of_others(match: Match) -> bool:
    """True for what goes on between others than the verb's subject: "hosted *talks* between A and B"."""
    reciprocal = match.frame is not None and match.frame.reciprocal and not match.slots.is_verb
    return reciprocal and bool(match.slots.fill("between")) and len(_among(match).actors) > 1


def _among(match: Match) -> Match:
    """A match whose recipients act on each other, and not its actor on them."""
    return match if match.mutual else replace(match, actors=match.recipients, recipients=(), mutual=True)


def _are_behind(match: Match, parts: tuple[Part, ...]) -> bool:
    """ "sent a letter asking for observers *to* Guterres", where the parser hung the recipient on a clause between."""
    frame, below = match.frame, {t.i for t in match.slots.token.subtree}
    sent = frame is not None and frame.mode == "letter" and bool(match.actors)
    heads = [part.token.head if part.token.dep_ == "compound" else part.token for part in parts]
    return sent and bool(parts) and all(t.i in below and t.head.lower_ == "to" for t in heads)


def _lending(match: Match) -> Iterator[Token]:
    """The verb that lends an event its own subject, and so says nothing else: "*launched* an attack"."""
    verb = match.slots.support
    if (
        verb is not None
        and match.frame is not None
        and any(part.token in match.slots.lent_by(verb) for part in match.actors)
    ):
        yield verb
