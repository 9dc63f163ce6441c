"""Slots: the places around a word of the lexicon where the parse puts those who take part."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from graph.extraction import clauses, prepositions, repairs
from graph.extraction.lexicon import ANYWHERE, SUBJECT
from graph.extraction.phrases import PLACE_NOUNS, QUANTITIES, VENUES, conjuncts, counted, is_definite
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extraction.lexicon import Lexicon, Unit
    from graph.extraction.tokens import Token

MARKS = ANYWHERE + SUBJECT
_CLAUSAL = ("ccomp", "xcomp", "pcomp")
_ASIDES = ("in", "at", "on", "about", "over", "regarding")
_DONE = frozenset(("make", "pay"))  # "a call made by Merz", "a visit paid by Merz"
_ADDRESSING = wordlist("addressing")
_STAGES = wordlist("stages")
_MOTIONS = frozenset(wordlist("motions"))
_SCENES = VENUES | PLACE_NOUNS | wordlist("scenes")
_SETTINGS = ("GPE", "LOC", "FAC", "DATE", "TIME", "WORK_OF_ART", "EVENT")


def units(token: Token, lexicon: Lexicon) -> Iterator[tuple[Unit, list[Token]]]:
    """The lexicon's units that a word begins, the most demanding first, each with its further words in the text."""
    lemma = token.lemma_.lower()
    if prepositions.is_adjectival(token):
        return
    if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound", "aux", "auxpass"):
        candidates = lexicon.verbs.get(lemma, ())
        near = _forms(token) if any(unit.words for unit in candidates) else frozenset()
        for unit in candidates:
            words = _below(token, unit.words) if near.issuperset(unit.forms) else None
            if words is not None:
                yield unit, words
    elif token.pos_ in ("NOUN", "PROPN") and not _is_titular(token):
        for unit in lexicon.nouns.get(lemma, ()):
            words = _in_front(token, unit.words)
            if words is not None:
                yield unit, words


def _forms(verb: Token) -> frozenset[str]:
    """All words that a verb's further words can be, as they are and as lemmas: most units of a verb need no other look.

    The object of a passive may stand outside the clause ("the talks that were held").
    """
    clause = verb.doc[verb.left_edge.i : verb.right_edge.i + 1]
    nearby = [*clause, *(clauses.objects(verb) if clauses.is_passive(verb) else ())]
    return frozenset([form for token in nearby for form in (token.lower_, token.lemma_.lower())])


def _is_titular(noun: Token) -> bool:
    """True for a word of a name or title: "the Paris *Agreement*"."""
    return noun.pos_ == "PROPN" and noun.ent_type_ in ("LAW", "WORK_OF_ART", "ORG", "PRODUCT", "FAC")


def _below(verb: Token, lemmas: tuple[str, ...]) -> list[Token] | None:
    """The words that must depend on a verb, directly or through one another; None if one is missing."""
    found: list[Token] = []
    for lemma in lemmas:
        places = [verb, *found]
        if clauses.is_passive(verb):
            places += [t for t in clauses.objects(verb) if t.lemma_.lower() == lemma and t not in found]
        form = lemma.lstrip(MARKS)
        word = next((t for t in _candidates(lemma, places, verb) if _is(t, form, found)), None)
        if word is None:
            return None
        found.append(word)
    return found


def _candidates(lemma: str, places: list[Token], verb: Token) -> Iterator[Token]:
    """Where a further word may stand: at or below a word of the unit, anywhere in the verb's clause ("~mission"), or
    at the head of its subject ("^troop").

    "Dozens of" and the like are looked through: "sent hundreds of *soldiers*".
    """
    if lemma.startswith(ANYWHERE):
        yield from verb.subtree
        return
    if lemma.startswith(SUBJECT):
        yield from clauses.subjects(verb) or clauses.foremost(verb)
        return
    for place in places:
        if place != verb:
            yield place
        for child in place.children:
            yield from _wished(child)
            if child.dep_ == "nsubj" or _is_aside(child):
                continue
            yield child
            inner = counted(child) if child.lemma_ in QUANTITIES else None
            if inner is not None:
                yield inner


def _wished(clause: Token) -> Iterator[Token]:
    """ "called *for* the siege to be lifted", where the preposition opens a clause."""
    if clause.dep_ in ("advcl", "ccomp", "xcomp"):
        yield from (word for word in clause.lefts if word.dep_ == "mark" and word.lower_ == "for")


