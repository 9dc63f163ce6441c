"""Writes what was found in one article down as a `Record`: entities, events and claims with ids and offsets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.extraction import attribution, governors, phrases, prepositions, relatives, subject_matter
from graph.extraction.circumstances import setting, when, when_reported, where
from graph.extraction.confidence import weights
from graph.extraction.edges import edges
from graph.extraction.factuality import act, carried, factuality
from graph.extraction.features import ABOUT, OFFICE, manner, roles
from graph.extraction.match import ACTORS, OTHER, Match, Part
from graph.extraction.retold import Telling, dated
from graph.extraction.spheres import is_private
from graph.linking.identity import identify
from graph.model import Claim, Entity, Event, Participant, Record, Span
from graph.names import digest
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extraction.coreference import Coreference
    from graph.extraction.features import Features
    from graph.extraction.lexicon import Lexicon
    from graph.extraction.mentions import Mention
    from graph.extraction.narrative import Narrative
    from graph.extraction.referents import Referent
    from graph.extraction.relations import Relation
    from graph.extraction.tokens import Doc, Token
    from graph.extraction.tokens import Span as Tokens
    from graph.model import Modality, Role, TimeSpan

_GATHERINGS = wordlist("gatherings")
_TOGETHER = ("AGREE", "CONSULT", "COOPERATE")


class Writer:
    """Collects the events and claims of one article, and the features of each by its id."""

    def __init__(
        self,
        article: str,
        text: str,
        sentences: Sequence[Tokens],
        coreference: Coreference,
        lexicon: Lexicon,
        narrative: Narrative,
    ) -> None:
        self.article = article
        self.sentences = sentences
        self.narrative = narrative
        self.coreference = coreference
        self.lexicon = lexicon
        self.features: dict[str, Features] = {}
        self._weights = weights()
        self._events: dict[str, Telling] = {}
        self._claims: dict[str, Claim] = {}
        self._used: dict[int, Referent] = {}
        self._ids: dict[int, str] = {}
        self._text = text
        self._takers: list[tuple[Referent, Mention]] = []  # who takes part, by which words

    def event(self, match: Match, sentence: int, times: Mapping[int, TimeSpan]) -> None:
        """Add an event with its claims."""
        trigger = match.slots.token
        fact = factuality(trigger) if match.slots.support is None else carried(trigger, match.slots.support)
        type_ = OTHER if is_private(match, self.lexicon) else act(match.type, fact.stance)
        places = where(match.slots, self.coreference, [part.token for part in match.recipients])
        source = attribution.source(match, self.coreference, self.lexicon)
        topics = subject_matter.named(match, self.coreference)
        self._link_relative(match)
        participants = self._everybody(match, places, topics)
        span = _span(trigger.doc, trigger.i, trigger.i + 1)
        id_ = "event:" + digest(self.article, span, type_, match.predicate, participants)
        found = manner(match, type_, fact)
        self.features[id_] = found | roles(match, match.actors, (*match.recipients, *match.concerned))
        event = Event(
            id=id_,
            type=type_,
            predicate=match.predicate,
            trigger=span,
            participants=participants,
            sentence=sentence,
            mode=match.frame.mode if match.frame is not None else None,
            place=self._id(places[0][1]) if places else None,
            time=when(match.slots, times, self.lexicon) or self._told(match, fact.modality, times),
            polarity=fact.polarity,
            modality=fact.modality,
            attributed_to=self._id(source) if source is not None else None,
            topic=subject_matter.wording(match.topic),
            confidence=self._weights.confidence(self.features[id_]),
        )
        self._events[event.id] = Telling(event, trigger, match.slots.words, self._text)
        for subject, predicate, obj in edges(match, topics):
            about = ABOUT if obj in topics else {}
            ends = roles(match, (subject,), (obj,))
            self._event_claim(event, subject.referent, predicate, obj.referent, found | ends | about)

    def _everybody(
        self, match: Match, places: Sequence[tuple[Token, Referent]], topics: Sequence[Part]
    ) -> tuple[Participant, ...]:
        """All who take part, once in each role and place of the text."""
        roles_: tuple[tuple[Role, Sequence[Part]], ...] = (
            ("actor", match.actors),
            ("recipient", (*match.recipients, *match.concerned, *_each_other(match))),
            ("instrument", match.instruments),
            ("place", [Part(referent, token) for token, referent in places]),
            ("other", (*match.things, *self._bystanders(match, places))),
            ("topic", topics),
        )
        return tuple(dict.fromkeys(part for role, parts in roles_ for part in self._participants(parts, role)))

    def _link_relative(self, match: Match) -> None:
        """Count "*who*" as a mention of the one in the match whom it stands for."""
        found = relatives.relative(match.slots.clause)
        for part in (*match.actors, *match.recipients) if found is not None else ():
            if found is not None and part.token == found[1]:
                pronoun = self.coreference.mentions.at(found[0])
                if pronoun is not None:
                    part.referent.add(pronoun)

    def _told(self, match: Match, modality: Modality, times: Mapping[int, TimeSpan]) -> TimeSpan | None:
        """The time of an event that no words of its own date: that of the report, or of what the article tells."""
        report = when_reported(match.slots, times, self.lexicon)
        if modality != "asserted":
            return self.narrative.open_time(match.slots, modality, since=report.begin if report else None)
        clause = setting(match.slots, self.lexicon)
        is_said = match.type == "STATEMENT" or attribution.is_with_words(governors.finite(clause), self.lexicon)
        return report or self.narrative.time(match.slots, clause, reports=is_said)

    def _bystanders(self, match: Match, places: Sequence[tuple[Token, Referent]]) -> list[Part]:
        """Those behind a verb's other prepositions: "sold it *to Qatar*", "flew *from London*"."""
        taken = {id(part.referent) for part in (*match.actors, *match.recipients, *match.concerned, *match.instruments)}
        taken |= {id(referent) for _, referent in places}
        topic = {token.i for token in match.topic}
        found = [
            Part(referent, token)
            for child in match.slots.token.children
            if child.dep_ in ("prep", "agent", "dative")
            for token in prepositions.behind(match.slots.token, child.lower_)
            if token.i not in topic and not self.coreference.mentions.is_region(token)
            for referent in self.coreference.resolve(token, acting=False)
            if id(referent) not in taken and _may_stand_by(referent, token)
        ]
        return list({id(part.referent): part for part in found}.values())

    def _event_claim(self, event: Event, subject: Referent, predicate: str, obj: Referent, found: Features) -> None:
        draft = Claim(
            id="",
            subject="",
            predicate=predicate,
            object="",
            sentence=event.sentence,
            event=event.id,
            polarity=event.polarity,
            modality=event.modality,
            attributed_to=event.attributed_to,
        )
        self._claim(subject, obj, draft, found)

    def relation(self, relation: Relation, sentence: int) -> None:
        """Add the claim of an office."""
        draft = Claim("", "", relation.predicate, "", sentence)
        self._claim(relation.subject, relation.object, draft, OFFICE)

    def _claim(self, subject: Referent, obj: Referent, draft: Claim, found: Features) -> None:
        """Complete a claim and keep it; a sentence claims the same edge of the same event once."""
        ends = self._id(subject), self._id(obj)
        if ends[0] != ends[1]:
            id_ = "claim:" + digest(self.article, draft.sentence, draft.event, ends[0], draft.predicate, ends[1])
            sure = self._weights.confidence(found)
            self._claims[id_] = replace(draft, id=id_, subject=ends[0], object=ends[1], confidence=sure)
            self.features[id_] = found

    def record(self) -> Record:
        """All of it; of what has no name, only those who take part in something."""
        self.coreference.referents.settle()
        for referent, mention in self._takers:
            referent.add(mention)
        for referent in self.coreference.referents.all():
            if referent.named and referent.mentions:
                self._id(referent)
        return Record(
            id=self.article,
            sentences=tuple(_span(self._doc, sentence.start, sentence.end) for sentence in self.sentences),
            entities=tuple(self._entities()),
            events=tuple(dated(list(self._events.values()))),
            claims=tuple(self._claims.values()),
        )

    def _entities(self) -> Iterator[Entity]:
        """One entity an id, in the order of first mention."""
        merged: dict[str, list[Referent]] = {}
        for referent in self._used.values():
            merged.setdefault(self._id(referent), []).append(referent)
        entities = [_entity(id_, referents, self._doc) for id_, referents in merged.items()]
        yield from sorted(entities, key=lambda e: (e.mentions[0].begin if e.mentions else 0, e.id))

    @property
    def _doc(self) -> Doc:
        return self.coreference.mentions.doc

    def _participants(self, parts: Iterable[Part], role: Role) -> Iterator[Participant]:
        for part in parts:
            mention = self.coreference.mentions.at(part.token) or self.coreference.mentions.denoted(part.token)
            if mention is not None:
                self._takers.append((part.referent, mention))
                part.referent.add(mention)
                yield Participant(self._id(part.referent), role, self._mention_span(mention))

    def _mention_span(self, mention: Mention) -> Span:
        """The words; of a thing with a name all that is said of it: "*a Ryanair* Boeing 737*-800*"."""
        if mention.kind == "name" and mention.type == "other":
            start, end = phrases.extent(self._doc[mention.head])
            return _span(self._doc, min(start, mention.start), max(end, mention.end))
        return _span(self._doc, mention.start, mention.end)

    def _id(self, referent: Referent) -> str:
        if id(referent) not in self._ids:
            self._used[id(referent)] = referent
            self._ids[id(referent)] = identify(
                referent.name,
                referent.type,
                article=self.article,
                known=referent.known,
                named=referent.named,
                shared=referent.shared,
                country=referent.country if referent.namesake else None,
            )
        return self._ids[id(referent)]


