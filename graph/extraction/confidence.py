"""Confidence: how likely it is that a claim is what the sentence says, from how the event was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extraction.match import Match

VERB, NOUN, UNKNOWN = 0.85, 0.7, 0.35
NO_PARTNER, INDIRECT = 0.1, 0.1


def confidence(match: Match) -> float:
    """Between 0 and 1; less for nouns than for verbs, for pronouns and descriptions, and where a role stays empty."""
    if match.frame is None:
        return UNKNOWN
    value = VERB if match.slots.is_verb else NOUN
    if not match.actors or not (match.recipients or match.mutual):
        value -= NO_PARTNER
    parts = (*match.actors, *match.recipients)
    if any(part.token.pos_ == "PRON" or not part.referent.named for part in parts):
        value -= INDIRECT
    return round(value, 2)
