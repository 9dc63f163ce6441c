"""Subject matter: the words that an event is about, whom they name, and of these whom a statement is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import phrases
from graph.extraction.match import ACTORS, Match, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extraction.coreference import Coreference
    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Token

MOST_TOPICS = 6  # entities that one event is said to be about

_PARTS = frozenset(  # of a clause and of its nouns; what stands beside them or in a bracket is an aside
    "nsubj nsubjpass dobj attr conj ccomp xcomp pcomp prep pobj agent dative poss amod compound nmod acomp "
    "appos".split()
)
_NOUNS = ("NOUN", "PROPN", "NUM")
_DEEPEST = 1  # nouns above a name: "the sale *of Opel*", but not "a call from a worker at the plant *of Opel*"


def named(match: Match, coreference: Coreference) -> list[Part]:
    """Named entities in the words that an event is about, without those who already take part.

    Of a statement's, those near the head of what is said; whoever else its words name takes no part in it.
    """
    taken = {id(part.referent) for part in (*match.actors, *match.recipients)}
    found: dict[int, Part] = {}
    for token in (t for head in match.topic for t in head.subtree):
        place = token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "near", "from")
        if token.dep_ not in phrases.NOMINAL_DEPS or token.pos_ == "PRON" or place or _is_aside(token, match.topic):
            continue
        if match.type == "STATEMENT" and not is_subject_matter(token, match.topic):
            continue
        for referent in coreference.resolve(token):
            if (
                referent.named
                and id(referent) not in taken
                and (match.type != "STATEMENT" or _is_spoken_about(referent))
            ):
                found.setdefault(id(referent), Part(referent, token))
    return list(found.values())[:MOST_TOPICS]


def _is_spoken_about(referent: Referent) -> bool:
    """False for a product or the like: "said that the *Leaf* sold well" says nothing about anybody or anywhere."""
    return referent.type in ACTORS or referent.type == "place"


def wording(heads: Sequence[Token]) -> str | None:
    """The words of what an event is about, on one line."""
    if not heads:
        return None
    doc = heads[0].doc
    start, end = min(head.left_edge.i for head in heads), max(_end(head) for head in heads)
    if start and doc[start - 1].text in ("“", "‘", '"'):
        start -= 1
    return _paired(" ".join(doc[start:end].text.split()).strip(" ,.;:")) or None


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


def _is_aside(token: Token, heads: Sequence[Token]) -> bool:
    """True for words of a clause beside what is told: "said she would leave, *while Rubio wrote* …"."""
    while token not in heads and token.head != token:
        if token.dep_ in ("advcl", "relcl", "parataxis"):
            return True
        token = token.head
    return False


def _end(head: Token) -> int:
    """Where a topic ends: a noun's before its relative clause."""
    clauses_ = [c.left_edge.i for c in head.rights if c.dep_ in ("relcl", "advcl") and c.left_edge.i > head.i]
    return min(clauses_, default=head.right_edge.i + 1) if head.pos_ != "VERB" else head.right_edge.i + 1


def _paired(text: str) -> str:
    """The words without a quotation mark at an end whose other half was cut off."""
    for opening, closing in (("“", "”"), ("‘", "’"), ('"', '"')):
        if text.count(opening) + (text.count(closing) if closing != opening else 0) == 1:
            text = text.strip(opening + closing)
    return text.strip(" ,.;:")