def _may_stand_by(referent: Referent, token: Token) -> bool:
    """True for somebody, or something with a name; "the media" is nobody, nor is "*at* the Geneva Motor Show"."""
    occasion = token.head.lower_ in ("at", "during") and token.lemma_.lower() in _GATHERINGS
    anybody = referent.sector == "MED" and referent.type == "group" and not referent.named
    office = token.head.lower_ == "as"  # "left *as* chairman"
    return (referent.named or referent.type in ACTORS) and not (occasion or anybody or office)


def _each_other(match: Match) -> tuple[Part, ...]:
    """Of those who act on each other, each has it done to him as well; that they talk or agree says so by itself."""
    return match.actors if match.mutual and match.type not in _TOGETHER else ()


def _entity(id_: str, referents: Sequence[Referent], doc: Doc) -> Entity:
    mentions = {_span(doc, m.start, m.end) for referent in referents for m in referent.mentions}
    first = referents[0]
    return Entity(
        id=id_,
        name=first.name,
        type=first.type,
        country=first.country,
        sector=first.sector,
        wikidata=first.known.wikidata if first.known is not None else None,
        title=first.title,
        named=first.named,
        mentions=tuple(sorted(mentions)),
    )


def _span(doc: Doc, start: int, end: int) -> Span:
    """Offsets of some tokens, ``end`` exclusive, without blank ones at the ends."""
    while start < end - 1 and doc[start].is_space:
        start += 1
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
