"""Noun phrases on the dependency parse: where one begins and ends, and what modifies it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from graph.extraction.tokens import remembered
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.extraction.tokens import Doc, Span, Token

NOMINAL_DEPS = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "conj", "agent", "oprd", "appos"])
PREMODIFIERS = frozenset("det amod compound nummod poss nmod quantmod advmod predet npadvmod".split())
PERSONAL = frozenset("he she him her his hers himself herself i me my who whom whose".split())
NO_NAMES = wordlist("no_names")
PLACE_NOUNS = wordlist("places")
VENUES = wordlist("venues")
RELATIONAL = wordlist("relational")
QUANTITIES = wordlist("quantities")
_ABSTRACT = tuple("tion sion ment ity ness ance ence ism ship acy ulty ure ency ancy ing".split())
_DONE_TO = wordlist("done_to")
_OWN_ACTS = wordlist("own_acts")
_HARMS = wordlist("harms")
_MODEL = re.compile(r"[A-Z]{0,3}-?\d{2,4}[A-Z]{0,3}(?:-\d{1,4}[A-Z]{0,2})?")
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_WIDEST_OF = 8  # tokens; a longer of-phrase is left out of the mention


def extent(head: Token) -> tuple[int, int]:
    """First token and end (exclusive) of a noun phrase without relative clauses, appositions and conjuncts."""
    start = head.i
    for child in sorted(head.lefts, key=lambda t: -t.i):
        if child.dep_ not in PREMODIFIERS or child.is_punct:
            break
        start = child.left_edge.i
    end = _behind_number(head)
    for child in head.rights:
        if child.lower_ == "of" and child.i == end and child.right_edge.i - child.i < _WIDEST_OF:
            end = child.right_edge.i + 1
    return _trim(head.doc, start, end)


def is_model(token: Token) -> bool:
    """True for the number in "the Boeing *747*", which makes a maker's name that of a thing."""
    numbered = bool(_MODEL.fullmatch(token.text)) and token.ent_type_ not in ("DATE", "TIME", "MONEY", "PERCENT")
    maker = token.nbor(-1) if numbered and token.i else None
    if maker is None or maker.pos_ != "PROPN":
        return False
    return maker in (token.head, token.head.head) or maker.head in (token, token.head)


def is_flight(token: Token) -> bool:
    """True for the word in "Lufthansa *Flight* 319", whatever the recogniser takes the number for."""
    return token.lower_ == "flight" and token.i + 1 < len(token.doc) and token.nbor().text.isdigit()


def _behind_number(head: Token) -> int:
    """Behind the number that belongs to a name: "the iPhone *4*", "Boeing *737-800*", "Flight *370*"."""
    if head.pos_ != "PROPN":
        return head.i + 1
    numbers = (t for t in head.rights if t.pos_ == "NUM" and not t.ent_type_.startswith("DATE"))
    end = next((t.i + 1 for t in numbers if t.left_edge.i == head.i + 1), head.i + 1)
    return max(end, head.i + 2) if is_flight(head) else end


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def words(span: Span) -> str:
    """The words of a noun phrase on one line, without a leading article or a trailing possessive."""
    tokens = [token for token in span if not token.is_space]
    while tokens and (tokens[0].lower_ in ("the", "a", "an") or tokens[0].is_punct):
        tokens = tokens[1:]
    while tokens and (tokens[-1].tag_ == "POS" or tokens[-1].is_quote):
        tokens = tokens[:-1]
    return "".join(token.text_with_ws for token in tokens).strip() if tokens else ""


def forms(tokens: Iterable[Token]) -> set[str]:
    """All the words in lower case, as they are and as lemmas."""
    return {form for token in tokens for form in (token.lower_, token.lemma_.lower())}


def is_lone_name(token: Token) -> bool:
    """True for a noun with a capital that is no part of a longer name."""
    longer = token.dep_ == "compound" or any(child.pos_ == "PROPN" for child in token.lefts)
    return token.pos_ in ("PROPN", "NOUN") and token.text[:1].isupper() and len(token) > 2 and not longer


def unknown_name(token: Token) -> Literal["organization", "person"] | None:
    """What a lone name that nobody knows most likely stands for: "the *OLF*", "*Dbeibeh* said"."""
    if token.ent_type_ or not token.text.isalpha() or token.pos_ != "PROPN" or token.lower_ in NO_NAMES:
        return None
    if not is_lone_name(token):
        return "person" if _is_full_name(token) else None
    if token.text.isupper():
        return "organization"
    return None if any(child.dep_ == "det" for child in token.lefts) else "person"


