"""Attribution: who says it, where a sentence reports the words of somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.referents import Referent


_BACKGROUND = ("relcl", "acl", "advcl", "prep")  # what these add is background, not what the report says


def source(trigger: Token, coreference: Coreference, lexicon: Lexicon) -> Referent | None:
    """Whom the sentence names as the source of what it says of an event: "…, the Kremlin announced"."""
    for said_by in (*_sayers(trigger, lexicon), *_according(trigger)):
        for referent in coreference.resolve(said_by):
            if referent.type in ("person", "organization", "country", "group"):
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


def _sayers(trigger: Token, lexicon: Lexicon) -> list[Token]:
    verb = reporting_verb(trigger, lexicon)
    return clauses.subjects(verb) if verb is not None else []


def _according(trigger: Token) -> Iterator[Token]:
    """ "According to the *Russian statement*", anywhere in the clause or in those above it."""
    clause = clauses.clause_of(trigger)
    for verb in (clause, *(governor for governor, dep in clauses.governors(clause) if dep != "conj")):
        for child in verb.children:
            if child.lower_ == "according":
                for said_by in clauses.prepositional(child, "to"):
                    yield said_by
                    yield from clauses.possessor(said_by)
