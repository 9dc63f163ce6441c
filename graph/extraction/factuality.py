"""Factuality: whether a sentence says that something happened, or that it is planned, demanded, possible or denied.

The words that decide are data, in ``ontology/factuality.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast, get_args

from graph.extraction import clauses
from graph.extraction.clauses import OCCASIONS
from graph.extraction.phrases import ASKED, is_definite
from graph.extraction.wordlist import wordlist
from graph.model import Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_ASIDE = "aside"  # the way from a verb to a phrase that only says on which occasion
FILE = Path(__file__).parents[2] / "ontology" / "factuality.toml"
Stance = Literal["intended", "refused", "threatened"]
_BARE = wordlist("bare")  # "let them *go*", "saw him *leave*"
Effects = dict[str, str]  # lemma -> what it does: a modality, "negated" or "implicative"


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether an event is said to have happened, and in which manner it is spoken of.

    ``stance``: what the one who would do it makes of it, if that is said: intends, refuses or threatens to.
    """

    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    stance: Stance | None = None


@cache
def effects() -> Mapping[str, Effects]:
    """By kind of word ("verbs", "nouns", "modals" …): what each lemma does to what depends on it."""
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {kind: {word: effect for effect, words in table.items() for word in words} for kind, table in tables.items()}


@lru_cache(maxsize=ASKED)
def factuality(trigger: Token) -> Factuality:
    """What the sentence says about the event whose trigger is this verb or noun."""
    if _is_expressed(trigger):
        return Factuality()
    if clauses.is_purpose(trigger):
        means = factuality(trigger.head)
        if means.polarity == "negative":  # "will not fly to Moscow *to meet* Putin"
            return means
    return _factuality(trigger)


def carried(noun: Token, support: Token) -> Factuality:
    """What is said of the event of a noun by the verb that lends it its subject: "*negotiated* a purchase"."""
    fact = factuality(support)
    effect = effects()["objects"].get(support.lemma_.lower()) if noun.dep_ == "dobj" else None
    if fact.modality != "asserted" or effect not in get_args(Modality):
        return fact
    return replace(fact, modality=cast("Modality", effect))


def _shared(noun: Token) -> Modality:
    """ "will fund *a search*": what is not known yet is as real as the clause that tells of it."""
    clause = noun
    while clause.dep_ in ("pobj", "prep", "dobj", "nsubjpass", "conj") and clause.pos_ != "VERB":
        clause = clause.head
    if noun.pos_ != "NOUN" or clause.pos_ != "VERB" or is_definite(noun):
        return "asserted"
    return _own_modality(clause)


def _factuality(trigger: Token) -> Factuality:
    negative = _negated(trigger) or _called_off(trigger)
    modality = _own_modality(trigger)
    found: list[str] = [modality] if modality == "planned" and _has_modal(trigger) else []
    for governor, dep in _path(trigger):
        effect = _effect(governor, dep)
        found.append(effect if effect and _is_own(governor, dep, effect) else "")
        if effect in ("negated", "denied") or (dep == "acl" and _called_off(governor)):
            negative = True
        negative = negative or (dep in ("xcomp", "dobj", "pcomp") and (_negated(governor) or _is_not_so(governor)))
        if effect == "threatened" or (effect in get_args(Modality) and modality == "asserted"):
            modality = "planned" if effect == "threatened" else cast("Modality", effect)
        if modality == "asserted" and _occurs(governor, dep):
            whole = factuality(governor)
            modality = whole.modality
            negative = negative or (dep in ("dobj", "nsubjpass") and whole.polarity == "negative")
    if modality == "asserted":
        modality = _shared(trigger)
    return Factuality("negative" if negative else "positive", modality, _stance(found, negative=negative))


def _is_own(governor: Token, dep: str, effect: str) -> bool:
    """True where a governor tells the will of the one who would act: not for "without", nor who arranges a meeting."""
    if governor.pos_ == "ADP" or governor.lower_ in effects()["ahead"]:
        return False
    return effect == "negated" or dep not in ("dobj", "nsubjpass")