def _is_full_name(token: Token) -> bool:
    """True for "Ion Iliescu": two or three capitalised words and nothing else before them."""
    before = list(token.lefts)
    first = [t for t in before if t.dep_ == "compound" and t.pos_ == "PROPN" and t.text.istitle() and not t.ent_type_]
    return token.text.istitle() and len(before) == len(first) in (1, 2)


def is_abstract(noun: Token) -> bool:
    """True for a quality or an act by the ending of its noun: "difficulty", "performance"."""
    return noun.lemma_.lower().endswith(_ABSTRACT)


def is_done_to(noun: Token) -> bool:
    """True for an act that is done to what stands behind its "of": "the selection *of*", "the murder *of*"."""
    lemma = noun.lemma_.lower()
    return lemma in _DONE_TO or (lemma.endswith(("tion", "sion", "ment", "ing")) and lemma not in _OWN_ACTS)


def counted(noun: Token) -> Token | None:
    """ "soldiers" in "dozens of soldiers" and in "two of the soldiers"."""
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    inner = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    return counted(inner) if inner is not None and inner.lemma_.lower() in QUANTITIES else inner


def behind_amount(token: Token) -> Token:
    """ "jets" in "ordered $3 billion in new *jets*"; any other word stands for itself."""
    if token.ent_type_ != "MONEY" or token.dep_ not in ("dobj", "nsubjpass"):
        return token
    inner = (t for child in token.rights if child.lower_ in ("in", "of") for t in child.children if t.dep_ == "pobj")
    return next((t for t in inner if t.ent_type_ not in ("DATE", "MONEY")), token)


def is_toll(token: Token) -> bool:
    """True for a number that stands for people: "killed *15*", "arrested *dozens*", "*ten* wounded"."""
    number = token.pos_ == "NUM" or token.lower_ == "others" or token.lemma_.lower() in QUANTITIES
    return number and counted(token) is None and (_is_harmed(token) or any(map(_harms, token.rights)))


def _is_harmed(token: Token) -> bool:
    verb = token.head
    done = verb.tag_ in ("VBN", "VBD") and not any(child.dep_ == "dobj" for child in verb.children)
    return verb.lemma_ in _HARMS and (token.dep_ in ("dobj", "nsubjpass") or (token.dep_ == "nsubj" and done))


def _harms(participle: Token) -> bool:
    return participle.dep_ == "acl" and participle.tag_ == "VBN" and participle.lemma_ in _HARMS


def is_owned(noun: Token) -> bool:
    """True for "his feet" and "their situation", which are nobody and nothing apart."""
    return any(child.tag_ == "PRP$" for child in noun.lefts)


def is_persons(noun: Token) -> bool:
    """True for "his feet" and "her post", which are a part of somebody; "its new jet" is a thing apart."""
    return any(child.lower_ in ("my", "your", "his", "her") and child.dep_ == "poss" for child in noun.lefts)


def is_against(token: Token) -> bool:
    """True for what "pro-Russian" and "anti-Syria" people are not of."""
    hyphened = token.i > 1 and token.nbor(-1).text in ("-", "‑", "–")
    return hyphened and token.nbor(-2).lower_ in ("anti", "pro", "non", "ex")


def is_definite(noun: Token) -> bool:
    """True for "the …", "both …", "this …", "his …"."""
    return any(
        (child.dep_ in ("det", "predet") and child.lower_ in ("the", "this", "that", "these", "those", "both"))
        or (child.dep_ == "poss")
        for child in noun.lefts
    )


def possessors_and_modifiers(noun: Token) -> Iterator[Token]:
    """ "Russia" in "Russia's ministry", "Russian ministry", "US-Russia talks", "the ministry of Russia"."""
    for dep in (("poss",), ("amod", "compound", "nmod")):
        for child in noun.lefts:
            if child.dep_ in dep:
                yield child
                if child.dep_ in ("compound", "nmod"):
                    yield from (t for t in child.lefts if t.dep_ in ("compound", "nmod", "amod"))
    for child in noun.rights:
        if child.lower_ in ("of", "for", "in", "from"):
            yield from (t for t in child.children if t.dep_ == "pobj")


@remembered
def conjuncts(head: Token) -> Sequence[Token]:
    """The token and what is coordinated with it to the right: "A, B and C" -> [A, B, C].

    The parser often takes the middle of a list for an apposition; one that has a conjunct of its own is none.
    """
    found = [*_folded(head), head]
    for child in head.rights:
        if child.dep_ == "conj" or (child.dep_ == "appos" and listed(child)):
            found += conjuncts(child)
        elif child.dep_ == "appos":
            found += _behind_apposition(child)
    return tuple(_members(found))


