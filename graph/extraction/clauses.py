"""Clauses on the dependency parse: who is the logical subject and object of a verb, and what governs it.

spaCy's English models label dependencies in ClearNLP style (nsubj, dobj, pobj, relcl, …).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import prepositions
from graph.extraction.governors import conjoined, is_verb
from graph.extraction.phrases import VENUES
from graph.extraction.relatives import NOMINAL, antecedent, expanded
from graph.extraction.tokens import remembered
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extraction.tokens import Token

_COMPLEMENTS = ("attr", "dobj")
_SETTINGS = ("GPE", "LOC", "FAC", "DATE", "TIME")
_ENDS = (".", "!", "?", "”", '"', "’", "'", ":", ";", ")", "]")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
OCCASIONS = frozenset("after at during following in on under upon".split())
_OF_OBJECTS = ("of", "for", "from", "into", "against", "as")  # "accused *him* of lying", "quoted *him* as saying"
_MESSAGES = wordlist("messages")
SUMMARY = wordlist("summaries")

_MEANS = wordlist("means")
_CALLS = {"call": ("on", "upon"), "appeal": ("to",), "prevail": ("on", "upon"), "count": ("on",), "rely": ("on",)}
_BARE = wordlist("bare")
_CHOICES = wordlist("choices")
_DEMANDS = wordlist("demands")
_ATTITUDES = wordlist("attitudes")
_PLANS = wordlist("plans")
_RULERS = wordlist("rulers")
_TOUGH = wordlist("tough")
_USES = ("use", "need", "employ", "utilize", "utilise")
_GRANTS = wordlist("grants")


@remembered
def is_passive(verb: Token) -> bool:
    """True for "was accused", for "the man accused of …" and for a headline's "Putin accused of …"."""
    if any(child.dep_ in ("auxpass", "nsubjpass") or _is_agent(child) for child in verb.children):
        return True
    if verb.tag_ not in ("VBN", "VBD") or _has(verb, "aux") or _has(verb, "dobj"):
        return False
    if _is_granted(verb):
        return True
    if verb.dep_ in ("acl", "amod"):
        return verb.tag_ == "VBN"
    if verb.tag_ == "VBN" and _has(verb, "nsubj") and not _has(verb, "ccomp", "xcomp"):
        return is_headline(verb)
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not _has(verb, *SUBJECTS) and is_passive(verb.head)


def _is_granted(verb: Token) -> bool:
    """ "Volvo *allowed* to sell": whoever allows it would allow somebody to."""
    clause = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    if clause is None or verb.lemma_ not in _GRANTS or verb.dep_ == "relcl" or clause.left_edge.i != verb.i + 1:
        return False
    return clause.left_edge.tag_ == "TO"


@remembered
def is_headline(token: Token) -> bool:
    """True in a sentence that ends without a mark."""
    return not token.sent.text.rstrip().endswith(_ENDS)


def _is_agent(by: Token) -> bool:
    """True for "by *rebels*", not for the means in "spoke by *telephone*"."""
    return by.dep_ == "agent" and not any(child.lower_ in _MEANS for child in by.children)


