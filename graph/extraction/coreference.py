"""Coreference: which mentions of an article stand for the same one.

Names are put together first, for the whole article. Pronouns and descriptions ("the two diplomats", "the Russian
leader") are read when an event asks who took part; one without a clear antecedent stands for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from graph.extraction import appositions, clauses, governors, phrases, prepositions
from graph.extraction.gender import agrees
from graph.extraction.offices import office_holder
from graph.extraction.pairs import couple, pair
from graph.extraction.quotations import quotations, saying
from graph.extraction.referents import Referent, Referents
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.extraction.mentions import Mention, Mentions
    from graph.extraction.tokens import Span as Tokens
    from graph.extraction.tokens import Token
    from graph.linking.knowledge import Knowledge

REACH = 3  # sentences that a pronoun or "the two men" looks back over, its own included
_STATES = wordlist("states")
_COUNTRIES = wordlist("homelands")
_FIRMS = wordlist("firms")
_PERSON, _BODY, _PEOPLE = ("person",), ("country", "organization"), ("organization", "group")
_WANTED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("he she him her his old".split(), _PERSON),  # "the 72-year-*old*"
    **dict.fromkeys("it its".split(), (*_BODY, "other")),  # a name of something else is a storm's
    **dict.fromkeys("they them their".split(), _PEOPLE),
}
_PLURAL = ("they", "them", "their")
_IMPERSONAL = wordlist("impersonal")
_FELLOWS = wordlist("fellows")
_DEEDS = wordlist("deeds") | wordlist("accords") | wordlist("results")
_AT_ONCE = frozenset("in during at on throughout".split())


@dataclass(slots=True)
class Coreference:
    """Finds whom a word of a parsed article stands for."""

    mentions: Mentions
    knowledge: Knowledge
    published: date | None = None
    referents: Referents = field(init=False)
    _quotations: list[range] | None = field(default=None, init=False)
    _resolved: dict[tuple[int, bool], tuple[Referent, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.referents = Referents(self.mentions, self.knowledge, self.published)

    def resolve(self, token: Token, *, acting: bool = True) -> tuple[Referent, ...]:
        """Whom the noun phrase or pronoun headed by the token stands for; several for "both diplomats".

        ``acting``: a capital stands for its government, as in "Moscow accused …". Asked again, it is the same one.
        """
        asked = token.i, acting
        if asked not in self._resolved:
            self._resolved[asked] = ()  # two pronouns that lead to each other lead nowhere
            self._resolved[asked] = self._resolve(token, acting=acting)
        return self._resolved[asked]

    def _resolve(self, token: Token, *, acting: bool) -> tuple[Referent, ...]:
        mention = self.mentions.at(token)
        if mention is None:
            known = self.mentions.denoted(token)
            return (self.referents.of_name(known),) if known is not None else ()
        if mention.kind == "name":
            return self._bearer(token) or (self.referents.of_name(mention, acting=acting),)
        if mention.kind == "pronoun":
            return self._pronoun(token, mention)
        name = self.mentions.titled(token) or appositions.holder(token, mention, self.mentions)
        if name is not None:
            return (self.referents.of_name(name),)
        return self._apposed(token, mention) or self._description(token, mention)

    def _bearer(self, token: Token) -> tuple[Referent, ...]:
        """ "a Democrat, *Adam Schiff*": who is one of a people or party, and not all of it."""
        single = token.ent_type_ == "NORP" and token.tag_ in ("NN", "NNP")
        names = [self.mentions.named(child) for child in token.rights if single and child.dep_ == "appos"]
        return tuple(self.referents.of_name(name) for name in names if name is not None and name.type == "person")

    def _apposed(self, token: Token, mention: Mention) -> tuple[Referent, ...]:
        """ "The airline, *Ryanair*, …", "Angela Merkel, *a politician* who …": a description beside the name."""
        name = appositions.beside(token, mention, self.mentions)
        if name is None:
            return ()
        referent = self.referents.of_name(name)
        referent.add(mention)
        return (referent,)

    def members(self, token: Token) -> list[tuple[Referent, Token]]:
        """Whom a word stands for, with the word that says so: both of "*British* and *EU* negotiators"."""
        mention = self.mentions.at(token)
        shared = mention is not None and mention.kind == "nominal" and mention.plural and mention.role is not None
        owners = (self.mentions.owners(token) or self._two_owners(token)) if shared else []
        if mention is None or len(owners) < 2:
            return [(referent, token) for referent in self.resolve(token)]
        states = token.lemma_.lower() in _STATES  # "the nations of Chad and Niger" are Chad and Niger themselves
        return [(self._part(mention, owner, states=states), self.mentions.doc[owner.head]) for owner in owners]

    def _part(self, mention: Mention, owner: Mention, *, states: bool) -> Referent:
        if states:
            return self.referents.of_name(owner)
        return self.referents.of_description(self._share(mention, owner))

    def _two_owners(self, token: Token) -> list[Mention]:
        """ "the leaders *of the two countries*"."""
        states = [t for t in prepositions.behind(token, "of") if t.lemma_.lower() in _STATES]
        two = [r for t in states if phrases.count(t) == 2 for r in pair(self, t, 2)]
        return [next(reversed(referent.mentions)) for referent in two if referent.mentions]

    def _share(self, mention: Mention, owner: Mention) -> Mention:
        """One owner's part of a group that belongs to several."""
        noun = mention.role.plural if mention.role is not None else mention.name
        return replace(
            mention,
            start=owner.start,
            end=owner.end,
            head=owner.head,
            name=f"{owner.name} {noun}",
            country=owner.country,
            office_of=owner,
        )

    def _pronoun(self, token: Token, mention: Mention) -> tuple[Referent, ...]:
        word = token.lower_
        if word in ("i", "me", "my"):
            return self._speaker(token)
        if word in ("we", "us", "our"):
            return self._spoken_for(token)
        if token.tag_ in ("WP", "WDT", "WP$"):
            return ()
        number = phrases.count(token)
        if number:
            return pair(self, token, number)
        if word == "it" and _is_impersonal(token):
            return ()
        wanted = _WANTED.get(word, ())
        if (own := self._owner(token)) is not None:
            return (own,)
        said_by = self._reporter(token, wanted) if token.dep_ in clauses.SUBJECTS else self._same_object(token, wanted)
        found = said_by or (couple(self, token) if word in _PLURAL else ())
        return found or tuple(r for r in [self._cataphoric(token, wanted) or self._antecedent(token, wanted)] if r)

    def _owner(self, its: Token) -> Referent | None:
        """ "Nissan's new *truck* made its first journey": what the clause is about; a "move" has no offices to lose."""
        verb = governors.clause_of(its)
        about = [t for t in clauses.subjects(verb) if t.i < its.i] if its.lower_ == "its" and its.i > verb.i else []
        if len(about) != 1 or about[0].pos_ not in ("NOUN", "PROPN") or about[0].tag_ not in ("NN", "NNP"):
            return None
        found = self.resolve(about[0])
        act = phrases.is_abstract(about[0]) or about[0].lemma_.lower() in _DEEDS
        return found[0] if len(found) == 1 and found[0].type in (*_BODY, "other") and not act else None

    def _cataphoric(self, token: Token, wanted: tuple[str, ...]) -> Referent | None:
        """ "In *his* talks with Xi, Modi said …": whom the clause is about that the phrase stands before."""
        preposition = next((t for t in token.ancestors if t.dep_ in ("prep", "advcl")), token)
        clause = preposition.head
        if token.tag_ != "PRP$" or preposition.lower_ not in _AT_ONCE or clause.pos_ not in ("VERB", "AUX"):
            return None
        about = (self.mentions.named(t) for t in clauses.foremost(clause) if token.i < t.i < clause.i)
        found = [self.referents.of_name(name) for name in about if name is not None]
        return found[0] if len(found) == 1 and self._may_be(token, found[0], wanted) else None

    def _same_object(self, token: Token, wanted: tuple[str, ...]) -> tuple[Referent, ...]:
        """ "arrested *a deputy* and jailed him", "called *Merz* to thank him": the object of the first verb."""
        verb = token.head
        if token.dep_ != "dobj" or verb.dep_ not in ("conj", "advcl"):
            return ()
        return tuple(r for t in clauses.objects(verb.head) for r in self.resolve(t) if r.type in wanted)

    def _reporter(self, token: Token, wanted: tuple[str, ...]) -> tuple[Referent, ...]:
        """ "*Rebels* said that they …": who speaks of a pronoun's doing most often speaks of his own."""
        for verb, dep in governors.governors(token.head):
            if dep == "ccomp" and clauses.reported(token.head, verb):
                said_by = [t for t in clauses.subjects(verb) if t.pos_ != "PRON"]
                types = (*wanted, "person") if _is_future(token.head) else wanted
                found = [r for t in said_by for r in self.resolve(t) if self._may_be(token, r, types)]
                return tuple(found) if len(found) == 1 or "group" in wanted else ()
        return ()

    def _speaker(self, token: Token) -> tuple[Referent, ...]:
        """ "I" in a quotation is the one who is quoted."""
        return tuple(r for r in self._quoted(token) if r.type == "person")

    def _spoken_for(self, token: Token) -> tuple[Referent, ...]:
        """ "We" in a quotation is the body that is quoted, or the one whose office the person quoted holds."""
        found = []
        for speaker in self._quoted(token):
            office = next((m.office_of for m in speaker.mentions if m.office_of is not None), None)
            body = self.referents.of_name(office) if office is not None and speaker.type == "person" else speaker
            found += [body] if body.type in _BODY or token.lower_ != "our" else []
        return tuple(found)

    def _quoted(self, token: Token) -> list[Referent]:
        verbs = (verb for verb, dep in governors.governors(token) if dep in ("ccomp", "parataxis"))
        verb = next(verbs, None) or self.saying(token)
        return [r for t in clauses.speakers(verb) for r in self.resolve(t)] if verb is not None else []

    def saying(self, token: Token) -> Token | None:
        """The verb that reports a quotation of several sentences, in another of them."""
        doc = self.mentions.doc
        if self._quotations is None:
            self._quotations = list(quotations(doc))
        inside = next((quotation for quotation in self._quotations if token.i in quotation), None)
        return saying(inside, doc) if inside is not None else None

    def _antecedent(self, token: Token, wanted: tuple[str, ...]) -> Referent | None:
        """The nearest sentence's foremost candidate, subjects before others; never one of the same clause."""
        barred = self._same_clause(token)
        sentence = token.sent
        for candidates in self.sentences_back(token, wanted):
            named = [(m.head, r) for m, r in candidates if id(r) not in barred]
            described = [(i, r) for i, r in self._described(sentence, token) if id(r) not in barred]
            subjects = [(i, r) for i, r in named if self.mentions.doc[i].dep_ in clauses.SUBJECTS]
            subjects += [(i, r) for i, r in described if r.named]
            told = [] if named else described
            foremost = min(subjects or told or named, key=itemgetter(0), default=None)
            if foremost is not None:
                return foremost[1]
            if same := self._same_pronoun(sentence, token):
                return same
            sentence = self.mentions.doc[max(sentence.start - 1, 0)].sent
        return None

    def _same_pronoun(self, sentence: Tokens, token: Token) -> Referent | None:
        """ "*She* left. … She said": whom the same word stands for as the subject of a sentence before."""
        before = sentence.root.lefts if sentence.end <= token.i and token.lower_ in ("he", "she") else ()
        same = next((t for t in before if t.dep_ == "nsubj" and t.lower_ == token.lower_), None)
        return next(iter(self.resolve(same)), None) if same is not None else None

    def _described(self, sentence: Tokens, pronoun: Token) -> list[tuple[int, Referent]]:
        """Subjects of a sentence before a pronoun that are described, and have the pronoun's number and kind."""
        clause = governors.clause_of(pronoun)
        return [
            (token.i, referent)
            for token in sentence
            if token.dep_ in clauses.SUBJECTS
            and token.pos_ in ("NOUN", "PROPN")
            and token.i < pronoun.i
            and token.head != clause
            for referent in self.resolve(token)
            if _agrees(token, referent, pronoun.lower_)
            if not referent.named
            or (self.mentions.named(token) is None and agrees(pronoun.lower_, referent, token.doc))
        ]

    def sentences_back(
        self, token: Token, wanted: tuple[str, ...], reach: int = REACH
    ) -> Iterator[list[tuple[Mention, Referent]]]:
        """Per sentence, from the word's own backwards: names of the wanted types before the word."""
        sentence = token.sent
        for _ in range(reach):
            yield [
                (m, r)
                for m in self.mentions.headed(sentence.start, min(sentence.end, token.i))
                if self._may_be(token, r := self.referents.of_name(m), wanted)
                and self.mentions.doc[m.head].dep_ not in ("amod", "compound", "nmod")
            ]
            if sentence.start == 0:
                return
            sentence = self.mentions.doc[sentence.start - 1].sent

    def _may_be(self, token: Token, referent: Referent, wanted: tuple[str, ...]) -> bool:
        """True for one of the wanted types who is not plainly of the other gender than "he" or "she"."""
        return referent.type in wanted and agrees(token.lower_, referent, self.mentions.doc)

    def _same_clause(self, token: Token) -> set[int]:
        """Those who already have another part in the clause of a pronoun: "he accused *Putin*"."""
        if token.tag_ == "PRP$":
            return set()
        clause = governors.clause_of(token)
        parts = [c for child in clause.children if child.dep_ in phrases.NOMINAL_DEPS for c in phrases.conjuncts(child)]
        names = [self.mentions.named(part) for part in (*parts, *clauses.companions(clause)) if part.i != token.i]
        return {id(self.referents.of_name(name)) for name in names if name is not None}

    def _description(self, token: Token, mention: Mention) -> tuple[Referent, ...]:
        number = phrases.count(token) if mention.type != "other" or token.lemma_ in _FELLOWS else None
        if number and mention.definite and (mention.plural or token.tag_ == "NN"):
            counted = pair(self, token, number)
            if counted or number != 2:
                return counted
        found = None
        if mention.definite and not mention.plural:
            found = self._own_country(token) or office_holder(self, token, mention) or self._body(token, mention)
        return (found or self.referents.of_description(mention),)

    def _own_country(self, token: Token) -> Referent | None:
        """ "his country", said of the French president, is France."""
        owners = [child for child in token.lefts if child.tag_ == "PRP$"] if token.lemma_ in _COUNTRIES else []
        codes = {referent.country for owner in owners for referent in self.resolve(owner)}
        known = self.knowledge.country(codes.pop() or "") if len(codes) == 1 else None
        return self.referents.of_known(known) if known is not None else None

    def _body(self, token: Token, mention: Mention) -> Referent | None:
        """ "the ministry", "the airline": the last organisation of that kind."""
        noun = token.lemma_.lower()
        if noun in _STATES:
            return None
        modified = any(child.dep_ in ("amod", "compound") for child in token.lefts)
        if mention.office_of is not None or modified or mention.role is None or mention.role.kind != "organization":
            return None
        organisations = [r for r in self.referents.before(token.i, "organization") if r.named or r.shared]
        named = [r for r in organisations if noun in (r.name.lower().split()[0], r.name.lower().split()[-1])]
        if named or noun not in _FIRMS:
            return named[0] if named else None
        called = [r for r in organisations if appositions.is_called(r, noun, self.mentions.doc)]
        return max(called or organisations, key=lambda r: sum(m.head < token.i for m in r.mentions), default=None)


def _agrees(noun: Token, referent: Referent, pronoun: str) -> bool:
    """True if a pronoun may stand for what the noun describes: "they" for several, "he" for a person."""
    if pronoun in _PLURAL:
        return noun.tag_ == "NNS" or referent.type == "group"
    if pronoun in ("it", "its"):
        return noun.tag_ == "NN" and referent.type != "person"
    return referent.type == "person"


def _is_impersonal(it: Token) -> bool:
    """ "*it* is important that", "*it* was expected that", which stand for nothing."""
    said_of = it.dep_ == "nsubjpass" and any(child.dep_ == "ccomp" for child in it.head.children)
    return said_of or it.head.lemma_ in _IMPERSONAL


def _is_future(verb: Token) -> bool:
    """True for "said that they *will* end the strike", where a leader speaks of his own side."""
    return any(child.lower_ in ("will", "would", "'ll", "’ll", "wo") for child in verb.children if child.dep_ == "aux")
