"""Whom an act concerns, where none of its frame's slots says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases
from graph.extraction.match import ACTORS, Match, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.extraction.coreference import Coreference
    from graph.extraction.tokens import Token


_ARGUMENTS = ("dobj", "pobj", "nsubj", "poss", "amod", "compound", "nmod", "dative", "nsubjpass")
_SIGNED = "signed_agreement_with"  # the predicate of what is more often signed somewhere than with it
_ASIDES = frozenset("according after amid as before because during following since until while despite".split())


def concerned(match: Match, others: Sequence[Match], coreference: Coreference) -> tuple[Part, ...]:
    """Whom an act without recipient concerns: the recipients of what is agreed to, refused or demanded, else those
    whom the words for it name, those of its clause and then those said aside, else the thing itself.

    "refused to send aid *to Angola*"; "demanded autonomy *from Serbia*"; "declared a truce *in Idlib*".
    """
    taken = {id(part.referent) for part in match.actors}
    own = [match.slots.token, *match.slots.words]
    clause = [*own, match.slots.clause]
    words = list(_words(match, own))
    ways = (
        _asked(match, coreference),
        _recipients(words, others),
        _named(words, coreference),
        _named(list(_words(match, clause)), coreference),
        _named(list(_words(match, clause, asides=True)), coreference),
        _things(match, coreference),
    )
    for parts in ways:
        free = (part for part in parts if id(part.referent) not in taken)
        found = {id(part.referent): part for part in free if not _is_scene(match, part)}
        if found:
            return tuple(found.values())
    return ()


def _is_scene(match: Match, part: Part) -> bool:
    """True for where an agreement is signed: "signed the accord *in Paris*" is nothing signed with France."""
    signed = match.predicate == _SIGNED
    return signed and part.token.head.lower_ in ("in", "at") and part.referent.type in ("place", "country")


def behind(match: Match, coreference: Coreference) -> tuple[Part, ...]:
    """Whose the things are to which it is done: "dismissed the protest filed *by Tolentino*"."""
    taken = {id(part.referent) for part in match.actors}
    below = [token for part in match.recipients for token in part.token.subtree if token != part.token]
    for words in (below, list(_words(match, [match.slots.token, *match.slots.words]))):
        found = tuple(part for part in _named(words, coreference) if id(part.referent) not in taken)
        if found:
            return found
    return ()


def _words(match: Match, heads: Sequence[Token], *, asides: bool = False) -> Iterator[Token]:
    """All words that depend on some words of an event, but not on its actors, nor on other clauses but ``asides``."""
    barred = {t.i for part in match.actors for t in part.token.subtree}
    for head in heads:
        barred.update(t.i for child in head.children if not asides and _is_aside(child) for t in child.subtree)
    words = {token.i: token for head in heads for token in head.subtree if token not in heads}
    yield from (words[i] for i in sorted(words) if i not in barred)


def _is_aside(child: Token) -> bool:
    """A clause or phrase that tells of something else: when, why, or what came next."""
    if clauses.is_purpose(child):
        return False
    return child.dep_ in ("advcl", "relcl", "parataxis", "nsubj", "nsubjpass", "npadvmod") or (
        child.lower_ in _ASIDES or (child.dep_ == "conj" and child.pos_ == "VERB")
    )


def _asked(match: Match, coreference: Coreference) -> Iterator[Part]:
    """Of whom it is demanded: "demanded that *Dbeibeh* appear"."""
    for verb in match.slots.fill("clause") if match.type == "REQUEST" else ():
        for token in clauses.subjects(verb):
            yield from _somebody(token, coreference)


def _recipients(words: Iterable[Token], others: Sequence[Match]) -> Iterator[Part]:
    """Those to whom it is done in a clause or noun below."""
    positions = {word.i for word in words}
    for other in others:
        somebody = any(part.referent.type != "other" for part in other.recipients)
        if other.slots.token.i in positions and somebody and other.frame is not None:
            yield from other.recipients
            return


def _named(words: Sequence[Token], coreference: Coreference) -> Iterator[Part]:
    """The first phrase that names somebody, else the first that stands for somebody, and the places where it is."""
    phrases_ = [token for token in words if token.dep_ in _ARGUMENTS]
    found = [[part for word in phrases.conjuncts(token) for part in _somebody(word, coreference)] for token in phrases_]
    somebody = [parts for parts in found if parts]
    named = [parts for parts in somebody if any(part.referent.named or part.referent.country for part in parts)]
    yield from next(iter(named or somebody), [])
    yield from (part for parts in somebody for part in parts if _is_place(part))


def _is_place(part: Part) -> bool:
    """ "contribute to the United Nations mission in *Mali*"."""
    return part.token.head.lower_ == "in" and part.referent.named and part.referent.type in ("place", "country")


def _somebody(token: Token, coreference: Coreference) -> Iterator[Part]:
    mentions = coreference.mentions
    if phrases.is_owned(token) and token.lemma_ not in phrases.RELATIONAL:  # "its troops" are the actor's own
        return
    if token.dep_ in ("amod", "compound", "nmod", "poss") and mentions.denoted(token) is None:
        return
    if token.ent_type_ in ("DATE", "TIME") or token.pos_ == "PRON" or mentions.is_region(token):
        return
    for referent in coreference.resolve(token):
        if referent.type in ACTORS or (referent.type == "place" and referent.named):
            yield Part(referent, token)


def _things(match: Match, coreference: Coreference) -> Iterator[Part]:
    """The thing that it is done to or that it is about."""
    for token in (*clauses.objects(match.slots.token), *match.topic) if match.slots.is_verb else match.topic:
        if token not in match.slots.words and token.pos_ in ("NOUN", "PROPN"):
            yield from (Part(referent, token) for referent in coreference.resolve(token))