def is_purpose(verb: Token) -> bool:
    """True for "flew to Moscow *to meet* Putin"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children)


@remembered
def subjects(verb: Token) -> Sequence[Token]:
    """Heads of the noun phrases that do what the verb says; empty where the sentence does not tell."""
    if is_passive(verb):
        return expanded(_agents(verb))
    return expanded(_grammatical_subjects(verb))


def _agents(verb: Token) -> list[Token]:
    """By whom it is done: of "jets are chosen and bought *by the state*" both are."""
    own = [t for child in verb.children if child.dep_ == "agent" for t in child.children] or _behind_setting(verb)
    if own or any(child.dep_ not in ("cc", "conj", "punct") for child in verb.rights):
        return own
    joined = [t for t in verb.conjuncts if t.i > verb.i and t.tag_ == "VBN" and not has_subject(t)]
    return [t for other in joined[-1:] for by in other.children if by.dep_ == "agent" for t in by.children]


def _behind_setting(verb: Token) -> list[Token]:
    """ "was greeted on arrival *by Modi*", where the parser hung the agent on where or when it was."""
    settings = [t for child in verb.rights if child.dep_ == "prep" for t in child.children if _is_setting(t)]
    by = [child for t in settings for child in t.rights if child.dep_ == "prep" and child.lower_ == "by"]
    return [t for word in by for t in word.children if t.dep_ == "pobj"]


def _is_setting(noun: Token) -> bool:
    return noun.ent_type_ in _SETTINGS or noun.lemma_.lower() in VENUES or noun.lemma_ in ("arrival", "departure")


def has_subject(verb: Token) -> bool:
    """True for a verb with a subject of its own."""
    return any(child.dep_ in SUBJECTS for child in verb.children)


def speakers(verb: Token) -> Sequence[Token]:
    """Who says what a verb reports: "Reuters quoted *Ali* as saying", else its subjects."""
    quoted = [said for said in prepositions.behind(verb, "as") if said.tag_ == "VBG"]
    return [t for said in quoted for t in subjects(said)] or subjects(verb)


def foremost(verb: Token) -> Sequence[Token]:
    """Heads of the noun phrases that a clause is about, whether they do it or it is done to them."""
    return expanded(_grammatical_subjects(verb))


@remembered
def objects(verb: Token) -> Sequence[Token]:
    """Heads of the noun phrases to which it is done."""
    if is_passive(verb):
        return expanded(_grammatical_subjects(verb))
    direct = [child for child in verb.children if child.dep_ in ("dobj", "oprd")] or _raised_objects(verb)
    if len(direct) > 1 and direct[0].lower_ == "that":  # "the third time *that* she met Xi"
        direct = direct[1:]
    return expanded(direct or _gap(verb) or _set_off(verb))


def complements(verb: Token) -> Sequence[Token]:
    """What a copula says of its subject: "Oslo is *the capital*"."""
    return expanded(child for child in verb.children if child.dep_ == "attr")


def _set_off(verb: Token) -> Sequence[Token]:
    """ "met, among others, *Lammy*": the object behind a phrase in commas."""
    aside = [t for child in verb.rights if child.lower_ in ("among", "amongst") for t in child.subtree]
    behind = [t for t in (*aside, *verb.rights) if t.dep_ in ("npadvmod", "appos")] if aside else []
    return [t for t in behind if t.ent_type_ in ("PERSON", "ORG", "GPE")]


def is_naming(verb: Token) -> bool:
    """True for "called it unlikely" and "called Xi a friend", where nobody is spoken to."""
    said = [child for child in verb.children if child.dep_ == "oprd"]
    participle = verb.tag_ == "VBN" and not _has(verb, "aux", "auxpass")  # "a device, called Flyboard"
    called = _has(verb, "dobj", "nsubjpass") or participle or len(said) > 1
    return bool(said) and (called or any(child.dep_ == "appos" for child in said[0].children))


def _grammatical_subjects(verb: Token, depth: int = 0) -> Sequence[Token]:
    """Subjects of the verb itself, else those that it shares with the clause it hangs on."""
    own = _inverted(verb) or [child for child in verb.children if child.dep_ in SUBJECTS and child.lower_ != "whom"]
    if own and _is_clause(own[0]):
        return _grammatical_subjects(own[0], depth + 1)
    if own or depth > 8:
        return [antecedent(token) for token in _of_relative_clause(own) or own]
    if stolen := _stolen(verb) or _misread_subject(verb):
        return stolen
    if loose := _loose(verb):
        return loose
    head = verb.head
    if verb.dep_ == "conj" and is_verb(head):
        return _grammatical_subjects(conjoined(verb), depth + 1)
    if verb.dep_ in ("xcomp", "ccomp") and is_verb(head) and _is_nonfinite(verb):
        return _controller(head, depth) if not _is_order(verb) else []
    if verb.dep_ == "xcomp" and head.pos_ == "ADJ":
        return _described(head, depth) if head.lower_ not in _TOUGH else []
    if verb.dep_ == "advcl" and is_verb(head) and verb.tag_ in ("VBG", "VBN", "VB"):
        return _of_adverbial_clause(verb, depth)
    if verb.dep_ in ("acl", "relcl"):
        return _of_noun_clause(verb, depth)
    if verb.dep_ == "pcomp":
        return _of_prepositional_clause(verb, depth)
    return []


def _is_clause(subject: Token) -> bool:
    """ "*Volvo* releases truck app, recalls bus": the first of two clauses, which the parser took for a subject."""
    return subject.dep_ == "nsubj" and subject.tag_ in ("VBZ", "VBD") and _has(subject, "nsubj")


def _inverted(verb: Token) -> list[Token]:
    """ "Attending the talks were *Rubio* and …", "Also attending was *Rubio*": who attends stands behind."""
    first = next((t for t in verb.lefts if t.dep_ == "csubj" and t.tag_ == "VBG"), None)
    auxiliary = next((t for t in verb.rights if t.dep_ == "aux" and t.lemma_ == "be" and verb.tag_ == "VBG"), None)
    if auxiliary is None and (first is None or verb.lemma_ != "be"):
        return []
    behind = [t for place in (verb, auxiliary) if place is not None for t in place.rights if t.dep_ in _COMPLEMENTS]
    named = [t for t in behind if t.i > (auxiliary or verb).i and _names_somebody(t)]
    return [*named, *(t for t in verb.rights if named and t.dep_ == "conj" and t.pos_ in NOMINAL)]


def _loose(participle: Token) -> list[Token]:
    """ "*Speaking* to reporters, *she* said": a participle at the start that the parser made the main verb."""
    first = participle.dep_ == "ROOT" and participle.tag_ == "VBG" and participle.left_edge == participle
    after = participle.doc[participle.i + 1 : participle.sent.end] if first else ()
    return [t for t in after if t.dep_ == "nsubj" and t.left_edge.nbor(-1).text == ","][:1]


def _names_somebody(noun: Token) -> bool:
    """ "*Rubio*", "the secretary, *Rubio*", but also where the recogniser saw no person."""
    return noun.pos_ == "PROPN" or any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.subtree)


def _of_adverbial_clause(verb: Token, depth: int) -> Sequence[Token]:
    """ "was named Star *by Fiat* to mark …", "picked *Fiat* in May to build …", "*Fiat* grew, building …"."""
    head = verb.head
    if is_purpose(verb) and head.lemma_ in _CHOICES:
        return objects(head)
    if is_passive(head):
        return (subjects(head) if is_purpose(verb) else ()) or objects(head)
    return _grammatical_subjects(head, depth + 1)


def _is_order(verb: Token) -> bool:
    """ "He wrote: “*Stop* me.”": whoever is spoken to."""
    first = verb.dep_ == "ccomp" and verb.tag_ == "VB" and verb.head.lemma_ not in _BARE
    return first and not _has(verb, "aux", "auxpass", "mark", *SUBJECTS)


def _is_nonfinite(verb: Token) -> bool:
    """ "are *to be sold*", "denied *selling* arms"."""
    return verb.tag_ in ("VB", "VBG") or (verb.tag_ == "VBN" and any(child.tag_ == "TO" for child in verb.lefts))


def _of_relative_clause(subjects_: list[Token]) -> Sequence[Token]:
    """ "Marin, *whose deputy* spoke to him": the parser may make both the verb's subjects."""
    return [token for token in subjects_ if any(word.tag_ == "WP$" for word in token.subtree)][-1:]


