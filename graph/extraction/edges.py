"""Edges: what an event claims of those who take part in it, and what it only suggests."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases
from graph.extraction.match import ACTORS, Match, Part
from graph.extraction.subject_matter import is_medium, is_subject_matter
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extraction.tokens import Token

_IN_WORDS = ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "STATEMENT", "AGREE")
_MEDIA = ("BUS", "MED")  # sectors of platforms and outlets


def edges(match: Match, topics: Sequence[Part]) -> Iterator[tuple[Part, str, Part]]:
    """Subject, predicate and object of every claim that an event makes."""
    actors = tuple(part for part in match.actors if not _is_inferred(part, match))
    recipients = tuple(part for part in match.recipients if not _is_owner(part, match))
    if match.mutual:
        yield from ((a, match.predicate, b) for a, b in combinations(actors, 2))
    if match.type == "CONSULT":  # somebody or somewhere, named or not, but no thing
        recipients = tuple(part for part in recipients if part.referent.type in {*ACTORS, "place"})
    if match.frame is None:
        acts = match.slots.is_verb and match.slots.token.lemma_.lower() not in wordlist("states_of_being")
        recipients = tuple(part for part in recipients if _is_somebody(part) and acts)
        actors = tuple(part for part in actors if _is_somebody(part))
    yield from ((a, match.predicate, b) for a in actors for b in recipients)
    if match.type == "STATEMENT":
        about = [part for part in topics if part.referent.type in ACTORS and _is_about(part, match)]
        yield from ((a, "spoke_about", b) for a in actors if a.referent.type in ACTORS for b in about)


def _is_about(part: Part, match: Match) -> bool:
    """True for somebody near the head of what is said, who is not the medium in which it is said."""
    medium = part.referent.sector in _MEDIA and is_medium(part.token)
    return is_subject_matter(part.token, match.topic) and not medium


def _is_inferred(actor: Part, match: Match) -> bool:
    """ "was arrested *in Ghana*": most often by Ghana, but the sentence does not claim it."""
    token = actor.token
    named_after = token.dep_ == "compound" and actor.referent.type == "person"  # "the *Macron* campaign said"
    behind = token.dep_ == "pobj" and token.head.lower_ in ("in", "from") and token.head.head.pos_ == "VERB"
    return match.slots.is_verb and (named_after or behind)


def _is_owner(recipient: Part, match: Match) -> bool:
    """ "shot down a *Ukrainian* drone", "released *Orban's* letters": what is done to the thing is not done to him.

    Words are: who rejects Russia's proposal rejects Russia; but who backs an inspection *of a bank* does not back it.
    """
    token = recipient.token
    thing = _owned(token) if match.slots.is_verb else None
    named = thing in match.slots.words and match.type != "ASSAULT"  # "revoked *the licence* of", not "shot down a jet"
    itself = thing is not None and thing.lower_ in recipient.referent.name.lower()  # "the leaders *of Chad*"
    if thing is None or itself or named or token in clauses.objects(match.slots.token):
        return False
    undergoes = token.dep_ == "pobj" and token.head.lower_ == "of" and phrases.is_done_to(thing)
    return match.type not in _IN_WORDS or undergoes


def _owned(owner: Token) -> Token | None:
    """The thing that somebody owns in these words: "*letters* of Orban"."""
    if owner.dep_ in ("poss", "amod", "compound", "nmod"):
        return owner.head
    behind = owner.dep_ == "pobj" and owner.head.lower_ in ("of", "by") and owner.head.head.pos_ == "NOUN"
    return owner.head.head if behind else None


def _is_somebody(part: Part) -> bool:
    return part.referent.named and part.referent.type in ACTORS