def _behind_apposition(apposition: Token) -> list[Token]:
    """ "the envoy, Rubio, and *Lavrov*", "Rubio, a senator, and *Lavrov*": whom the parser joined to the apposition."""
    joined = [child for child in apposition.rights if child.dep_ == "conj"]
    return [t for child in joined if is_named_person(child) for t in conjuncts(child)]


def is_named_person(noun: Token) -> bool:
    """ "*Lavrov*", "the minister, *Lavrov*"."""
    return noun.ent_type_ == "PERSON" or any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in noun.rights)


def _members(found: list[Token]) -> list[Token]:
    """Without a plural that only announces the names behind it: "his counterparts, *Dendias and Le Drian*"."""
    names = [token for token in found if token.pos_ == "PROPN"]
    if len(names) < 2:
        return found
    return [token for token in found if not _announces(token, [name for name in names if name.i > token.i])]


def _announces(noun: Token, names: list[Token]) -> bool:
    """True for "counterparts, A and B", "two workers, A and B" and a plural with names for apposition."""
    enumerated = any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.rights)
    named = is_definite(noun) and noun.i + 1 < len(noun.doc) and noun.nbor().text == ","  # "the leaders, Xi and Modi"
    said = enumerated or noun.lemma_ in RELATIONAL or count(noun) == len(names) or named
    return noun.pos_ == "NOUN" and noun.tag_ == "NNS" and len(names) > 1 and said


def coordinated(word: Token) -> list[Token]:
    """A word with all that it is coordinated with, to either side, and what modifies those."""
    first = word
    while first.dep_ == "conj":
        first = first.head
    listed = conjuncts(first)
    return [member for item in listed for member in (*(c for c in item.lefts if c.dep_ in ("amod", "nmod")), item)]


def _folded(head: Token) -> list[Token]:
    """ "President *Trump* and President Putin met": the first of two names that the parser put into the second."""
    if head.ent_type_ != "PERSON":
        return [left for left in head.lefts if left.dep_ == "nmod" and head.pos_ == "PROPN" and _is_apart(left)]
    return [
        token
        for left in head.lefts
        for token in left.subtree
        if token.ent_type_ == "PERSON" and token.i < head.i and any(child.dep_ == "cc" for child in token.children)
    ]


def _is_apart(name: Token) -> bool:
    """ "*Theresa May* and Jean-Claude Juncker": a full name before an "and" that is part of no name."""
    joined = [child for child in name.rights if child.dep_ == "cc"]
    return name.pos_ == "PROPN" and any(name.lefts) and any(cc.ent_type_ == "" for cc in joined)


def listed(apposition: Token) -> bool:
    """True for what looks like an apposition and has a conjunct of its own: the middle of a list.

    Common nouns behind a name are no list but what he is: "Kokesh, a veteran and host".
    """
    person = apposition.head.ent_type_ == "PERSON" and apposition.ent_type_ != "PERSON"  # "Leonard, Chairman and …"
    described = apposition.head.pos_ == "PROPN" and (apposition.pos_ == "NOUN" or person)
    near = apposition.left_edge.nbor(-1).text == "," if apposition.left_edge.i else False
    named = near and apposition.head.tag_ == "NN" and apposition.ent_type_ == "PERSON"  # "the envoy, Rubio, and Lavrov"
    return not (described or named) and any(child.dep_ == "conj" for child in apposition.rights)


def count(noun: Token) -> int | None:
    """How many a phrase says there are: 2 for "both diplomats", "the two men" and "the two"."""
    for child in noun.lefts:
        number = _NUMBERS.get(child.lower_)
        if number:
            return number
    alone = (
        _NUMBERS.get(noun.lower_) if is_number(noun) else {"both": 2, "pair": 2, "duo": 2, "trio": 3}.get(noun.lower_)
    )
    return alone if alone and counted(noun) is None else None


def is_number(token: Token) -> bool:
    """True for "the *two*" without a noun, who were named before."""
    definite = token.lower_ in _NUMBERS and any(child.lower_ == "the" for child in token.lefts)
    return definite and token.dep_ in NOMINAL_DEPS and not any(child.lower_ == "of" for child in token.rights)


def is_age(token: Token) -> bool:
    """True for the last word of "the 72-year-old", who is somebody named before."""
    return token.lower_ == "old" and is_definite(token) and any(child.lower_ == "year" for child in token.lefts)