def _stolen(verb: Token) -> list[Token]:
    """ "In a call with Rutte, *Sánchez* praised …": the subject that the parser took for an apposition."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.left_edge == verb or verb.dep_ == "conj":
        return []
    first = min((child.i for child in verb.lefts if child.dep_ in ("aux", "neg", "advmod")), default=verb.i)
    before = [t for t in verb.doc[verb.left_edge.i : first] if not t.is_punct]
    last = before[-1] if before else verb
    above = [t for t in (last, *last.ancestors) if t.dep_ in ("appos", "conj") and t.right_edge == last]
    return [t for t in above[-1:] if t.left_edge.nbor(-1).text == "," and not _has(t.head, "cc")]


def _misread_subject(verb: Token) -> list[Token]:
    """ "*Ghana* to boost forces", where the parser does not know what to make of the name at a headline's start."""
    names = [child for child in verb.lefts if child.dep_ in ("dep", "npadvmod", "advmod") and child.pos_ == "PROPN"]
    return names[:1] if names and verb.dep_ == "ROOT" and is_headline(verb) else []


def _controller(head: Token, depth: int) -> Sequence[Token]:
    """ "urged *Moscow* to agree", "was named Star by *Fiat* to mark …", else "*Putin* wants to agree"."""
    objects_ = [child for child in head.children if child.dep_ in ("dobj", "dative")] or _called_on(head)
    if is_passive(head) and (head.lemma_ in _USES or _has(head, "oprd")):
        return _agents(head)
    if objects_ and not is_passive(head) and head.lemma_ != "use":  # "used force to disperse …"
        return objects_
    return _grammatical_subjects(head, depth + 1)


