"""Factuality: whether a sentence says that something happened, or that it is planned, demanded, possible or denied.

`modality` tells what the event's own words make of it, `governing` what those above it do, `negation` what is not so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from graph.extraction import clauses
from graph.extraction.effects import effects
from graph.extraction.governing import called_off, effect, governing, is_expressed, is_modality, is_own, occurs
from graph.extraction.hearsay import hearsay
from graph.extraction.modality import has_modal, own_modality
from graph.extraction.negation import (
    falls_short,
    is_nobody,
    is_not_believed,
    is_not_so,
    is_untrue,
    negated,
    undone,
)
from graph.extraction.phrases import is_definite
from graph.extraction.tokens import remembered

if TYPE_CHECKING:
    from graph.extraction.tokens import Token
    from graph.model import Modality, Polarity

Stance = Literal["intended", "refused", "threatened"]


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether an event is said to have happened, and in which manner it is spoken of.

    ``stance``: what the one who would do it makes of it, if that is said: intends, refuses or threatens to.
    """

    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    stance: Stance | None = None


@remembered
def factuality(trigger: Token) -> Factuality:
    """What the sentence says about the event whose trigger is this verb or noun."""
    if is_expressed(trigger):
        return Factuality()
    if clauses.is_purpose(trigger):
        means = factuality(trigger.head)
        if means.polarity == "negative":  # "will not fly to Moscow *to meet* Putin"
            return means
    fact = _factuality(trigger)
    before = _said_before(trigger) if fact == Factuality() and trigger.pos_ == "NOUN" else None
    return replace(factuality(before), stance=None) if before is not None else fact


def carried(noun: Token, support: Token) -> Factuality:
    """What is said of the event of a noun by the verb that lends it its subject: "*negotiated* a purchase"."""
    fact, own = factuality(support), factuality(noun)
    if own.polarity == "negative" and fact.polarity == "positive":  # "*brought* production to a halt"
        return replace(own, stance=fact.stance)
    return replace(fact, modality=own.modality) if fact.modality == "asserted" and own.modality != "denied" else fact


def _factuality(trigger: Token) -> Factuality:
    negative = negated(trigger) or called_off(trigger) or falls_short(trigger)
    modality = own_modality(trigger)
    found: list[str] = [modality] if modality == "planned" and has_modal(trigger) else []
    noun = trigger if trigger.pos_ == "NOUN" else None
    for governor, dep in governing(trigger):
        does = effect(governor, dep, noun)
        unsaid = undone(governor) if dep in ("xcomp", "dobj", "pcomp", "ccomp") else None
        if unsaid is not None:
            modality = cast("Modality", unsaid) if modality in ("asserted", "planned", "demanded") else modality
            break
        found.append(does if does and is_own(governor, dep, does) else "")
        negative = negative or does in ("negated", "denied") or _is_denied(governor, dep)
        if does == "threatened" or (is_modality(does) and modality == "asserted"):
            modality = "planned" if does == "threatened" else cast("Modality", does)
        if modality == "asserted" and occurs(governor, dep):
            whole = factuality(governor)
            modality = whole.modality
            negative = negative or (dep in ("dobj", "nsubjpass") and whole.polarity == "negative")
    if modality == "asserted":
        modality = hearsay(trigger) or _shared(trigger)
        negative = negative or modality == "denied"
    return Factuality("negative" if negative else "positive", modality, _stance(found, negative=negative))


def _said_before(noun: Token) -> Token | None:
    """ "cancelled the *visit*, as the visit would cost too much": what the sentence names again, if it is not so."""
    alone = [child.lower_ for child in noun.children] in (["the"], ["that"], ["this"])
    earlier = noun.doc[noun.sent.start : noun.i] if alone else ()
    same = (t for t in earlier if t.lemma_ == noun.lemma_ and t.pos_ == "NOUN")
    return next((t for t in same if factuality(t).polarity == "negative"), None)


def _shared(noun: Token) -> Modality:
    """ "will fund *a search*", "expects *sales* to rise": what is not known yet is as real as what is told of it."""
    clause = noun
    while clause.dep_ in ("pobj", "prep", "dobj", "nsubjpass", "conj") and clause.pos_ != "VERB":
        clause = clause.head
    if noun.pos_ != "NOUN" or is_definite(noun):
        return "asserted"
    if clause.dep_ == "nsubj" and clause.head.tag_ == "VB" and clause.head.dep_ == "ccomp":
        return factuality(clause.head).modality
    return own_modality(clause) if clause.pos_ == "VERB" else "asserted"


def _is_denied(governor: Token, dep: str) -> bool:
    """ "did *not* manage to meet", "*no* plan to meet", "talks *that were cancelled* to …"."""
    if dep in ("acl", "relcl"):
        return negated(governor) or is_nobody(governor) or (dep == "acl" and called_off(governor))
    if dep == "ccomp":
        return is_untrue(governor) or is_not_believed(governor)
    if dep == "prep":  # "had no intention of meeting"
        return governor.pos_ == "NOUN" and bool(effects()["nouns"].get(governor.lemma_.lower())) and negated(governor)
    return dep in ("xcomp", "dobj", "pcomp") and (negated(governor) or is_not_so(governor))


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
    return own_modality(verb) == "demanded" and not negated(verb)
