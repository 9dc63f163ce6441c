"""Features: what can be told, in numbers, of how an event or a claim was found; `confidence` weighs them."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from graph.extraction.construct import CONSTRUCTS, OTHER, TITLE, construct
from graph.extraction.lexicon import TYPES
from graph.extraction.phrases import PREMODIFIERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.extraction.factuality import Factuality
    from graph.extraction.match import Match, Part
    from graph.extraction.tokens import Token

Features = dict[str, float]

CONSTRUCT, TYPE, PREDICATE = "construct", "type", "predicate"  # groups of features of which one is there
SHORT = 20  # tokens; a longer sentence gives the parser more occasion to slip
SIGNS = (
    "claim.about",  # a statement in which the other is named
    "claim.mutual",  # between those who act on each other
    "fact.denied",  # it is said not to have happened
    "fact.open",  # it is planned, demanded, possible or questioned
    "trigger.main",  # the word is the verb of the main clause
    "trigger.phrase",  # the lexicon asks for further words, and they are there
    "role.empty",  # nobody acts, or nobody is acted on
    "role.pronoun",  # somebody is "he", "they" or "it"
    "role.described",  # somebody has no name: "two officials"
    "role.thing",  # one is nobody but a thing
    "role.known",  # all are among those whom `ontology/actors` knows
    "role.unlabelled",  # somebody's name is none to the parser's model
    "role.modifier",  # as in "Russian attack"
    "role.listed",  # somebody is coordinated with others
    "role.indirect",  # who acts does not hang on the word, but on one that it hangs on
    "role.across",  # another verb stands between the word and somebody
    "role.apart",  # logarithm of the tokens between the word and the one who is farthest from it
    "sentence.long",  # logarithm of its tokens divided by SHORT
)
# Those that are always weighed; predicates are, as far as enough of their claims were judged.
NAMES = frozenset((*SIGNS, *(f"{CONSTRUCT}.{name}" for name in CONSTRUCTS), *(f"{TYPE}.{name}" for name in TYPES)))
OUTSIDE = f"{CONSTRUCT}.{OTHER}"
ABOUT: Features = {"claim.about": 1.0}
OFFICE: Features = {f"{CONSTRUCT}.{TITLE}": 1.0}


def manner(match: Match, type_: str, fact: Factuality) -> Features:
    """What an event has in common with all claims that it makes; a feature that is zero is left out."""
    trigger = match.slots.token
    return _said(
        {
            f"{CONSTRUCT}.{construct(match)}": 1,
            f"{TYPE}.{type_}": type_ in TYPES,
            f"{PREDICATE}.{match.predicate}": match.frame is not None,
            "claim.mutual": match.mutual,
            "fact.denied": fact.polarity == "negative",
            "fact.open": fact.modality != "asserted",
            "trigger.main": match.slots.clause.dep_ == "ROOT",
            "trigger.phrase": bool(match.slots.words),
            "sentence.long": log(max(1, len(trigger.sent) / SHORT)),
        }
    )


def roles(match: Match, actors: Sequence[Part], recipients: Sequence[Part]) -> Features:
    """How those who take part in an event, or the two ends of a claim, were found."""
    parts = (*actors, *recipients)
    return _said(
        {
            "role.empty": not (actors and (recipients or match.mutual)),
            "role.pronoun": any(part.token.pos_ == "PRON" for part in parts),
            "role.described": any(not part.referent.named for part in parts),
            "role.thing": any(part.referent.type == "other" for part in parts),
            "role.known": bool(parts) and all(part.referent.known is not None for part in parts),
            "role.unlabelled": any(part.referent.named and not part.token.ent_type_ for part in parts),
            "role.modifier": any(part.token.dep_ in PREMODIFIERS for part in parts),
            "role.listed": any(part.token.dep_ == "conj" for part in parts),
            "role.indirect": any(part.token.head not in (match.slots.token, match.slots.clause) for part in actors),
            "role.across": any(_has_verb_between(part.token, match.slots.token) for part in parts),
            "role.apart": log(max((abs(part.token.i - match.slots.token.i) for part in parts), default=1) or 1),
        }
    )


def _said(values: Mapping[str, float]) -> Features:
    return {name: float(value) for name, value in values.items() if value}


def _has_verb_between(one: Token, other: Token) -> bool:
    start, end = sorted((one.i, other.i))
    return any(token.pos_ == "VERB" for token in one.doc[start + 1 : end])