def _stance(effects_: list[str], *, negative: bool) -> Stance | None:
    """What the effects say of the will of the one who would act."""
    if "threatened" in effects_:
        return "threatened"
    if "negated" in effects_ or (negative and "planned" in effects_):
        return "refused"
    return "intended" if "planned" in effects_ else None


def act(type_: str, stance: Stance | None) -> str:
    """The PLOVER type of an act of this type, or of the intent, refusal or threat to do it."""
    kind = effects()["acts"].get(type_)
    if stance == "refused":
        return "REJECT" if kind == "cooperative" else type_
    if stance is None or kind is None:
        return type_
    return "THREATEN" if kind == "hostile" or stance == "threatened" else "AGREE"


def is_demanded(verb: Token) -> bool:
    """True for "must withdraw" and "should be ready"."""
    return _own_modality(verb) == "demanded" and not _negated(verb)


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in effects()["modals"] for child in verb.children)


def _path(trigger: Token) -> list[tuple[Token, str]]:
    """The governors whose words may change what is said, upwards to the clause that reports it or states more."""
    found = []
    below = trigger
    for governor, dep in clauses.governors(trigger):
        if not _passes(below, governor, dep, first=below == trigger):
            break
        found.append((governor, _ASIDE if _is_aside(below, governor) else dep))
        if dep == "ccomp" or (below.pos_ in ("NOUN", "PROPN") and governor.pos_ == "VERB"):
            break
        below = governor
    return found


def _passes(below: Token, governor: Token, dep: str, *, first: bool) -> bool:
    """True where what holds for the governor holds for the word below it."""
    if dep in ("xcomp", "ccomp", "pcomp"):
        return True
    if dep in ("acl", "relcl"):
        return below.tag_ == "VB"
    if dep == "pobj":
        return governor.lower_ in ("for", "of", "in", "to", "against", "on", "without") or governor.lower_ in OCCASIONS
    if dep == "prep":
        return governor.pos_ in ("VERB", "NOUN", "ADJ") or governor.lower_ in effects()["ahead"]
    return first and dep in ("dobj", "nsubj", "nsubjpass")


def _is_aside(below: Token, governor: Token) -> bool:
    """True for "*In* a call with Rutte, he urged …" and "urged restraint *in* a call", not for "succeeded *in* …"."""
    if below.lower_ not in OCCASIONS or below.pos_ == "VERB" or governor.pos_ != "VERB":
        return False
    apart = below.lower_ not in ("in", "on", "at") or below.i < governor.i
    return apart or any(child.dep_ in ("dobj", "ccomp", "nsubjpass") for child in governor.children)


def _effect(governor: Token, dep: str) -> str | None:
    if dep == _ASIDE:
        return _own_modality(governor) if _has_modal(governor) else None
    kind = "nouns" if governor.pos_ in ("NOUN", "PROPN") else "verbs"
    lemma = governor.lemma_.lower()
    if governor.pos_ == "ADP":
        kept = lemma == "from" and effects()["from"].get(governor.head.lemma_.lower())
        return "negated" if kept or lemma == "without" else None
    if lemma in effects()["ahead"]:
        return effects()["ahead"][lemma]
    effect = effects()[kind].get(lemma)
    if dep in ("dobj", "nsubjpass", "nsubj") and kind == "verbs":
        effect = effects()["objects"].get(lemma, effect) if dep != "nsubj" else effect
        if effect == "planned" and lemma in effects()["objects"]:
            return effect
        return effect if effect in ("negated", "demanded", "hypothetical", "denied") and dep != "nsubj" else None
    if dep in ("pobj", "prep") and kind == "verbs" and effect == "planned":
        return None
    if (
        dep == "ccomp"
        and effect in ("demanded", "planned")
        and governor.lemma_ in ("tell", "warn", "announce", "insist")
    ):
        return None
    return effect


def _occurs(governor: Token, dep: str) -> bool:
    """True where a governor's own tense and modals hold for what depends on it."""
    if dep == "xcomp":
        return True
    return dep in ("dobj", "nsubj", "nsubjpass") and governor.lemma_.lower() in effects()["occurrence"]


