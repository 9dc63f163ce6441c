"""Attribution: who says it, where a sentence reports the words of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses
from graph.extraction.match import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.referents import Referent
    from graph.extraction.slots import Slots


_BACKGROUND = ("relcl", "acl", "advcl", "prep")  # what these add is background, not what the report says


def source(slots: Slots, coreference: Coreference, lexicon: Lexicon) -> Referent | None:
    """Whom the sentence names as the source of what it says of an event: "…, the Kremlin announced"."""
    for said_by in (*_sayers(slots, lexicon), *_according(slots.clause)):
        for referent in coreference.resolve(said_by):
            if referent.type in ACTORS:
                return referent
    return None


def reporting_verb(trigger: Token, lexicon: Lexicon) -> Token | None:
    """The verb that reports the clause in which the trigger stands: "said" in "X said that Y met Z"."""
    below, way = trigger, ""
    for governor, dep in clauses.governors(trigger):
        if dep in ("ccomp", "parataxis") and reports(governor, lexicon):
            return governor
        if dep == "pcomp" and governor.dep_ == "prep" and reports(governor.head, lexicon):
            return governor.head
        if dep == "xcomp" and below.tag_ == "VBG" and reports(governor, lexicon):
            return governor
        if dep in _BACKGROUND and way != "pcomp":  # "…, with both diplomats discussing" is told as well
            return None
        below, way = governor, dep
    return None


def reports(verb: Token, lexicon: Lexicon) -> bool:
    """True for a verb whose clause is somebody's speech."""
    return verb.pos_ == "VERB" and any(unit.frame.reports for unit in lexicon.verbs.get(verb.lemma_.lower(), ()))


def _sayers(slots: Slots, lexicon: Lexicon) -> Sequence[Token]:
    clause = slots.clause
    verb = reporting_verb(clause, lexicon) or _announcing(slots.token, lexicon) or _demanding(clause, lexicon)
    return clauses.subjects(verb) if verb is not None else []


def _announcing(trigger: Token, lexicon: Lexicon) -> Token | None:
    """ "*announced* a summit", "*announced* a summit to be held in May"."""
    noun = trigger.head if trigger.dep_ in ("acl", "relcl") else trigger
    verb = noun.head
    return verb if noun.dep_ == "dobj" and noun.pos_ == "NOUN" and _has(verb, lexicon, "STATEMENT") else None


def _demanding(trigger: Token, lexicon: Lexicon) -> Token | None:
    """ "*urged* Moscow to withdraw"."""
    verb = trigger.head
    return verb if trigger.dep_ in ("ccomp", "xcomp") and _has(verb, lexicon, "REQUEST") else None


def _has(verb: Token, lexicon: Lexicon, type_: str) -> bool:
    """True for a verb that by itself may express an event of the type."""
    units = lexicon.verbs.get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ()
    return any(unit.frame.type == type_ and not unit.words for unit in units)


def _according(trigger: Token) -> Iterator[Token]:
    """ "According to the *Russian statement*", anywhere in the clause or in those above it."""
    clause = clauses.clause_of(trigger)
    for verb in (clause, *(governor for governor, dep in clauses.governors(clause) if dep != "conj")):
        for child in verb.children:
            if child.lower_ == "according":
                for said_by in clauses.prepositional(child, "to"):
                    yield from _authors(said_by)


def _authors(words: Token) -> Iterator[Token]:
    """ "figures released *by the bank*", "the *Russian* statement", "the *Kremlin*"."""
    for clause in words.children:
        if clause.dep_ == "acl":
            yield from clauses.subjects(clause) if clauses.is_passive(clause) else ()
    yield words
    yield from clauses.possessor(words)