def _is_aside(word: Token) -> bool:
    """A verb that says something else ("suspended aid after a convoy was *attacked*"), and "*according* to"."""
    if word.pos_ != "VERB":
        return False
    finite = word.dep_ in ("advcl", "conj", "relcl", "parataxis") and word.tag_ not in ("VB", "VBG")
    return finite or (word.dep_ == "prep" and word.tag_ == "VBG")


def _is(token: Token, lemma: str, used: list[Token]) -> bool:
    return token not in used and lemma in (token.lower_, token.lemma_.lower())


def _in_front(noun: Token, lemmas: tuple[str, ...]) -> list[Token] | None:
    """The words that must stand before a noun; ``lemmas`` run from the noun to the left."""
    found: list[Token] = []
    for lemma in lemmas:
        word = next((t for t in noun.lefts if _is(t, lemma, found)), None)
        if word is None:
            return None
        found.append(word)
    return found


class Slots:
    """The slots around one word of the text that begins a unit.

    ``support`` is the verb that lends a noun its subject ("*launched* an attack on"), if there is one.
    """

    def __init__(self, token: Token, words: list[Token], lexicon: Lexicon) -> None:
        self.token = token
        self.words = words
        self.is_verb = token.pos_ in ("VERB", "AUX")
        self._lexicon = lexicon
        self._filled: dict[str, Sequence[Token]] = {}

    @cached_property
    def support(self) -> Token | None:
        """The light verb whose object the noun is."""
        return None if self.is_verb else _supporting(self.token, self._lexicon.support)

    @cached_property
    def undergoing(self) -> Token | None:
        """The verb that makes the subject undergo the noun: "*came under* attack"."""
        return None if self.is_verb else _supporting(self.token, self._lexicon.undergoing)

    @property
    def lemma(self) -> str:
        """The verb's lemma with its particle, or the noun's: "break out"."""
        return clauses.lemma(self.token)

    @property
    def clause(self) -> Token:
        """The word that carries tense, negation and adverbials: the verb, the support verb, else the noun itself."""
        return self.token if self.is_verb else self.support or self.undergoing or self.token

    def fill(self, slot: str) -> Sequence[Token]:
        """Heads of the phrases in a slot; empty if it is not filled."""
        if slot not in self._filled:
            self._filled[slot] = self._fill_verb(slot) if self.is_verb else self._fill_noun(slot)
        return self._filled[slot]

    def _fill_verb(self, slot: str) -> Sequence[Token]:
        if slot == "subject":
            return clauses.subjects(self.token)
        if slot == "object":
            verbs = [self.token, *(word for word in self.words if word.pos_ == "VERB")]
            found = [repairs.addressee(t) for verb in verbs for t in clauses.objects(verb) if t not in self.words]
            return [*found, *repairs.elsewhere(self.token, found)] if not clauses.is_passive(self.token) else found
        if slot == "indirect":
            given = [c for child in self.token.children if child.dep_ == "dative" for c in _noun_of(child)]
            return given or repairs.swallowed_recipient(self.words) or repairs.swallowed_listener(self.token)
        if slot == "clause_subject":
            return [t for verb in self.fill("clause") for t in clauses.subjects(verb) or clauses.objects(verb)]
        if slot == "clause":
            return [child for word in (self.token, *self.words) for child in word.children if child.dep_ in _CLAUSAL]
        if slot == "object_possessor":
            return [t for noun in self._last_objects() for t in _owner(noun)]
        return self._behind(slot, [self.token, *self.words])

    def _last_objects(self) -> Sequence[Token]:
        """The object of the verb, or of the last verb of its unit: "reaffirmed his will to support …"."""
        return clauses.objects(next((word for word in self.words[::-1] if word.pos_ == "VERB"), self.token))

    def _fill_noun(self, slot: str) -> Sequence[Token]:
        if slot == "possessor":
            own = [c for child in (_owning(self.token) or _owning(_amount(self.token))) for c in conjuncts(child)]
            return own or (self.lent_by(self.support) if self.support is not None else [])
        if slot == "modifier":
            return list(_modifiers(self.token))
        if slot == "compound":
            return [child for child in self.token.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
        if slot == "clause":
            return [child for child in self.token.rights if child.dep_ in ("acl", "ccomp") and child.tag_ != "VBN"]
        if slot == "clause_subject":
            return [t for verb in self.fill("clause") for t in clauses.subjects(verb) if t != self.token]
        if slot == "occasion":
            return _present(self.token)
        places = [self.token]
        if self.support is not None:
            places.append(self.support)
        elif slot in ("between", "against") and self.token.dep_ == "nsubj":
            places.append(self.token.head)  # "fighting *broke out between* the army and rebels"
        return self._behind(slot, places)

    def lent_by(self, verb: Token) -> Sequence[Token]:
        """The subject that a light verb lends: "*Rebels* launched a raid", "*Rebels* were engaged in a raid"."""
        engaged = clauses.is_passive(verb) and self.token not in clauses.objects(verb)
        return clauses.objects(verb) if engaged else clauses.subjects(verb)

    def undergoer(self) -> Sequence[Token]:
        """Who "came under attack" or "was subjected to torture"."""
        return self.lent_by(self.undergoing) if self.undergoing is not None else []

    def _behind(self, preposition: str, places: list[Token]) -> Sequence[Token]:
        for place in places:
            found: Sequence[Token] = prepositions.behind(place, preposition)
            if place.lower_ == preposition:
                found = [t for child in place.children if child.dep_ == "pobj" for t in conjuncts(child)]
                found = found or list(repairs.stranded(place))
            found = [t for t in found if t.ent_type_ not in ("DATE", "TIME")]
            if found and preposition == "with":
                return [*self._first_company(place, found), *found, *repairs.elsewhere(self.clause, found)]
            if found:
                return [*found, *(repairs.other_side(found[0]) if preposition == "between" and len(found) == 1 else ())]
        if preposition == "from":
            return self._behind_topic(places)
        return self._behind_setting(preposition, places) if preposition in ("with", "between") else []

    def _behind_topic(self, places: list[Token]) -> Sequence[Token]:
        """ "questions about her campaign *from a reporter*": what the parser hung on what it is about."""
        about = (t for place in places for t in prepositions.behind(place, "about"))
        return [t for topic in about for t in prepositions.behind(topic, "from") if t.ent_type_ in ("PERSON", "ORG")]

    def _first_company(self, place: Token, second: Sequence[Token]) -> Sequence[Token]:
        """ "discussed grain with *Xi* and, later, with Modi": the first of two that the parser hung on the object."""
        also = any(child.dep_ == "cc" and child.i < second[0].i for child in place.rights)
        if not also or place != self.clause:
            return []
        return (self.behind_object("with") if self.is_verb else ()) or self._behind_setting("with", [place])

    def _behind_setting(self, preposition: str, places: list[Token]) -> Sequence[Token]:
        """ "talks in *Doha with* Hamas", "talks on *trade with* Xi": what the parser hung on where or on what."""
        inner = [t for place in places for c in place.rights if c.lower_ in _ASIDES for t in c.children]
        settings = [t for t in inner if t.dep_ == "pobj" and (_is_scene(t) or repairs.has_no_company(t))]
        settings += [t for scene in settings for t in prepositions.behind(scene, "of")]  # "on the fringes of the forum"
        return next((found for t in settings if (found := prepositions.behind(t, preposition))), [])

    def addressed(self) -> Sequence[Token]:
        """ "*told Xi* in a call that …", "In a call, Rubio *urged Lavrov* to": whom it is said to."""
        outer = _outer(self.token)
        verb = outer.head.head
        said = outer.dep_ == "pobj" and outer.head.lower_ in ("in", "during", "at") and verb.lemma_ in _ADDRESSING
        if not said or is_definite(self.token):  # "in the call" says of whose call it speaks elsewhere
            return []
        dative = [child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP"]
        return dative or clauses.objects(verb)

    def behind_object(self, preposition: str) -> Sequence[Token]:
        """ "discuss *concerns with* Trump": what the parser hung on the object and belongs to the verb."""
        if not self.is_verb:
            return []
        return [t for noun in clauses.objects(self.token) for t in prepositions.behind(noun, preposition)]


def _owning(noun: Token) -> list[Token]:
    """ "*Rubio's* speech", not "a *growers'* fair", which is one for growers."""
    own = [child for child in noun.lefts if child.dep_ == "poss"]
    return [t for t in own if t.tag_ != "NNS" or not any(child.lower_ in ("a", "an") for child in t.lefts)]


def _amount(noun: Token) -> Token:
    """ "Volvo's *number* of orders": who has the number has the orders; any other noun stands for itself."""
    outer = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return outer if outer.lemma_.lower() in QUANTITIES else noun


def _is_scene(noun: Token) -> bool:
    """ "in *Doha*", "at his *residence*", "on the *sidelines* of the forum"."""
    return noun.ent_type_ in _SETTINGS or noun.lemma_.lower() in _SCENES


def _owner(noun: Token) -> Sequence[Token]:
    """Whose an act or a thing is: "a proposal *by Kyiv*", "*Kyiv's* proposal", "…, a proposal"."""
    return clauses.doer(noun) or clauses.possessor(noun) or clauses.author(noun)


def _present(noun: Token) -> Sequence[Token]:
    """Who is told of on an occasion: "After talks with Rubio, *Lavrov* said …", "*Grossi*, on a visit to Iran, …"."""
    outer = _outer(noun)
    preposition, told = outer.head, outer.head.head
    told = told.head if told.dep_ == "npadvmod" else told  # "a day after talks"
    occasion = outer.dep_ == "pobj" and preposition.dep_ == "prep" and preposition.lower_ in clauses.OCCASIONS
    if _is_sought(preposition, told):
        return clauses.subjects(told)
    if not occasion or (told.dep_ == "acl" and told.tag_ == "VBN"):  # "a medal received during a visit"
        return []
    if any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in noun.lefts):  # "after the former's visit"
        return []
    if told.pos_ in ("NOUN", "PROPN"):
        return [told] if told.i < preposition.i and preposition.nbor(-1).text == "," else []
    complement = preposition.lower_ == "on" and told.pos_ == "VERB" and told.i < preposition.i  # "agreed on a visit"
    return [] if complement else clauses.foremost(told)


def _is_sought(preposition: Token, told: Token) -> bool:
    """ "*flew* to Ankara *for* talks", "*was* in Ankara *for* talks"."""
    way = told.lemma_ in _MOTIONS or any(child.lower_ in ("in", "at") for child in told.children)
    return preposition.lower_ == "for" and preposition.dep_ == "prep" and way and told.pos_ in ("VERB", "AUX")


def _outer(noun: Token) -> Token:
    """ "held a *round* of talks", "at the *end* of a visit": the noun that counts, where there is one."""
    counting = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in QUANTITIES | _STAGES
    return _outer(noun.head.head) if counting else noun


def _noun_of(child: Token) -> Sequence[Token]:
    """The noun of a dative, which is the word itself or stands behind "to"."""
    if child.pos_ == "ADP":
        return [c for t in child.children if t.dep_ == "pobj" for c in conjuncts(t)]
    return conjuncts(child)


def _modifiers(noun: Token) -> Iterator[Token]:
    """ "Russian drone attack" -> Russian; "US-Russia talks" -> US, Russia."""
    for child in noun.lefts:
        if child.dep_ in ("amod", "compound", "nmod"):
            yield from (t for t in child.lefts if t.dep_ in ("amod", "compound", "nmod", "npadvmod"))
            yield child
            yield from (t for t in child.rights if t.dep_ in ("conj", "appos"))


def _supporting(noun: Token, verbs: frozenset[str]) -> Token | None:
    """The support verb whose object a noun is, also in the passive ("talks were held")."""
    first = _outer(noun)
    while first.dep_ == "conj":
        first = first.head
    verb = first.head
    if first.dep_ == "pobj" and verb.dep_ == "prep":
        return _through(verb, verbs) or _reduced(noun, _DONE)
    if first.dep_ not in ("dobj", "nsubjpass", "relcl") or verb.pos_ != "VERB":
        return _reduced(noun, verbs)
    return verb if clauses.lemma(verb) in verbs else _reduced(noun, _DONE)


def _through(preposition: Token, verbs: frozenset[str]) -> Token | None:
    """ "took *part in* a raid", "was *responsible for* the raid"."""
    verb, words = preposition.head, preposition.lower_
    if verb.pos_ == "ADJ" and verb.dep_ == "acomp":
        verb, words = verb.head, f"{verb.lower_} {words}"
    return verb if f"{verb.lemma_.lower()} {words}" in verbs else None


def _reduced(noun: Token, verbs: frozenset[str]) -> Token | None:
    """ "talks held in Geneva", "the attack that rebels launched"."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl") and child.lemma_.lower() in verbs and child.tag_ in ("VBN", "VBD"):
            return child
    return None
