"""Events: the frames of the lexicon, matched on the parse, with those who take part in which role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction.attendance import Attendance
from graph.extraction.conditions import Conditions, is_headline_passive, is_news, is_phrasal
from graph.extraction.interplay import Interplay
from graph.extraction.match import Match
from graph.extraction.nearby import Nearby
from graph.extraction.participants import Participants
from graph.extraction.plain import Plain
from graph.extraction.slots import Slots, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Frame, Lexicon
    from graph.extraction.match import Part
    from graph.extraction.tokens import Span as Tokens
    from graph.extraction.tokens import Token


class Matcher:
    """Finds the events of an article, one sentence after the other."""

    def __init__(self, lexicon: Lexicon, coreference: Coreference) -> None:
        self.lexicon = lexicon
        self.participants = Participants(lexicon, coreference)
        self.conditions = Conditions(lexicon, coreference)
        self.plain = Plain(lexicon, coreference, self.participants)
        self.interplay = Interplay(lexicon, coreference, self.participants)
        self.attendance = Attendance()
        self.nearby = Nearby(self.participants)

    def matches(self, sentence: Tokens) -> Iterator[Match]:
        """Events in the order of their triggers; at most one a word."""
        found = {t.i: match for t in sentence if (match := self._match(t)) is not None}
        yield from self.attendance.completed(self.interplay.settled(found))

    def _match(self, token: Token) -> Match | None:
        """The first frame that holds, else a plain event for a verb or a noun that names something that happens."""
        if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            return None
        known, happening = False, None
        for unit, words in units(token, self.lexicon):
            known = True
            happening = happening or (unit.frame if unit.frame.happens else None)
            match = self._fill(unit.frame, Slots(token, words, self.lexicon)) if not is_phrasal(token, words) else None
            if match is not None:
                forced = self.conditions.is_forced(token) or self.conditions.is_accident(match)
                return match if not forced else self.plain.match(token, known=known)
        plain = self.plain.match(token, known=known)
        if happening is None:
            return plain
        told = plain or (Match(Slots(token, [], self.lexicon), None, (), ()) if is_news(token) else None)
        return replace(told, frame=happening) if told is not None else None

    def _led(
        self, slots: Slots, actors: tuple[Part, ...], recipients: tuple[Part, ...], taken: set[int]
    ) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """With who leads a delegation, and whom the parser joined to him: "between a team led by X and *Y*"."""
        leaders = self.participants.leaders(actors, taken)
        if not recipients and len(leaders) > 1 and slots.fill("between"):
            return (*actors, leaders[0]), leaders[1:]
        return (*actors, *leaders), recipients

    def _fill(self, frame: Frame, slots: Slots) -> Match | None:
        """The frame with its roles filled; None where it does not hold."""
        taken: set[int] = set()
        actors = self.participants.role(slots, frame.actor, taken, kind=frame.actor_kind or "actor")
        if not actors and frame.type != "CONSULT":  # a thing may strike for its owner, but it meets nobody
            actors = self.participants.owners(slots, frame.actor, taken)
        recipients = self.participants.role(
            slots, frame.recipient, taken, kind=frame.recipient_kind, doers=frame.recipient_kind is None
        )
        if not recipients and (frame.reciprocal or frame.recipient_kind == "media"):
            recipients = self.participants.of(slots.behind_object("with"), taken, kind=frame.recipient_kind or "actor")
        if not recipients and frame.predicate == "spoke_with" and not slots.is_verb:
            recipients = self.participants.of(slots.addressed(), taken, kind="named")
        if not recipients and slots.undergoing is not None and not slots.fill("between"):
            recipients = self.participants.of(slots.undergoer(), taken, kind="actor")
        if is_headline_passive(frame, slots):
            actors, recipients = (), actors
        mutual = frame.reciprocal and not recipients and len({id(part.referent) for part in actors}) > 1
        if frame.type == "CONSULT" and not mutual:
            actors, recipients = self._led(slots, actors, recipients, taken)
            if not (actors and recipients):
                actors, recipients = self.nearby.completed(frame, slots, actors, recipients, taken)
        if not self.conditions.hold(frame, slots, actors, recipients, mutual):
            return None
        instruments = self.participants.role(slots, frame.instrument, set())
        topic = next((t for slot in frame.topic if (t := slots.fill(slot) or slots.behind_object(slot))), [])
        taken_words = {part.token.i for part in (*actors, *recipients)}
        topic = [token for token in topic if token.i not in taken_words]
        return Match(slots, frame, actors, recipients, instruments, tuple(topic), mutual)
