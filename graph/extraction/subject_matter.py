"""Subject matter: of all whom the words of a statement name, those whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

_PARTS = frozenset(  # of a clause and of its nouns; what stands beside them or in a bracket is an aside
    "nsubj nsubjpass dobj attr conj ccomp xcomp pcomp prep pobj agent dative poss amod compound nmod acomp "
    "appos".split()
)
_NOUNS = ("NOUN", "PROPN", "NUM")
_DEEPEST = 1  # nouns above a name: "the sale *of Opel*", but not "a call from a worker at the plant *of Opel*"


def is_subject_matter(name: Token, topic: Sequence[Token]) -> bool:
    """True for a name near enough to the head of what is said that the statement is about it."""
    nouns, token = 0, name
    while token not in topic:
        intent = token.dep_ == "acl" and token.tag_ == "VB"  # "his plan *to fight* Ali"
        if not (token.dep_ in _PARTS or intent) or token.head == token or _exemplifies(token):
            return False
        token, below = token.head, token
        nouns += token.pos_ in _NOUNS and below.dep_ not in ("conj", "compound")
    return nouns <= _DEEPEST


def is_medium(name: Token) -> bool:
    """ "wrote on *Instagram*", "said on *Fox News*": where it is said is not what it is about."""
    return name.dep_ == "pobj" and name.head.lower_ in ("on", "via") and name.head.head.pos_ == "VERB"


def _exemplifies(preposition: Token) -> bool:
    """ "services *such as* Signal", "winds *over* the Baltic"."""
    return preposition.dep_ == "prep" and preposition.lower_ in ("as", "like", "over", "including")
