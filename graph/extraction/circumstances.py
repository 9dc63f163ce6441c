"""When and where: the time and the place that a sentence gives to an event, and not to something else it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extraction import clauses, governors, phrases, prepositions
from graph.extraction.attribution import reporting_verb
from graph.linking.places import countries_of
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extraction.coreference import Coreference
    from graph.extraction.dates import Dated
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.referents import Referent
    from graph.extraction.slots import Slots
    from graph.extraction.tokens import Doc, Token
    from graph.model import TimeSpan

_DURING = ("at", "in", "during")
_WHERE = ("in", "at", "near", "outside", "inside", "across", "off")
_WAYS = (*_WHERE, *"to from into via through toward towards over onto for out of".split())
_MOTIONS = wordlist("motions")
_NESTED = ("of", "in", "near", "outside")


@dataclass(frozen=True, slots=True)
class Anchored:
    """A time of the text with the words that it hangs on, the nearest first."""

    span: TimeSpan
    anchors: tuple[int, ...]


def anchored(doc: Doc, found: Sequence[Dated]) -> list[Anchored]:
    """Each time with the positions of the nouns and verbs above it in the parse."""
    result = []
    for dated in found:
        words = doc.char_span(dated.begin, dated.end, alignment_mode="expand")
        if words is not None:
            result.append(Anchored(dated.span, tuple(_anchors(words.root))))
    return result


def _anchors(token: Token) -> Iterator[int]:
    """The word that a time modifies, and if that is a preposition or another word of time, what that one modifies."""
    for governor, _ in governors.governors(token):
        yield governor.i
        if governor.pos_ in ("VERB", "AUX") or (governor.pos_ in ("NOUN", "PROPN") and governor.ent_type_ == ""):
            return


def by_anchor(times: Iterable[Anchored]) -> dict[int, TimeSpan]:
    """The first time that hangs on each word."""
    found: dict[int, TimeSpan] = {}
    for time in times:
        for anchor in time.anchors:
            found.setdefault(anchor, time.span)
    return found


def when(slots: Slots, times: Mapping[int, TimeSpan], lexicon: Lexicon) -> TimeSpan | None:
    """The time of an event: that of its own words, else of the clauses that share their time with it.

    ``times`` are those of the text `by_anchor`.
    """
    found = next((times[token.i] for token in _timed(slots, lexicon) if token.i in times), None)
    return found or _of_subject(slots.token, times, lexicon)


def setting(slots: Slots, lexicon: Lexicon) -> Token:
    """The verb on whose occasion an event takes place: "In a ceremony *attended* by …, they **unveiled** it"."""
    noun = slots.clause.head if slots.clause.dep_ == "acl" and slots.clause.tag_ != "VB" else slots.clause
    if noun.pos_ != "NOUN" or not _is_happening(noun, lexicon):
        return slots.clause
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ == "NOUN":
        noun = noun.head
    within = noun.dep_ == "pobj" and noun.head.lower_ in _DURING and noun.head.head.pos_ == "VERB"
    return noun.head.head if within else slots.clause


def _is_happening(noun: Token, lexicon: Lexicon) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in lexicon.happenings or lemma in lexicon.nouns


def _of_subject(verb: Token, times: Mapping[int, TimeSpan], lexicon: Lexicon) -> TimeSpan | None:
    """ "*Friday's* announcement marked …": what a happening does, it does on its day."""
    if governors.tense(verb) != "past" or clauses.is_passive(verb):
        return None
    days = (times[t.i] for t in clauses.subjects(verb) if t.i in times and _is_happening(t, lexicon))
    return next((day for day in days if day.precision == "day"), None)


def when_reported(slots: Slots, times: Mapping[int, TimeSpan], lexicon: Lexicon) -> TimeSpan | None:
    """The time of the report that tells of an event: "said *on Thursday* that it signed", but not "had signed"."""
    verb = reporting_verb(slots.clause, lexicon)
    told = verb is not None and governors.tense(slots.clause) != "pluperfect"
    return times.get(verb.i) if verb is not None and told else None


def _timed(slots: Slots, lexicon: Lexicon) -> Iterator[Token]:
    yield slots.token
    yield slots.clause
    yield from slots.words
    verb = slots.clause
    if not slots.is_verb and verb == slots.token:
        verb = verb.head if verb.dep_ in ("dobj", "nsubj", "nsubjpass") else verb
        yield verb
    for governor, dep in governors.governors(verb):
        if dep not in ("xcomp", "pcomp", "advcl", "conj", "prep"):
            break
        if dep != "advcl" or verb.tag_ == "VBG":
            yield governor
    yield setting(slots, lexicon)
    yield from _while(verb)


def _while(verb: Token) -> Iterator[Token]:
    """ "was not noticed *when it landed* on Friday"; what stands behind "When it landed on Friday, …" may be later."""
    for child in verb.rights:
        at = child.dep_ == "advcl" and any(word.lower_ in ("when", "as", "while") for word in child.lefts)
        if at and governors.tense(child) == governors.tense(verb) == "past":
            yield child


def where(slots: Slots, coreference: Coreference, parts: Iterable[Token] = ()) -> list[tuple[Token, Referent]]:
    """Places of an event, its own first, then those that contain it: "in Izyum, located in the Kharkiv region".

    ``parts`` are words for those who take part, on which the parser may have hung the place.
    """
    if is_motion(slots.token):
        return list(_way(slots.token, coreference))
    for place in dict.fromkeys([slots.token, slots.clause, *slots.words, *_sharing(slots), *parts]):
        found = [pair for token in prepositions.behind_any(place, _WHERE) for pair in _places(token, coreference)]
        if found:
            return [*found, *_around(slots.clause, coreference)]
    return list(_setting(slots.token, coreference))


def is_motion(word: Token) -> bool:
    """True for "fly" and "flight", with which from where and to where are places of the event."""
    return word.lemma_.lower() in _MOTIONS


def _way(moving: Token, coreference: Coreference) -> Iterator[tuple[Token, Referent]]:
    """ "flew *from London to Sydney*", "a tour *of Asia*"."""
    for word in moving.subtree:
        if word.dep_ == "pobj" and (preposition := _way_to(word)) is not None and _is_of(preposition, moving):
            for token in phrases.conjuncts(word):
                yield from _places(token, coreference)


def _way_to(place: Token) -> Token | None:
    """The preposition of a way before a place; the first one of "out of"."""
    preposition = place.head.head if place.head.lower_ == "of" and place.head.head.lower_ == "out" else place.head
    return preposition if preposition.lower_ in _WAYS else None


def _is_of(preposition: Token, moving: Token) -> bool:
    """True if only other such phrases stand between a preposition and the word that it belongs to."""
    above = preposition.head
    while above != moving and (above.dep_ in ("pobj", "conj") or (above.dep_ == "prep" and above.lower_ in _WAYS)):
        above = above.head
    return above == moving


def _setting(noun: Token, coreference: Coreference) -> Iterator[tuple[Token, Referent]]:
    """ "the *Geneva* conference"."""
    for child in noun.lefts if noun.pos_ == "NOUN" else ():
        name = coreference.mentions.named(child)
        if name is not None and name.type == "place":
            yield from ((child, referent) for referent in coreference.resolve(child, acting=False))


def _around(clause: Token, coreference: Coreference) -> Iterator[tuple[Token, Referent]]:
    """ "…, located in *the Kharkiv region*", which the parser may hang on the verb."""
    for child in clause.children:
        if child.dep_ in ("advcl", "acl") and child.lemma_ in ("locate", "situate", "base"):
            for token in prepositions.behind(child, "in"):
                yield from _places(token, coreference)


def _sharing(slots: Slots) -> Iterator[Token]:
    """Words that the place may hang on: "held *talks* in Geneva", "the talks will *begin* in Geneva"."""
    clause = slots.clause
    if clause.pos_ == "VERB":
        yield from (child for child in clause.children if child.dep_ in ("dobj", "nsubjpass"))
        yield from (pobj for child in clause.children if child.dep_ == "prep" for pobj in child.children)
        if clause.dep_ == "conj" and clause.head.pos_ == "VERB":
            yield clause.head
    elif clause.dep_ in ("nsubj", "nsubjpass"):
        yield clause.head


def _is_town(token: Token, referent: Referent) -> bool:
    """ "flew *to Toulouse*", whatever the recogniser takes a known town for."""
    unknown = referent.known is None and referent.type != "person"
    return unknown and token.dep_ == "pobj" and bool(countries_of(referent.name))


def _places(token: Token, coreference: Coreference) -> Iterator[tuple[Token, Referent]]:
    """A place and the places that its phrase goes on to name."""
    if coreference.mentions.is_region(token):
        return
    for referent in coreference.resolve(token, acting=False):
        named = referent.named or coreference.mentions.named(token)
        lies = referent.type in ("place", "country") or token.lemma_.lower() in phrases.VENUES
        if named and (lies or _is_town(token, referent)):
            yield token, referent
    for child in token.subtree:
        nested = child.dep_ == "pobj" and child.head.lower_ in _NESTED and child != token
        listed = child.dep_ == "appos" and child.head == token
        further = (nested or listed) and not coreference.mentions.is_region(child)
        name = coreference.mentions.at(child) if further else None
        if name is not None and name.kind == "name" and name.type in ("place", "country"):
            yield from ((child, r) for r in coreference.resolve(child, acting=False))
