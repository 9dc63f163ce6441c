"""Plain events: of verbs and happenings that no frame of the lexicon fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, governors, phrases, prepositions
from graph.extraction.circumstances import is_motion, where
from graph.extraction.governing import called_off
from graph.extraction.match import ACTORS, Match
from graph.extraction.slots import Slots
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.match import Part
    from graph.extraction.participants import Participants
    from graph.extraction.tokens import Token

STATES = wordlist("states_of_being")
_BESIDE = ("with", "on", "for", "from", "to", "as", "at", "against", "under", "through", "by", "of")
_UNDERGOING = ("of", "for", "with", "to", "from")
_HELPERS = frozenset("do seem appear get let".split())


class Plain:
    """Finds the plain events of an article."""

    def __init__(self, lexicon: Lexicon, coreference: Coreference, participants: Participants) -> None:
        self.lexicon = lexicon
        self.coreference = coreference
        self.participants = participants

    def match(self, token: Token, *, known: bool) -> Match | None:
        """The event of a word, if it tells of one; ``known``: the lexicon has frames for it, and none holds."""
        slots = Slots(token, [], self.lexicon)
        if token.pos_ == "NOUN" and (known or token.lemma_.lower() in self.lexicon.happenings):
            changed = ("in",) if token.lemma_.lower() in self.lexicon.changes else ()
            return self._match(slots, ("possessor", "by", "between", "modifier"), (*_UNDERGOING, *changed, "compound"))
        if token.lemma_.lower() in STATES:
            return self._state(slots)
        if token.pos_ == "VERB" and token.lemma_.lower() not in _HELPERS and token.dep_ not in ("amod", "aux"):
            return self._match(slots, *self._verb_slots(slots))
        return None

    def _state(self, slots: Slots) -> Match | None:
        """ "*Oslo is* the host", "*Oslo has* two ports": what is said of somebody or something with a name."""
        verb = slots.token
        if verb.dep_ in ("aux", "auxpass") or _is_auxiliary(verb):
            return None
        taken: set[int] = set()
        bearers = self.participants.role(slots, ("subject",), taken, doers=False)
        if not any(part.referent.named or part.token.pos_ == "PROPN" for part in bearers):
            return None
        if verb.lemma_ == "have":
            return Match(slots, None, bearers, self.participants.concrete(self._things(slots.fill("object"), taken)))
        return Match(slots, None, (), bearers, things=self._things(clauses.complements(verb), taken))

    def _things(self, tokens: Iterable[Token], taken: set[int]) -> tuple[Part, ...]:
        return self.participants.of(tokens, taken, kind=None)

    def _verb_slots(self, slots: Slots) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acts and to whom it is done, of a verb without a frame: "*The plane* crashed" is done to the plane."""
        if self._is_idiom(slots) or (
            self._is_undergone(slots) and not slots.fill("object") and not slots.fill("clause")
        ):
            return (), ("subject",)
        return ("subject", "between"), () if clauses.is_naming(slots.token) else ("object", "indirect")

    def _is_idiom(self, slots: Slots) -> bool:
        """ "*the talks* took place", "*the barn* caught fire": the object says only what becomes of the subject."""
        return any(f"{slots.lemma} {t.lemma_.lower()}" in self.lexicon.unaccusative for t in slots.fill("object"))

    def _is_undergone(self, slots: Slots) -> bool:
        """ "*the talks* began", not "*the minister* began by thanking them"."""
        willed = slots.lemma in self.lexicon.willed
        doers = [r for t in slots.fill("subject") for r in self.coreference.resolve(t)] if willed else []
        return slots.lemma in self.lexicon.unaccusative and not any(r.type in ACTORS for r in doers)

    def _match(self, slots: Slots, actor: tuple[str, ...], recipient: tuple[str, ...]) -> Match | None:
        """An event of a word that has no frame, if anybody or anything takes part in it."""
        taken: set[int] = set()
        everything = [self.participants.role(slots, names, taken, doers=False) for names in (actor, recipient)]
        actors, recipients = (_without_places(slots, self.participants.concrete(parts)) for parts in everything)
        if not recipients and not (slots.is_verb and slots.fill("object")) and not slots.fill("clause"):
            actors, recipients = _by_will(actors)
        somebody = any(part.referent.named or part.referent.type in ACTORS for part in (*actors, *recipients))
        somebody = somebody or (bool(recipients) and self._is_dealing(slots))
        filled = any(everything if _is_of_itself(slots.token) else (actors, recipients))
        holds = somebody or (_is_told(slots.token) and filled) or self._is_spoken_of(slots)
        return Match(slots, None, actors, recipients, things=self._beside(slots, taken)) if holds else None

    def _beside(self, slots: Slots, taken: set[int]) -> tuple[Part, ...]:
        """ "fitted *with winglets*", "downloaded *from the store*": what stands behind a verb's prepositions."""
        behind = [t for t in prepositions.behind_any(slots.token, _BESIDE) if t.pos_ == "NOUN"] if slots.is_verb else []
        things = self.participants.concrete(self._things(behind, taken))
        return tuple(part for part in things if part.referent.type == "other")

    def _is_dealing(self, slots: Slots) -> bool:
        """ "a deal to lease jets *from Volvo*": somebody with a name has a part in it from outside."""
        behind = prepositions.behind_any(slots.token, ("from", "to", "with")) if slots.is_verb else ()
        return any(r.named and r.type in ACTORS for t in behind for r in self.coreference.resolve(t))

    def _is_spoken_of(self, slots: Slots) -> bool:
        """ "*The accident* delayed the launch": a happening that the text takes for known, whoever took part."""
        noun = slots.token
        happens = slots.is_verb or noun.lemma_.lower() in self.lexicon.happenings
        known = not slots.is_verb and noun.dep_ in ("nsubj", "nsubjpass", "pobj") and phrases.is_definite(noun)
        return happens and (known or (not slots.is_verb and called_off(noun)) or bool(where(slots, self.coreference)))


def _without_places(slots: Slots, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Without where it happens: "a flight to *Oslo*", "the *Geneva* conference"."""
    if slots.is_verb:
        return parts
    kinds = ("place", "country") if is_motion(slots.token) else ("place",)
    return tuple(part for part in parts if part.referent.type not in kinds)


def _by_will(actors: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Who acts, and what only undergoes: "*the jet* landed", "*its* launch"."""
    things = tuple(part for part in actors if part.referent.type == "other")
    return tuple(part for part in actors if part not in things), things


def _is_auxiliary(verb: Token) -> bool:
    """ "*is* to be sold", "*has* to leave": only how another verb is meant."""
    return any(child.dep_ == "xcomp" and any(t.lower_ == "to" for t in child.lefts) for child in verb.children)


def _is_of_itself(token: Token) -> bool:
    """False for a verb without a tense: "a plan to *improve* quality" tells nothing where nobody takes part."""
    auxiliaries = [child.tag_ for child in token.children if child.dep_ in ("aux", "auxpass")]
    return token.pos_ != "VERB" or "MD" in auxiliaries or governors.tense(token) is not None


def _is_told(token: Token) -> bool:
    """True for a word of which the sentence makes a point, and not only a detail of something else."""
    if token.pos_ != "VERB":
        return token.dep_ != "pobj"
    finite = token.tag_ != "VB" or any(child.tag_ in ("MD", "VBD", "VBZ", "VBP") for child in token.children)
    detail = token.dep_ == "acl" and not any(child.dep_ == "nsubj" for child in token.lefts)
    return token.dep_ == "xcomp" or (finite and not detail)  # "complaints that *it made* no progress" tell of that
