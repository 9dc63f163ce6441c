"""Events: the frames of the lexicon, matched on the parse, with those who take part in which role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction import clauses, phrases
from graph.extraction.attribution import reporting_verb, reports
from graph.extraction.circumstances import is_motion, where
from graph.extraction.concern import behind, concerned
from graph.extraction.factuality import factuality, is_demanded
from graph.extraction.match import ACTORS, Match, Part, is_of_kind
from graph.extraction.slots import Slots, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from graph.extraction.coreference import Coreference
    from graph.extraction.lexicon import Frame, Kind, Lexicon

_AMOUNTS = ("QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "ORDINAL")
_COPULAS = frozenset("be have do become seem appear remain get let need".split())


_WHEN = frozenset("after before since when while".split())
DEMAND = "urged"  # the predicate of a demand that a statement makes
ADDRESS = "spoke_to"  # the predicate of words that are told as well


class Matcher:
    """Finds the events of a sentence."""

    def __init__(self, lexicon: Lexicon, coreference: Coreference) -> None:
        self.lexicon = lexicon
        self.coreference = coreference
        self._demand = next(unit.frame for unit in lexicon.verbs["urge"] if unit.frame.predicate == DEMAND)
        self._address = next(unit.frame for unit in lexicon.verbs["speak"] if unit.frame.predicate == ADDRESS)
        self._acts = lexicon.happenings.union(lexicon.nouns)
        self._abstract = self._acts | lexicon.abstract

    def matches(self, sentence: Tokens) -> Iterator[Match]:
        """Events in the order of their triggers; at most one a word, and none for a verb that only lends support."""
        found = {token.i: match for token in sentence if (match := self._match(token)) is not None}
        carried = {word.i for match in found.values() for word in _carried(match)}
        of_others = {i: _among(found[i]) for i in carried if i in found and _is_of_others(found[i])}
        free = {i: of_others.get(i, match) for i, match in found.items() if i not in carried or i in of_others}
        lending = {verb.i for match in free.values() for verb in _lending(match)}
        events = [match for i, match in free.items() if i not in lending or match.slots.words]
        matches = [self._with_speaker(self._as_demand(self._with_party(match))) for match in events]
        typed = {match.slots.token.i for match in matches if match.frame is not None and match.type != "STATEMENT"}
        kept = [match for match in matches if not (_is_content(match, typed) or _is_announcement(match, matches))]
        yield from (self._with_things(self._with_concerned(match, matches)) for match in kept)

    def _with_things(self, match: Match) -> Match:
        """ "bought *aircraft* from Airbus", "announced *a new phone*": what an act is done with or to besides."""
        if match.frame is None or not match.slots.is_verb:
            return match
        parts = (*match.actors, *match.recipients, *match.concerned, *match.instruments)
        objects = [t for t in clauses.objects(match.slots.token) if t not in match.slots.words and t.pos_ != "PRON"]
        things = self._concrete(self._parts(objects, {id(part.referent) for part in parts}, kind=None))
        return replace(match, things=tuple(part for part in things if part.referent.type == "other"))

    def _as_demand(self, match: Match) -> Match:
        """ "said that *Libya must* hand over …" is a demand on Libya."""
        if match.predicate == "spoke_with" and self._is_address(match.slots.token):
            return replace(match, frame=self._address)
        if match.type != "STATEMENT":
            return match
        taken = {id(part.referent) for part in match.actors}
        for verb in match.topic:
            on = self._parts(clauses.subjects(verb), taken, kind="actor") if is_demanded(verb) else ()
            if on:
                return replace(match, frame=self._demand, recipients=on)
        return match

    def _with_speaker(self, match: Match) -> Match:
        """ "*Putin* said that Russia will not lift …": who speaks for a country intends and refuses with it."""
        told = match.frame is not None and match.type != "STATEMENT" and not match.frame.reciprocal
        verb = reporting_verb(match.slots.clause, self.lexicon) if told else None
        if verb is None or factuality(match.slots.token).stance is None:
            return match
        countries = {
            part.referent.country for part in match.actors if part.referent.type in ("country", "organization")
        }
        taken = {id(part.referent) for part in (*match.actors, *match.recipients)}
        speakers = self._parts(clauses.subjects(verb), taken, kind="actor")
        own = tuple(part for part in speakers if part.referent.country and part.referent.country in countries)
        return replace(match, actors=(*match.actors, *own))

    def _is_address(self, verb: Token) -> bool:
        """ "*Speaking to* a radio station, she said …" is no contact of its own."""
        told = verb.tag_ == "VBG" and verb.dep_ == "advcl" and reports(verb.head, self.lexicon)
        return told and bool(clauses.prepositional(verb, "to"))

    def _with_party(self, match: Match) -> Match:
        """ "An accord was reached with Mali, *the rebels* said": who names only the other party is one himself."""
        verb = match.slots.support
        untold = match.frame is not None and match.frame.reciprocal and match.recipients and not match.actors
        if verb is None or not untold or not clauses.is_passive(verb) or clauses.subjects(verb):
            return match
        said = reporting_verb(verb, self.lexicon)
        taken = {id(part.referent) for part in match.recipients}
        speakers = self._parts(clauses.subjects(said), taken, kind="actor") if said is not None else ()
        return replace(match, actors=tuple(part for part in speakers if part.referent.sector not in (None, "MED")))

    def _with_concerned(self, match: Match, others: list[Match]) -> Match:
        if match.frame is None or match.mutual or match.type == "STATEMENT":
            return match
        if not match.recipients:
            found = concerned(match, others, self.coreference)
            return replace(match, recipients=found) if _are_behind(match, found) else replace(match, concerned=found)
        if all(part.referent.type == "other" for part in match.recipients):
            return replace(match, concerned=behind(match, self.coreference))
        return match

    def _match(self, token: Token) -> Match | None:
        """The first frame that holds, else a plain event for a verb or a noun that names something that happens."""
        if token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            return None
        known = False
        for unit, words in units(token, self.lexicon):
            known = True
            if _is_phrasal(token, words):
                continue
            match = self._fill(unit.frame, Slots(token, words, self.lexicon))
            if match is not None and self._is_forced(token):
                break
            if match is not None:
                return match
        slots = Slots(token, [], self.lexicon)
        if token.pos_ == "NOUN" and (known or token.lemma_.lower() in self.lexicon.happenings):
            return self._plain(slots, ("possessor", "by", "modifier"), ("of", "for", "with", "to", "from", "between"))
        if token.pos_ == "VERB" and token.lemma_.lower() not in _COPULAS and token.dep_ not in ("amod", "aux"):
            return self._plain(slots, *self._verb_slots(slots))
        return None

    def _verb_slots(self, slots: Slots) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who acts and to whom it is done, of a verb without a frame: "*The plane* crashed" is done to the plane."""
        if slots.lemma in self.lexicon.unaccusative and not slots.fill("object") and not slots.fill("clause"):
            return (), ("subject",)
        return ("subject",), () if clauses.is_naming(slots.token) else ("object", "indirect")

    def _is_forced(self, verb: Token) -> bool:
        """ "A *typhoon* struck the coast", "*Dorian* left the islands": what has no will does none of the types."""
        return verb.pos_ == "VERB" and any(
            any(word.lemma_.lower() in self.lexicon.forces for word in (token, *token.lefts))
            or self._is_named_force(token)
            for token in clauses.subjects(verb)
        )

    def _is_named_force(self, token: Token) -> bool:
        return any(referent.named and referent.type == "other" for referent in self.coreference.resolve(token))

    def _fill(self, frame: Frame, slots: Slots) -> Match | None:
        """The frame with its roles filled; None where it does not hold."""
        taken: set[int] = set()
        actors = self._role(slots, frame.actor, taken, kind=frame.actor_kind or "actor")
        if not actors and frame.type != "CONSULT":  # a thing may strike for its owner, but it meets nobody
            actors = self._owners(slots, frame.actor, taken)
        recipients = self._role(
            slots, frame.recipient, taken, kind=frame.recipient_kind, doers=frame.recipient_kind is None
        )
        if not recipients and (frame.reciprocal or frame.recipient_kind == "media"):
            recipients = self._parts(slots.behind_object("with"), taken, kind=frame.recipient_kind or "actor")
        if not recipients and slots.undergoing is not None and not slots.fill("between"):
            recipients = self._parts(slots.undergoer(), taken, kind="actor")
        if _is_headline_passive(frame, slots):
            actors, recipients = (), actors
        if frame.type == "CONSULT":
            actors = (*actors, *self._leaders(actors, taken))
        mutual = frame.reciprocal and not recipients and len({id(part.referent) for part in actors}) > 1
        if not self._holds(frame, slots, actors, recipients, mutual):
            return None
        instruments = self._role(slots, frame.instrument, set())
        topic = next((t for slot in frame.topic if (t := slots.fill(slot) or slots.behind_object(slot))), [])
        taken_words = {part.token.i for part in (*actors, *recipients)}
        topic = [token for token in topic if token.i not in taken_words]
        return Match(slots, frame, actors, recipients, instruments, tuple(topic), mutual)

    def _leaders(self, parts: tuple[Part, ...], taken: set[int]) -> tuple[Part, ...]:
        """ "A delegation led by *Witkoff* met …": who leads those who talk talks himself."""
        below = [verb for part in parts for verb in part.token.rights if verb.dep_ == "acl" and verb.tag_ == "VBN"]
        leaders = [t for verb in below if verb.lemma_ in ("lead", "head") for t in clauses.subjects(verb)]
        return self._parts(leaders, taken, kind="actor")

    def _holds(
        self, frame: Frame, slots: Slots, actors: tuple[Part, ...], recipients: tuple[Part, ...], mutual: bool
    ) -> bool:
        if frame.actor_kind and not actors:
            return False
        if frame.recipient_kind and slots.is_verb and clauses.is_naming(slots.token):
            return False
        if frame.recipient_kind == "person" and slots.is_verb and not _is_first(recipients, slots.fill("object")):
            return False
        if frame.type == "CONSULT" and any(part.token.lower_ == "it" for part in recipients):
            return False
        if frame.recipient[:1] == ("object",) and not slots.words and _is_reflexive(slots):
            return False
        if (frame.intransitive and slots.fill("object")) or not all(slots.fill(slot) for slot in frame.requires):
            return False
        if frame.topic_kind and not any(self._is_act(token) for slot in frame.topic for token in slots.fill(slot)):
            return False
        if frame.type == "THREATEN" and self._is_forecast(frame, slots):
            return False
        # "launched strikes on targets": who acts is enough
        carried = slots.support is not None and actors and frame.recipient_kind != "media"
        if frame.recipient_kind and not (recipients or mutual or carried):
            return False
        return bool(actors or recipients)

    def _is_act(self, word: Token) -> bool:
        """ "offered *to mediate*", "offered *talks*", "supported the *resolution*"."""
        lemma = word.lemma_.lower()
        act = lemma in self.lexicon.nouns or lemma in clauses.SUMMARY or phrases.is_abstract(word)
        return word.pos_ in ("VERB", "AUX") or (word.pos_ == "NOUN" and act)

    def _is_forecast(self, frame: Frame, slots: Slots) -> bool:
        """ "warned of *floods*", "a *storm* warning": the weather threatens, and nobody else."""
        about = [*slots.words, *(token for slot in frame.topic for token in slots.fill(slot)), slots.token]
        words = (word for token in about for word in (token, *token.lefts) if word != slots.token)
        return any(word.lemma_.lower() in self.lexicon.forces for word in words)

    def _role(
        self, slots: Slots, names: Iterable[str], taken: set[int], *, kind: Kind | None = None, doers: bool = True
    ) -> tuple[Part, ...]:
        """Those in the first slot that somebody of the kind fills, else, if any kind will do, something.

        ``doers``: an act in the slot stands for who did it.
        """
        for wanted in (kind,) if kind is not None else ("actor", None):
            for name in names:
                tokens = slots.fill(name)
                parts = self._parts(tokens, taken, kind=wanted, denoted=name == "modifier", doers=doers)
                if parts:
                    return parts
        return ()

    def _owners(self, slots: Slots, names: Iterable[str], taken: set[int]) -> tuple[Part, ...]:
        """ "*Syrian* missiles struck …": what belongs to somebody acts for him."""
        for token in (token for name in names for token in slots.fill(name)):
            mention = self.coreference.mentions.at(token)
            if mention is not None and mention.office_of is not None and mention.type == "other":
                owner = self.coreference.referents.of_name(mention.office_of)
                if id(owner) not in taken:
                    taken.add(id(owner))
                    return (Part(owner, token),)
        return ()

    def _parts(
        self,
        tokens: Iterable[Token],
        taken: set[int],
        *,
        kind: Kind | None,
        denoted: bool = False,
        doers: bool = True,
    ) -> tuple[Part, ...]:
        """Whom the words stand for, none of them twice and none who already has a role; ``taken`` is added to."""
        parts: dict[int, Part] = {}
        for token in tokens:
            if token.ent_type_ in _AMOUNTS and not phrases.is_age(token):
                continue
            for part in self._stand_for(token, denoted=denoted, doers=doers):
                referent = part.referent
                thing = kind is None and not phrases.is_owned(part.token)
                if id(referent) not in taken and (thing or is_of_kind(referent, kind)):
                    parts.setdefault(id(referent), part)
        taken.update(parts)
        return tuple(parts.values())

    def _stand_for(self, token: Token, *, denoted: bool, doers: bool = True) -> Iterator[Part]:
        if denoted:
            name = self.coreference.mentions.denoted(token)
            if name is not None:
                yield Part(self.coreference.referents.of_name(name), token)
            return
        done_by = self._doers_of(token) if doers else []
        if done_by:
            yield from done_by
            return
        yield from (Part(referent, word) for referent, word in self.coreference.members(token))

    def _doers_of(self, token: Token) -> list[Part]:
        """ "A *Russian* drone attack killed …": where an act acts, whoever did it."""
        if (
            token.pos_ != "NOUN"
            or token.lemma_.lower() not in self.lexicon.nouns
            or self.coreference.mentions.named(token)
        ):
            return []
        if token.i in self.coreference.mentions.roles:
            return []
        slots = Slots(token, [], self.lexicon)
        words = [*slots.fill("possessor"), *slots.fill("by"), *slots.fill("modifier")]
        named = [word for word in words if self.coreference.mentions.denoted(word) is not None]
        doers = named[:1] or slots.fill("between")
        return [part for word in doers for part in self._stand_for(word, denoted=bool(named))]

    def _plain(self, slots: Slots, actor: tuple[str, ...], recipient: tuple[str, ...]) -> Match | None:
        """An event of a word that has no frame, if anybody or anything takes part in it."""
        taken: set[int] = set()
        everything = [self._role(slots, names, taken, doers=False) for names in (actor, recipient)]
        actors, recipients = (self._without_places(slots, self._concrete(parts)) for parts in everything)
        if not recipients and not (slots.is_verb and slots.fill("object")) and not slots.fill("clause"):
            actors, recipients = _by_will(actors)
        somebody = any(part.referent.named or part.referent.type in ACTORS for part in (*actors, *recipients))
        holds = somebody or (_is_told(slots.token) and any(everything)) or self._is_spoken_of(slots)
        return Match(slots, None, actors, recipients) if holds else None

    def _is_spoken_of(self, slots: Slots) -> bool:
        """ "*The accident* delayed the launch": a happening that the text takes for known, whoever took part."""
        noun = slots.token
        happens = slots.is_verb or noun.lemma_.lower() in self.lexicon.happenings
        known = not slots.is_verb and noun.dep_ in ("nsubj", "nsubjpass", "pobj") and phrases.is_definite(noun)
        return happens and (known or bool(where(slots, self.coreference)))

    def _concrete(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Without what is itself an act or a quality: "won *the contest*" has the winner alone."""
        return tuple(
            part
            for part in parts
            if part.referent.type != "other" or part.referent.named or not self._is_abstract(part.token)
        )

    def _without_places(self, slots: Slots, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Without where it happens: "a flight to *Oslo*", "the *Geneva* conference"."""
        if slots.is_verb:
            return parts
        kinds = ("place", "country") if is_motion(slots.token) else ("place",)
        return tuple(part for part in parts if part.referent.type not in kinds)

    def _is_abstract(self, noun: Token) -> bool:
        lemma = noun.lemma_.lower()
        return lemma in self._abstract or (phrases.is_abstract(noun) and lemma not in self.lexicon.concrete)


def _by_will(actors: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Who acts, and what only undergoes: "*the jet* landed", "*its* launch"."""
    things = tuple(part for part in actors if part.referent.type == "other")
    return tuple(part for part in actors if part not in things), things


def _is_first(parts: tuple[Part, ...], objects: Sequence[Token]) -> bool:
    """True unless something else is the object before them: "received *the nomination*, over Perkins"."""
    return not objects or not parts or parts[0].token == objects[0]


def _is_told(token: Token) -> bool:
    """True for a word of which the sentence makes a point, and not only a detail of something else."""
    if token.pos_ != "VERB":
        return token.dep_ != "pobj"
    finite = token.tag_ != "VB" or any(child.tag_ in ("MD", "VBD", "VBZ", "VBP") for child in token.children)
    return token.dep_ == "xcomp" or (finite and token.dep_ != "acl")


def _is_phrasal(verb: Token, words: list[Token]) -> bool:
    """ "called *on* them": with a particle that the unit does not have it is another verb."""
    return any(child.dep_ == "prt" and child not in words for child in verb.children)


def _is_content(match: Match, typed: set[int]) -> bool:
    """A plain verb that only says what is agreed, refused or demanded: "agreed to *set up* hospitals"."""
    if match.frame is not None or not match.slots.is_verb:
        return False
    for governor, dep in clauses.governors(match.slots.token):
        if dep == "pcomp":
            return governor.head.i in typed and governor.lower_ not in _WHEN
        if dep == "acl":
            return match.slots.token.tag_ == "VB" and bool({governor.i, governor.head.i} & typed)
        return governor.i in typed and dep in ("xcomp", "advcl", "ccomp")
    return False


def _is_announcement(match: Match, others: list[Match]) -> bool:
    """ "*said* that it will withdraw": what somebody says that he will do, or will not, is the act itself."""
    if match.type != "STATEMENT" or match.recipients:
        return False
    speakers = {id(part.referent) for part in match.actors}
    told = {verb.i for verb in match.slots.fill("clause")}
    return any(
        other.slots.token.i in told
        and other.frame is not None
        and speakers.intersection(id(part.referent) for part in other.actors)
        and factuality(other.slots.token).stance is not None
        for other in others
    )


def _carried(match: Match) -> list[Token]:
    """The further words of a verb, which are no events of their own: "held *talks*"."""
    return match.slots.words if match.slots.is_verb else []


def _is_of_others(match: Match) -> bool:
    """True for what goes on between others than the verb's subject: "hosted *talks* between A and B"."""
    reciprocal = match.frame is not None and match.frame.reciprocal and not match.slots.is_verb
    return reciprocal and bool(match.slots.fill("between")) and len(_among(match).actors) > 1


def _among(match: Match) -> Match:
    """A match whose recipients act on each other, and not its actor on them."""
    return match if match.mutual else replace(match, actors=match.recipients, recipients=(), mutual=True)


def _are_behind(match: Match, parts: tuple[Part, ...]) -> bool:
    """ "sent a letter asking for observers *to* Guterres", where the parser hung the recipient on a clause between."""
    frame, below = match.frame, {t.i for t in match.slots.token.subtree}
    sent = frame is not None and frame.mode == "letter" and bool(match.actors)
    heads = [part.token.head if part.token.dep_ == "compound" else part.token for part in parts]
    return sent and bool(parts) and all(t.i in below and t.head.lower_ == "to" for t in heads)


def _is_reflexive(slots: Slots) -> bool:
    """ "challenged *himself*", "defended *themselves*": an act on nobody else."""
    return slots.is_verb and any(
        child.lower_.endswith(("self", "selves")) and child.dep_ == "dobj" for child in slots.token.children
    )


def _lending(match: Match) -> Iterator[Token]:
    """The verb that lends an event its own subject, and so says nothing else: "*launched* an attack"."""
    verb = match.slots.support
    if (
        verb is not None
        and match.frame is not None
        and any(part.token in match.slots.lent_by(verb) for part in match.actors)
    ):
        yield verb


def _is_headline_passive(frame: Frame, slots: Slots) -> bool:
    """ "Putin accused of lying": no object, though the verb needs one, and the preposition that follows an object."""
    token = slots.token
    return (
        slots.is_verb
        and token.tag_ in ("VBD", "VBN")
        and frame.recipient[:1] == ("object",)
        and not token.sent.text.rstrip().endswith((".", "!", "?", "”", '"', "’"))
        and not clauses.is_passive(token)
        and not clauses.objects(token)
        and not any(child.dep_ in ("aux", "ccomp", "xcomp") for child in token.children)
        and any(slots.fill(slot) for slot in frame.topic if slot in ("of", "for"))
    )