def _called_on(verb: Token) -> list[Token]:
    """ "called on *the network* to apologise", "appealed to *Minsk* to open …"."""
    return [t for words in _CALLS.get(verb.lemma_, ()) for t in prepositions.behind(verb, words)]


def _of_noun_clause(verb: Token, depth: int) -> Sequence[Token]:
    """ "*officials* saying …", "*a plan* to …": the noun, or for an infinitive whoever has the plan."""
    if _is_headline_plan(verb) or (verb.tag_ != "VB" and not _is_of_message(verb)):
        return [verb.head]
    if whose := _whose_plan(verb.head):
        return whose
    governor = verb.head.head
    while governor.dep_ in ("prep", "pobj", "dobj") and not is_verb(governor) and governor.lower_ != "against":
        governor = governor.head
    others = not is_verb(governor) or governor.lemma_ in _ATTITUDES
    return _grammatical_subjects(governor, depth + 1) if not others else []


def _whose_plan(noun: Token) -> Sequence[Token]:
    """ "*Russia's* plan to leave", "the *Volvo* bid to build", "a bid *by Volvo* to": not "Russia's call to leave"."""
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    named = noun.lemma_ in _PLANS and any(child.text[:1].isupper() for child in noun.lefts if child.dep_ != "det")
    if noun.lemma_ in _DEMANDS:
        return []
    return expanded(possessor(noun)) if owned or named else doer(noun)


def _is_headline_plan(verb: Token) -> bool:
    """ "*Ghana* to host talks", all that a headline says."""
    name = verb.head
    return verb.tag_ == "VB" and name.dep_ == "ROOT" and name.pos_ == "PROPN" and name.i < verb.i and is_headline(verb)


def _is_of_message(participle: Token) -> bool:
    """ "posted a message on Twitter *blaming* Iran": the one who posted it blames."""
    noun = participle.head
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        noun = noun.head.head
    return participle.tag_ == "VBG" and noun.dep_ in ("dobj", "pobj") and noun.lemma_ in _MESSAGES


def _of_prepositional_clause(verb: Token, depth: int) -> Sequence[Token]:
    """ "expressed interest in discussing": the one who expressed it; "accused him of lying": the one accused."""
    governor = verb.head.head
    if governor.pos_ == "ADJ":
        return _described(governor, depth)
    if is_verb(governor):
        own = _grammatical_subjects(governor, depth + 1)
        return (objects(governor) or own) if verb.head.lower_ in _OF_OBJECTS else own
    if verb.head.lower_ == "of" and governor.dep_ == "dobj":
        return [governor]
    while governor.dep_ in ("dobj", "pobj", "prep", "nsubjpass") and not is_verb(governor):
        governor = governor.head
    return _grammatical_subjects(governor, depth + 1) if is_verb(governor) else []


