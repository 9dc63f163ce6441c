"""Construct: the kind of sentence or phrase in which an event was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses

if TYPE_CHECKING:
    from graph.extraction.match import Match
    from graph.extraction.tokens import Token

OTHER = "other"  # of a word outside the lexicon
TITLE = "title"  # "Russian Foreign Minister Lavrov": no event, and a claim all the same
CONSTRUCTS = (
    "active",  # "Rubio met Lavrov."
    "passive",  # "Putin was accused by Zelensky."
    "relative",  # "Rubio, who met Lavrov, left."
    "participle",  # "Rubio left, accusing Lavrov."
    "infinitive",  # "Rubio wants to meet Lavrov."
    "coordinated",  # "Rubio flew to Riyadh and met Lavrov."
    "headline",  # "Rubio meets Lavrov" without a full stop
    "noun",  # "Russia's attack on Kyiv"
    "light verb",  # "Russia launched an attack on Kyiv."
    OTHER,
    TITLE,
)


def construct(match: Match) -> str:
    """One of `CONSTRUCTS`; what is said first here goes before what is said later."""
    if match.frame is None:
        return OTHER
    if match.slots.support is not None or match.slots.undergoing is not None:
        return "light verb"
    if not match.slots.is_verb:
        return "noun"
    return "headline" if clauses.is_headline(match.slots.token) else _clause(match.slots.token)


def _clause(verb: Token) -> str:
    """By how the verb's clause hangs on the rest of the sentence."""
    own = any(child.dep_ in clauses.SUBJECTS for child in verb.children)
    if verb.dep_ == "relcl":
        return "relative"
    if verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "pcomp") and not own:
        return "infinitive"
    if verb.dep_ in ("acl", "advcl", "pcomp", "xcomp") and verb.tag_ in ("VBG", "VBN") and not own:
        return "participle"
    if verb.dep_ == "conj" and not own:
        return "coordinated"
    return "passive" if clauses.is_passive(verb) else "active"
