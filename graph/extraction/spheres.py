"""Spheres: whether an event belongs to public life, or to sport, trade, science or culture, which PLOVER leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import phrases

if TYPE_CHECKING:
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.match import Match
    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Token

PRIVATE = frozenset(("BUS", "HLH", "MED"))  # sectors of those who act for themselves
OPEN = frozenset((None, "AGR", "CVL", "EDU", "UNK", "ELI"))  # and of those of whom it depends on what it is about
WORDS = frozenset(
    ("ACCUSE", "AGREE", "AID", "COOPERATE", "REJECT", "REQUEST", "RETREAT", "SUPPORT", "THREATEN", "CONSULT")
)
_GRAVE = frozenset(("killed", "wounded", "assassinated", "executed", "bombed", "tortured", "raped", "abducted"))


def is_private(match: Match, lexicon: Lexicon) -> bool:
    """ "Airbus rejected Boeing's claim", "Spain beat Malta in the qualifier": no act of politics or conflict."""
    if match.frame is None or match.type == "STATEMENT" or match.predicate in _GRAVE:
        return False
    parties = (*match.actors, *match.recipients)
    if any(_is_public(part.referent) and not _is_player(part.token, lexicon) for part in parties):
        return False
    words = phrases.forms(match.slots.token.sent)
    if not words.isdisjoint(lexicon.sport):
        return True
    if any(part.referent.type == "country" for part in parties):
        return False
    return not words.isdisjoint(lexicon.private) or (match.type in WORDS and _is_among_themselves(match))


def _is_public(referent: Referent) -> bool:
    return referent.type != "country" and referent.sector not in PRIVATE | OPEN


def _is_player(noun: Token, lexicon: Lexicon) -> bool:
    """ "The *striker*", which may as well be one of a factory."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in lexicon.sport


def _is_among_themselves(match: Match) -> bool:
    """True if firms, outlets and the like act, and on nobody who may be anything else."""
    others = [part.referent for part in match.recipients]
    unknown = any(referent.sector is None and referent.type in ("organization", "place") for referent in others)
    return bool(match.actors) and all(part.referent.sector in PRIVATE for part in match.actors) and not unknown
