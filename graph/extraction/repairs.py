"""Repairs: phrases that the parser made one of two, or hung on the wrong word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, governors, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extraction.tokens import Token

_SETTINGS = ("GPE", "LOC", "FAC", "DATE", "TIME")


def swallowed_recipient(words: Sequence[Token]) -> list[Token]:
    """ "gave *the Pentagon* permission", where the parser takes it for a part of the object of the unit."""
    things = [word for word in words if word.dep_ == "dobj" and any(c.dep_ == "det" for c in word.lefts)]
    return [child for word in things for child in word.lefts if child.dep_ == "compound"]


def swallowed_listener(verb: Token) -> list[Token]:
    """ "told *Reuters* troops had left", where the parser takes whom it is told for a part of what is told."""
    told = next((t for t in verb.rights if t.dep_ == "ccomp"), None) if clauses.lemma(verb) == "tell" else None
    if told is None or governors.finite(told) != told:
        return []
    own = [t for t in told.lefts if t.dep_ in clauses.SUBJECTS] or clauses.objects(verb)
    swallowing = [t for t in own if t.left_edge.i == verb.i + 1]
    return [t for head in swallowing for t in _swallowed_names(head)][:1]


def other_side(one: Token) -> list[Token]:
    """ "between Giuliani, who was there for Trump, and *Yermak*": whom the parser coordinated with a verb instead."""
    cut = [child.i + 1 for child in one.rights if child.dep_ == "cc"]
    lost = [t for i in cut[-1:] for t in one.doc[i : one.sent.end] if t.dep_ == "nsubj" and t.left_edge.i == i]
    if lost:  # "talks between Giuliani and *Yermak* went on": a subject of its own
        return lost[:1]
    behind = one.doc[one.i + 1 : one.sent.end] if one.tag_ == "NNP" else ()
    return [t for t in behind if t.dep_ == "conj" and t.pos_ == "PROPN" and t.head.pos_ == "VERB"][:1]


def elsewhere(verb: Token, partners: Sequence[Token]) -> list[Token]:
    """ "met Ruiz in Lima and *Haddad* in Quito": whom the parser coordinated with the verb, or with where or when."""
    last = partners[-1] if partners else verb
    joined = [t for t in verb.rights if _is_gapped(t) and t.i > last.i]
    settings = [t for place in (verb, *partners) for c in place.rights if c.dep_ == "prep" for t in c.children]
    settings = [t for t in settings if t.dep_ == "pobj" and t.ent_type_ in _SETTINGS and t.i > last.i]
    joined += [t for where in settings for t in where.rights if t.dep_ == "conj" and t.ent_type_ == "PERSON"]
    return [t for other in joined for t in phrases.conjuncts(other)] if partners else []


def _is_gapped(noun: Token) -> bool:
    """A noun that is coordinated with a verb, and has a place or a time of its own: "and *Haddad* in Quito"."""
    somebody = phrases.is_named_person(noun)
    return noun.dep_ == "conj" and noun.pos_ in ("NOUN", "PROPN") and somebody and not clauses.has_subject(noun)


def has_no_company(topic: Token) -> bool:
    """ "spoke about *Mohr* with Xi", "views on *grain* with Xi": a name or a stuff is not "with" anybody itself."""
    if topic.ent_type_ == "PERSON":
        return True
    behind = [t for child in topic.rights if child.lower_ == "with" for t in child.children if t.dep_ == "pobj"]
    bare = topic.tag_ == "NN" and not any(topic.lefts) and not phrases.is_abstract(topic)
    return bare and any(t.ent_type_ == "PERSON" for t in behind)


def second_subject(noun: Token) -> list[Token]:
    """ "The chancellor, *Olaf Scholz* met Macron": the name that the parser made another subject of the verb."""
    others = noun.head.lefts if noun.dep_ == "nsubj" and noun.pos_ != "PRON" else ()
    return [
        t
        for t in others
        if t.dep_ == "nsubj"
        and t.pos_ == "PROPN"
        and t.left_edge.i == noun.right_edge.i + 2
        and noun.right_edge.nbor().text == ","
    ]


def stranded(preposition: Token) -> Sequence[Token]:
    """ "called on *Hasina*", where the parser takes whom the preposition governs for the verb's object."""
    verb = preposition.head
    behind = not any(preposition.children) and verb.pos_ == "VERB" and preposition.i == verb.i + 1
    objects = clauses.objects(verb) if behind and not clauses.is_passive(verb) else ()
    return objects if objects and objects[0].left_edge.i == preposition.i + 1 else ()


def addressee(noun: Token) -> Token:
    """ "told *her* Orban had left", where the parser makes one phrase of the two."""
    return next((child for child in noun.lefts if child.dep_ == "poss" and child.tag_ == "PRP"), noun)


def _swallowed_names(head: Token) -> Iterator[Token]:
    """The last words of names before the head of a phrase that are no part of its own: "*Reuters* troops"."""
    for token in head.doc[head.left_edge.i : head.i]:
        if token.ent_type_ in ("ORG", "PERSON") and token.nbor().ent_iob_ != "I":
            yield token
