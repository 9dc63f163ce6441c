"""Plain events: of verbs and happenings that no frame of the lexicon fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases
from graph.extraction.circumstances import is_motion, where
from graph.extraction.match import ACTORS, Match
from graph.extraction.slots import Slots

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.match import Part
    from graph.extraction.participants import Participants

_COPULAS = frozenset("be have do become seem appear remain get let need".split())


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
            return self._match(slots, ("possessor", "by", "modifier"), ("of", "for", "with", "to", "from", "between"))
        if token.pos_ == "VERB" and token.lemma_.lower() not in _COPULAS and token.dep_ not in ("amod", "aux"):
            return self._match(slots, *self._verb_slots(slots))
        return None

    def _verb_slots(self, slots: Slots) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acts and to whom it is done, of a verb without a frame: "*The plane* crashed" is done to the plane."""
        if slots.lemma in self.lexicon.unaccusative and not slots.fill("object") and not slots.fill("clause"):
            return (), ("subject",)
        return ("subject",), () if clauses.is_naming(slots.token) else ("object", "indirect")

    def _match(self, slots: Slots, actor: tuple[str, ...], recipient: tuple[str, ...]) -> Match | None:
        """An event of a word that has no frame, if anybody or anything takes part in it."""
        taken: set[int] = set()
        everything = [self.participants.role(slots, names, taken, doers=False) for names in (actor, recipient)]
        actors, recipients = (_without_places(slots, self.participants.concrete(parts)) for parts in everything)
        if not recipients and not (slots.is_verb and slots.fill("object")) and not slots.fill("clause"):
            actors, recipients = _by_will(actors)
        somebody = any(part.referent.named or part.referent.type in ACTORS for part in (*actors, *recipients))
        holds = somebody or (_is_told(slots.token) and any(everything)) or self._is_spoken_of(slots)
        return Match(slots, None, actors, recipients) if holds else None

    def _is_spoken_of(self, slots: Slots) -> bool:
        """ "*The accident* delayed the launch": a happening that the text takes for known, whoever took part."""
        noun = slots.token
        happens = slots.is_verb or noun.lemma_.lower() in self.lexicon.happenings
        known = not slots.is_verb and noun.dep_ in ("nsubj", "nsubjpass", "pobj") and phrases.is_definite(noun)
        return happens and (known or bool(where(slots, self.coreference)))


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


def _is_told(token: Token) -> bool:
    """True for a word of which the sentence makes a point, and not only a detail of something else."""
    if token.pos_ != "VERB":
        return token.dep_ != "pobj"
    finite = token.tag_ != "VB" or any(child.tag_ in ("MD", "VBD", "VBZ", "VBP") for child in token.children)
    return token.dep_ == "xcomp" or (finite and token.dep_ != "acl")