def _own_modality(verb: Token) -> Modality:
    """The modality that auxiliaries and conjunctions of a verb's own clause give it."""
    if verb.pos_ not in ("VERB", "AUX"):
        return _modified(verb)
    if _questioned(verb):
        return "questioned"
    if _conditional(verb):
        return "hypothetical"
    if _is_imperative(verb):
        return "demanded"
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ == verb.head.tag_:
        return _own_modality(verb.head)
    if _is_future_in_past(verb, auxiliaries) or _is_on_the_way(verb):
        return "planned"
    for word in auxiliaries:
        if word in effects()["modals"]:
            return cast("Modality", effects()["modals"][word])
    if "to" in auxiliaries and not _controlled(verb):
        return "asserted" if _is_of_a_first(verb) else "planned"
    return "planned" if _is_on_plan(verb) else "asserted"


def _modified(noun: Token) -> Modality:
    """ "a *planned* trip", "*possible* talks"."""
    return cast("Modality", next((effect for effect in _modifiers(noun) if effect in get_args(Modality)), "asserted"))


def _modifiers(noun: Token) -> list[str | None]:
    return [effects()["modifiers"].get(child.lower_) for child in noun.lefts if child.dep_ in ("amod", "det")]


def _called_off(noun: Token) -> bool:
    """ "a meeting, *which was cancelled*", "the *cancelled* meeting"."""
    return "negated" in _modifiers(noun) or (
        noun.pos_ == "NOUN"
        and any(
            child.dep_ in ("relcl", "acl") and clauses.is_passive(child) and _effect(child, "nsubjpass") == "negated"
            for child in noun.rights
        )
    )


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
    singled = any(child.lower_ in effects()["ranks"] or child.tag_ == "JJS" for child in verb.head.lefts)
    return verb.dep_ in ("acl", "relcl") and singled and _own_modality(verb.head.head) == "asserted"


def _is_expressed(verb: Token) -> bool:
    """ "I would like *to thank* …": whoever says so does it."""
    wish = verb.head
    if verb.lemma_.lower() not in effects()["expressive"] or verb.dep_ != "xcomp":
        return False
    own = any(child.dep_ == "nsubj" and child.lower_ in ("i", "we") for child in wish.children)
    return wish.lemma_ == "like" or (own and wish.lemma_ in ("want", "wish"))


def _is_on_plan(verb: Token) -> bool:
    """ "will talk *when they meet*": when a plan comes true."""
    when = any(child.dep_ in ("mark", "advmod") and child.lower_ in effects()["times"] for child in verb.children)
    return (
        when and verb.dep_ == "advcl" and verb.tag_ in ("VBZ", "VBP", "VBD") and _own_modality(verb.head) == "planned"
    )


def _questioned(verb: Token) -> bool:
    return verb.dep_ == "ROOT" and verb.sent.text.rstrip(" \n\"”'’").endswith("?")


def _is_not_so(adjective: Token) -> bool:
    """ "was *not comfortable* meeting reporters"."""
    return adjective.pos_ == "ADJ" and adjective.dep_ == "acomp" and _negated(adjective.head)


def _comes_late(verb: Token) -> bool:
    """ "did *not* sign *until* June" has signed."""
    past = any(child.dep_ == "aux" and child.lower_ == "did" for child in verb.children)
    return past and any(child.dep_ == "prep" and child.lower_ == "until" for child in verb.children)


def _negated(token: Token) -> bool:
    """ "did not meet", "held no talks", "nobody spoke", "without meeting"."""
    words = effects()["adverbs"]
    if _comes_late(token):
        return False
    for child in token.children:
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "det", "nsubj", "preconj", "cc") and child.lower_ in words):
            return child.dep_ != "cc" or child.lower_ == "nor"
        if child.lower_ == "longer" and any(word.lower_ == "no" for word in child.children):
            return True
        if child.dep_ in ("dobj", "nsubj", "nsubjpass") and any(
            t.dep_ == "det" and t.lower_ in ("no", "neither") for t in child.children
        ):
            return True
    return False
