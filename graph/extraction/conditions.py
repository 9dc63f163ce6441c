"""Conditions: whether a frame holds for the words and the participants that were found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases, prepositions, repairs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Frame, Lexicon
    from graph.extraction.match import Match, Part
    from graph.extraction.slots import Slots
    from graph.extraction.tokens import Token

_PEOPLE = ("person", "named", "politician")


_SCENES = ("in", "from", "of", "by", "after", "during")


class Conditions:
    """Checks frames against an article."""

    def __init__(self, lexicon: Lexicon, coreference: Coreference) -> None:
        self.lexicon = lexicon
        self.coreference = coreference

    def hold(
        self, frame: Frame, slots: Slots, actors: tuple[Part, ...], recipients: tuple[Part, ...], mutual: bool
    ) -> bool:
        """True if a frame is what the words around the trigger say, with these in its roles."""
        if frame.actor_kind and not actors:
            return False
        if frame.recipient_kind and slots.is_verb and clauses.is_naming(slots.token):
            return False
        if any(slots.fill(slot) for slot in frame.lacks):
            return False
        if frame.recipient_kind in _PEOPLE and slots.is_verb and not _is_first(recipients, slots.fill("object")):
            return False
        if frame.type == "CONSULT" and any(part.token.lower_ == "it" for part in recipients):
            return False
        if frame.recipient[:1] == ("object",) and not slots.words and _is_reflexive(slots):
            return False
        if (frame.intransitive and slots.fill("object")) or not all(slots.fill(slot) for slot in frame.requires):
            return False
        if frame.topic_kind and not any(self._is_act(token) for slot in frame.topic for token in slots.fill(slot)):
            return False
        if frame.type == "THREATEN" and self._is_forecast(frame, slots):
            return False
        # "launched strikes on targets": who acts is enough
        carried = slots.support is not None and actors and frame.recipient_kind != "media"
        if frame.recipient_kind and not (recipients or mutual or carried):
            return False
        return bool(actors or recipients)

    def _is_act(self, word: Token) -> bool:
        """ "offered *to mediate*", "offered *talks*", "supported the *resolution*"."""
        lemma = word.lemma_.lower()
        act = lemma in self.lexicon.nouns or lemma in clauses.SUMMARY or phrases.is_abstract(word)
        return word.pos_ in ("VERB", "AUX") or (word.pos_ == "NOUN" and act)

    def _is_forecast(self, frame: Frame, slots: Slots) -> bool:
        """ "warned of *floods*", "a *storm* warning": the weather threatens, and nobody else."""
        about = [*slots.words, *(token for slot in frame.topic for token in slots.fill(slot)), slots.token]
        words = (word for token in about for word in (token, *token.lefts) if word != slots.token)
        return any(word.lemma_.lower() in self.lexicon.forces for word in words)

    def is_forced(self, verb: Token) -> bool:
        """ "A *typhoon* struck the coast", "*Dorian* left the islands": what has no will does none of the types."""
        return verb.pos_ == "VERB" and any(
            any(word.lemma_.lower() in self.lexicon.forces for word in (token, *token.lefts))
            or self._is_named_force(token)
            for token in clauses.subjects(verb)
        )

    def is_accident(self, match: Match) -> bool:
        """ "A *fire* killed five", "killed in a *fire*", "killed when a bus *overturned*": violence that nobody did."""
        done = any(not self._is_hazard(part.token) for part in match.actors)
        if match.type != "ASSAULT" or done or not match.slots.is_verb:
            return False
        verb, doers = match.slots.token, clauses.subjects(match.slots.token)
        words = phrases.forms(verb.sent)
        if not words.isdisjoint(self.lexicon.weapons):
            return False
        scenes = () if doers else prepositions.behind_any(verb, _SCENES)
        causes = (verb.head,) if verb.tag_ == "VBG" else ()  # "the roof *collapsed*, killing two"
        return not words.isdisjoint(self.lexicon.mishaps) or any(map(self._is_hazard, (*doers, *scenes, *causes)))

    def _is_hazard(self, noun: Token) -> bool:
        words = [noun] if noun.lemma_.lower() in self.lexicon.nouns else [noun, *noun.lefts]
        hazards = self.lexicon.hazards | self.lexicon.mishaps | self.lexicon.forces
        return not hazards.isdisjoint(word.lemma_.lower() for word in words)

    def _is_named_force(self, token: Token) -> bool:
        return any(referent.named and referent.type == "other" for referent in self.coreference.resolve(token))


def _is_first(parts: tuple[Part, ...], objects: Sequence[Token]) -> bool:
    """True unless something else is the object before them: "received *the nomination*, over Perkins"."""
    if not objects or not parts:
        return True
    token = parts[0].token
    owner = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token  # "leaders *of Congo*"
    return objects[0] in (token, owner)


def is_phrasal(verb: Token, words: list[Token]) -> bool:
    """ "called *on* them": with a particle that the unit does not have it is another verb."""
    rest = [child for child in verb.children if child not in words]
    return any(child.dep_ == "prt" or (child.dep_ == "prep" and repairs.stranded(child)) for child in rest)


def _is_reflexive(slots: Slots) -> bool:
    """ "challenged *himself*", "defended *themselves*": an act on nobody else."""
    return slots.is_verb and any(
        child.lower_.endswith(("self", "selves")) and child.dep_ == "dobj" for child in slots.token.children
    )


def is_headline_passive(frame: Frame, slots: Slots) -> bool:
    """ "Putin accused of lying", "Envoy shot in Lima": no object, though the verb needs one."""
    token = slots.token
    return (
        slots.is_verb
        and token.tag_ in ("VBD", "VBN")
        and frame.recipient[:1] == ("object",)
        and clauses.is_headline(token)
        and not clauses.is_passive(token)
        and not clauses.objects(token)
        and not any(child.dep_ in ("aux", "ccomp", "xcomp") for child in token.children)
        and (_needs_object(frame) or any(slots.fill(slot) for slot in frame.topic if slot in ("of", "for")))
    )


def is_news(noun: Token) -> bool:
    """ "*Riots* broke out", "Fans hurt in *stampede*": what a clause is about, and all that a headline tells."""
    return noun.pos_ == "NOUN" and (noun.dep_ in ("nsubj", "nsubjpass", "ROOT") or clauses.is_headline(noun))


def _needs_object(frame: Frame) -> bool:
    return frame.recipient_kind in ("actor", "person") and not frame.reciprocal