def _described(adjective: Token, depth: int) -> Sequence[Token]:
    """ "*Rebels* are guilty of violating …", "found *him* guilty of …", "*Iran* is quick to condemn …"."""
    own = [child for child in adjective.children if child.dep_ in SUBJECTS]
    governor = adjective.head
    if own or not is_verb(governor):
        return own
    if adjective.dep_ == "acomp":
        return _grammatical_subjects(governor, depth + 1)
    return objects(governor) if adjective.dep_ == "oprd" else []


def _raised_objects(verb: Token) -> Sequence[Token]:
    """ "ordered *troops* to leave", "found *him* guilty", where the parser takes the object for a clause's subject."""
    return [
        child
        for clause in verb.children
        if clause.dep_ in ("ccomp", "xcomp")
        and clause.tag_ in ("VB", "JJ")
        and not _has(clause, "mark")
        and all(child.lower_ == "to" for child in clause.children if child.dep_ == "aux")
        for child in clause.children
        if child.dep_ == "nsubj"
    ]


def _gap(verb: Token) -> Sequence[Token]:
    """ "a proposal Ukraine has accepted": the noun that the relative clause hangs on."""
    if verb.dep_ != "relcl" or not _has(verb, "nsubj"):
        return []
    relative = [child for child in verb.children if child.tag_ in ("WP", "WDT")]
    return [verb.head] if not relative or relative[0].dep_ == "dobj" else []


def possessor(noun: Token) -> Sequence[Token]:
    """ "Russia" in "Russia's proposal", "the Russian proposal", "the proposal of Russia"; see also `author`."""
    own = [child for child in noun.lefts if child.dep_ == "poss"]
    modifiers = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]
    return own or [child for child in modifiers if _may_own(child)] or prepositions.behind(noun, "of") or modifiers


def _may_own(modifier: Token) -> bool:
    """True for "the *Russian* plan" and "the *government* plan", not for "the *peace* plan"."""
    return modifier.text[:1].isupper() or modifier.lemma_ in _RULERS


def doer(noun: Token) -> Sequence[Token]:
    """ "students" in "a march by students" and in "a march staged by students"."""
    made = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"]
    return prepositions.behind(noun, "by") or [token for verb in made for token in subjects(verb)]


def author(noun: Token) -> Sequence[Token]:
    """Whose act a summarising noun is: "The US suggested a halt, *a proposal* that …"."""
    clause = noun.head
    summary = noun.lemma_ in SUMMARY and noun.dep_ in ("npadvmod", "appos", "dep", "attr", "dobj", "conj")
    while summary and not is_verb(clause) and clause.head != clause:
        clause = clause.head
    return subjects(clause) if summary and is_verb(clause) and clause.i < noun.i else []


def companions(verb: Token) -> list[Token]:
    """With whom a clause's subject does something ahead of it, so that it is not himself: "Speaking to *X*, he …"."""
    ahead = [child for child in verb.lefts if child.dep_ == "advcl" and child.tag_ == "VBG"]
    ahead += [
        t for c in verb.lefts if c.dep_ == "prep" and c.lower_ in OCCASIONS for t in c.children if t.dep_ == "pobj"
    ]
    return [t for word in ahead for way in ("with", "to") for t in prepositions.behind(word, way)]


def reported(verb: Token, by: Token) -> bool:
    """True if a verb stands behind the one that reports it: "said that they left", not "“They left,” he said"."""
    return by.i < verb.i


def lemma(verb: Token) -> str:
    """A verb's lemma with its particle: "break out"."""
    return " ".join([verb.lemma_.lower(), *(child.lower_ for child in verb.children if child.dep_ == "prt")])


def _has(token: Token, *deps: str) -> bool:
    return any(child.dep_ in deps for child in token.children)
