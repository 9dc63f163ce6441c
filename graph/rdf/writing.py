"""An article and its record as the quads of the article's graph."""

from __future__ import annotations

import hashlib
from itertools import chain
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from graph.rdf.terms import CLASSES, ROLES, address, article_node, literal, node, part_node, run_node, span_node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import NamedNode

    from graph.model import Article, Claim, Entity, Event, Participant, Record, Run, Span, TimeSpan
    from graph.rdf.terms import Node

Value = str | bool | int | float
Statement = tuple["NamedNode", "NamedNode", "Node"]


def quads(article: Article, record: Record, *, run: Run) -> Iterator[Quad]:
    """The article's graph: the article, its sentences, mentions, entities, events and claims. No quad comes twice.

    The record must be that of this article; what an event or claim names as a sentence must be one of the record's.
    """
    graph = article_node(article.id)
    statements = chain(_about(article, run), _run(run), _content(article, record, run))
    yield from (Quad(*statement, graph) for statement in dict.fromkeys(statements))


def head(article: Article, *, run: Run) -> Iterator[Quad]:
    """The quads whose subject is the article itself: its text, what is known about it, and the run that read it."""
    graph = article_node(article.id)
    yield from (Quad(*statement, graph) for statement in _about(article, run))


def _about(article: Article, run: Run) -> Iterator[Statement]:
    this = article_node(article.id)
    yield from _types(this, "schema:NewsArticle", "nif:Context")
    yield this, node("schema:identifier"), literal(article.id)
    yield this, node("nif:isString"), literal(article.text)
    yield this, node("text_hash"), literal(hashlib.sha256(article.text.encode()).hexdigest())
    yield this, node("read_by"), run_node(run)
    yield from _values(this, {"schema:headline": article.title, "schema:publisher": article.source})
    if article.published is not None:
        yield this, node("schema:datePublished"), literal(article.published)
    if article.url is not None:
        yield this, node("schema:url"), address(article.url)


def _run(run: Run) -> Iterator[Statement]:
    this = run_node(run)
    yield from _types(this, "prov:Activity")
    yield from _values(this, {"extractor": run.extractor, "extractor_version": run.version, "model": run.model})


def _content(article: Article, record: Record, run: Run) -> Iterator[Statement]:
    writer = _Writer(article, record, run)
    for position, span in enumerate(record.sentences):
        yield from writer.sentence(position, span)
    for entity in record.entities:
        yield from writer.entity(entity)
    for event in record.events:
        yield from writer.event(event)
    for claim in record.claims:
        yield from writer.claim(claim)


class _Writer:
    def __init__(self, article: Article, record: Record, run: Run) -> None:
        self.article = article
        self.record = record
        self.run = run_node(run)

    def sentence(self, position: int, span: Span) -> Iterator[Statement]:
        yield from self._words(span, "nif:Sentence")
        yield self._at(span), node("position"), literal(position)

    def entity(self, entity: Entity) -> Iterator[Statement]:
        this = node(entity.id)
        yield from _types(this, CLASSES[entity.type])
        yield this, node("skos:prefLabel"), literal(entity.name)
        yield this, node("named"), literal(entity.named)
        yield from _values(this, {"country": entity.country, "sector": entity.sector, "title": entity.title})
        if entity.wikidata is not None:
            yield this, node("skos:exactMatch"), node(f"wd:{entity.wikidata}")
        for mention in entity.mentions:
            yield from self._words(mention, "nif:Phrase")
            yield self._at(mention), node("itsrdf:taIdentRef"), this

    def event(self, event: Event) -> Iterator[Statement]:
        this = node(event.id)
        yield from _types(this, event.type.capitalize())
        yield from _values(this, {"type": event.type, "mode": event.mode, "topic": event.topic})
        yield this, node("predicate"), node(event.predicate)
        yield this, node("sentence"), self._sentence(event.sentence)
        yield this, node("trigger"), self._at(event.trigger)
        yield from self._words(event.trigger, "nif:Phrase")
        yield from _factuality(this, event)
        if event.place is not None:
            yield this, node("place"), node(event.place)
            yield this, node("sem:hasPlace"), node(event.place)
        if event.time is not None:
            yield from _time(this, event.time)
        for position, participant in enumerate(event.participants):
            yield from self._participant(event, position, participant)

    def _participant(self, event: Event, position: int, participant: Participant) -> Iterator[Statement]:
        whole, part = node(event.id), part_node(event.id, position)
        yield whole, node(ROLES[participant.role]), node(participant.entity)
        yield whole, node("participation"), part
        yield from _types(part, "Participation")
        yield from _values(part, {"role": participant.role, "position": position})
        yield part, node("entity"), node(participant.entity)
        yield part, node("mention"), self._at(participant.span)
        yield from self._words(participant.span, "nif:Phrase")

    def claim(self, claim: Claim) -> Iterator[Statement]:
        this = node(claim.id)
        yield from _types(this, "Claim")
        yield this, node("rdf:subject"), node(claim.subject)
        yield this, node("rdf:predicate"), node(claim.predicate)
        yield this, node("rdf:object"), node(claim.object)
        yield this, node("prov:wasDerivedFrom"), self._sentence(claim.sentence)
        yield this, node("prov:wasGeneratedBy"), self.run
        yield from _factuality(this, claim)
        if claim.event is not None:
            yield this, node("event"), node(claim.event)

    def _words(self, span: Span, kind: str) -> Iterator[Statement]:
        this = self._at(span)
        yield from _types(this, kind)
        yield this, node("nif:referenceContext"), article_node(self.article.id)
        words = self.article.text[span.begin : span.end]
        yield from _values(this, {"nif:beginIndex": span.begin, "nif:endIndex": span.end, "nif:anchorOf": words})

    def _at(self, span: Span) -> NamedNode:
        return span_node(self.article.id, span)

    def _sentence(self, position: int) -> NamedNode:
        return self._at(self.record.sentences[position])


def _factuality(this: NamedNode, thing: Event | Claim) -> Iterator[Statement]:
    yield from _values(
        this, {"polarity": thing.polarity, "modality": thing.modality, "confidence": float(thing.confidence)}
    )
    if thing.attributed_to is not None:
        yield this, node("attributed_to"), node(thing.attributed_to)


def _time(this: NamedNode, time: TimeSpan) -> Iterator[Statement]:
    begin = "sem:hasBeginTimeStamp" if time.end else "sem:hasEarliestBeginTimeStamp"  # an open time never began
    stamps = ((begin, time.begin), ("sem:hasEndTimeStamp", time.end))
    yield from ((this, node(name), literal(day)) for name, day in stamps if day)
    yield from _values(this, {"time_precision": time.precision, "time_text": time.text})


def _types(this: NamedNode, *classes: str) -> Iterator[Statement]:
    return ((this, node("rdf:type"), node(name)) for name in classes)


def _values(this: NamedNode, values: dict[str, Value | None]) -> Iterator[Statement]:
    return ((this, node(name), literal(value)) for name, value in values.items() if value is not None)
