"""Modality: what a verb's auxiliaries and conjunctions, or a noun's modifiers, make of the event that it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from graph.extraction import governors
from graph.extraction.effects import effects
from graph.model import Modality
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.tokens import Token

_BARE = wordlist("bare")  # "let them *go*", "saw him *leave*"


def own_modality(word: Token) -> Modality:
    """The modality that a verb's or a noun's own clause or phrase gives it."""
    if word.pos_ not in ("VERB", "AUX"):
        return _modified(word)
    if _questioned(word):
        return "questioned"
    if _conditional(word):
        return "hypothetical"
    if _is_imperative(word):
        return "demanded"
    unproven = any(effects()["adverbs"].get(child.lower_) == "hypothetical" for child in word.children)
    modality = _of_auxiliaries(word)
    return "hypothetical" if modality == "asserted" and unproven else modality


def _of_auxiliaries(verb: Token) -> Modality:
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        return _of_auxiliaries(verb.head)
    if _is_future_in_past(verb, auxiliaries) or _is_on_the_way(verb):
        return "planned"
    for word in auxiliaries:
        if word in effects()["modals"]:
            return cast("Modality", effects()["modals"][word])
    if "to" in auxiliaries:
        return _of_infinitive(verb)
    return "planned" if _is_on_plan(verb) else "asserted"


def _of_infinitive(verb: Token) -> Modality:
    """ "is *to meet*", "has *to leave*", "had *to leave*", "began *to leave*", "a plan *to leave*"."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ == "have":
        return _of_having(head)
    if verb.dep_ == "xcomp" and head.lemma_ == "be":
        return "asserted" if verb.lemma_ == "blame" or is_yet(head) else "planned"
    return "asserted" if _controlled(verb) or _is_of_a_first(verb) else "planned"


def _of_having(have: Token) -> Modality:
    """ "*has* to leave", where who "*had* to leave" has left, and who "*has* a vote to win" has not won."""
    if any(child.dep_ == "dobj" for child in have.children):
        return "planned"
    return "asserted" if is_yet(have) or governors.tense(have) in ("past", "perfect", "pluperfect") else "demanded"


def is_yet(verb: Token) -> bool:
    """True for "has *yet* to leave" and "is *yet* to leave", which is as much as "has not left"."""
    return verb.lemma_ in ("have", "be", "remain") and any(child.lower_ == "yet" for child in verb.children)


def has_modal(verb: Token) -> bool:
    """True for "will meet" and "should meet"."""
    return any(child.dep_ == "aux" and child.lower_ in effects()["modals"] for child in verb.children)


def modifiers(noun: Token) -> Iterator[str | None]:
    """What the words before a noun do to it: "*cancelled* talks", "*possible* talks"."""
    return (effects()["modifiers"].get(child.lower_) for child in noun.lefts if child.dep_ in ("amod", "det"))


def _modified(noun: Token) -> Modality:
    """ "a *planned* trip", "*possible* talks", "a meeting *to be held* in May", "talks *due to begin* in May"."""
    said = [effect for effect in modifiers(noun) if effect in get_args(Modality)]
    return cast("Modality", said[0]) if said else "planned" if _is_foretold(noun) else "asserted"


def _is_foretold(noun: Token) -> bool:
    """True for a noun that what follows it puts into the future."""
    return any(_is_to_occur(child) or _is_due(child) for child in noun.rights)


def _is_to_occur(clause: Token) -> bool:
    """ "talks *to be held* in May", "talks *that will begin* in May", not "an order that *they will begin* to fill"."""
    occurs = clause.dep_ in ("acl", "relcl") and clause.lemma_.lower() in effects()["occurrence"]
    own = all(child.tag_ == "WDT" for child in clause.children if child.dep_ in ("nsubj", "nsubjpass"))
    future = any(t.dep_ == "aux" and (t.tag_ == "TO" or effects()["modals"].get(t.lower_)) for t in clause.children)
    return occurs and own and future


def _is_due(word: Token) -> bool:
    """ "*scheduled* for May", "*due* to begin", not "due to the rain"."""
    if word.dep_ not in ("acl", "amod", "advcl", "prep"):
        return False
    if word.lower_ == "due":
        return not any(child.dep_ == "pcomp" and child.tag_ == "IN" for child in word.children)
    return word.tag_ == "VBN" and effects()["objects"].get(word.lemma_.lower()) == "planned"


def _is_imperative(verb: Token) -> bool:
    """ "He wrote: “*Attack* the barracks.”": the bare form without subject or auxiliary."""
    first = verb
    while first.dep_ == "conj" and first.head.tag_ == "VB":
        first = first.head
    bare = first.tag_ == "VB" and first.dep_ in ("ROOT", "ccomp", "parataxis") and first.head.lemma_ not in _BARE
    return bare and not any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "mark") for child in first.children)


def _is_future_in_past(verb: Token, auxiliaries: list[str]) -> bool:
    """ "said that it *would* send …": what was said was "will"."""
    return verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN") and bool({"would", "'d", "’d"} & set(auxiliaries))


def _is_on_the_way(verb: Token) -> bool:
    """ "was *flying* to Paris"; "flew to Paris, *arriving* at noon" has arrived."""
    return verb.tag_ == "VBG" and verb.dep_ != "advcl" and verb.lemma_.lower() in effects()["progressive"]


def _controlled(infinitive: Token) -> bool:
    """True for the infinitive of a verb that says itself what becomes of it ("began to", "refused to")."""
    head = infinitive.head
    return infinitive.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in effects()["verbs"]


def _conditional(verb: Token) -> bool:
    words = effects()["conjunctions"]
    return any(child.dep_ == "mark" and child.lower_ in words for child in verb.children) and (
        verb.tag_ not in ("VBD",) or not any(child.lower_ in ("before", "until") for child in verb.children)
    )


def _is_of_a_first(verb: Token) -> bool:
    """ "the first president *to visit* Hiroshima" has visited it."""
    singled = any(child.lower_ in effects()["ranks"] or child.tag_ == "JJS" for child in (*verb.head.lefts, verb.head))
    return verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and singled and own_modality(verb.head.head) == "asserted"


def _is_on_plan(verb: Token) -> bool:
    """ "will talk *when they meet*": when a plan comes true."""
    when = any(child.dep_ in ("mark", "advmod") and child.lower_ in effects()["times"] for child in verb.children)
    return when and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP", "VBD") and own_modality(verb.head) == "planned"


def _questioned(verb: Token) -> bool:
    return verb.dep_ == "ROOT" and verb.sent.text.rstrip(" \n\"”'’").endswith("?")
