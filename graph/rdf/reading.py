"""The quads of an article's graph back as the article and its record."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, cast

from pyoxigraph import NamedNode

from graph.errors import BadInput
from graph.model import Article, Claim, Entity, Event, Participant, Record, Span, TimeSpan
from graph.names import compact
from graph.rdf.terms import CLASSES, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Quad

    from graph.model import Modality, Polarity, Precision, Role
    from graph.rdf.terms import Node

_TYPES = {node(name): kind for kind, name in CLASSES.items()}


def read(quads: Iterable[Quad]) -> tuple[Article, Record]:
    """The reverse of `writing.quads`, from the quads of one article's graph in any order.

    What has no order of its own comes in that of the text: entities by first mention and id, an entity's mentions by
    offset, events by sentence, trigger and id, claims by sentence and id. Raises `BadInput` where the quads are not
    those of one article.
    """
    reader = _Reader(quads)
    article = reader.article()
    sentences = tuple(reader.span(this) for this in reader.sentences)
    entities = sorted(reader.entities(), key=lambda entity: (entity.mentions[:1], entity.id))
    events = sorted(reader.events(), key=lambda event: (event.sentence, event.trigger, event.id))
    claims = sorted(reader.claims(), key=lambda claim: (claim.sentence, claim.id))
    return article, Record(article.id, sentences, tuple(entities), tuple(events), tuple(claims))


class _Reader:
    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[NamedNode, dict[NamedNode, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            # The article's graph holds nothing but IRIs and literals.
            self._values[cast("NamedNode", quad.subject)][quad.predicate].append(cast("Node", quad.object))
        self.sentences = sorted(self._all("nif:Sentence"), key=lambda this: self._number(this, "position"))
        self._positions = {this: position for position, this in enumerate(self.sentences)}
        self._mentions = self._gather_mentions()

    def article(self) -> Article:
        found = self._all("schema:NewsArticle")
        if len(found) != 1:
            raise BadInput(f"One article was expected, not {len(found)}.")
        this, published = found[0], self._text(found[0], "schema:datePublished")
        return Article(
            id=self._need(this, "schema:identifier"),
            text=self._need(this, "nif:isString"),
            title=self._text(this, "schema:headline"),
            published=date.fromisoformat(published) if published else None,
            url=self._text(this, "schema:url"),
            source=self._text(this, "schema:publisher"),
        )

    def span(self, this: NamedNode) -> Span:
        return Span(self._number(this, "nif:beginIndex"), self._number(this, "nif:endIndex"))

    def entities(self) -> Iterator[Entity]:
        for this in [this for this, values in self._values.items() if node("skos:prefLabel") in values]:
            wikidata = self._name(this, "skos:exactMatch")
            yield Entity(
                id=compact(this.value),
                name=self._need(this, "skos:prefLabel"),
                type=next(_TYPES[kind] for kind in self._nodes(this, "rdf:type") if kind in _TYPES),
                country=self._text(this, "country"),
                sector=self._text(this, "sector"),
                wikidata=wikidata.removeprefix("wd:") if wikidata else None,
                title=self._text(this, "title"),
                named=self._need(this, "named") == "true",
                mentions=tuple(sorted(self._mentions[this])),
            )

    def events(self) -> Iterator[Event]:
        for this in [this for this, values in self._values.items() if node("trigger") in values]:
            yield Event(
                id=compact(this.value),
                type=self._need(this, "type"),
                predicate=compact(self._need(this, "predicate")),
                trigger=self.span(self._nodes(this, "trigger")[0]),
                participants=tuple(self._participants(this)),
                sentence=self._positions[self._nodes(this, "sentence")[0]],
                mode=self._text(this, "mode"),
                place=self._name(this, "place"),
                time=self._time(this),
                polarity=cast("Polarity", self._need(this, "polarity")),
                modality=cast("Modality", self._need(this, "modality")),
                attributed_to=self._name(this, "attributed_to"),
                topic=self._text(this, "topic"),
                confidence=float(self._need(this, "confidence")),
            )

    def claims(self) -> Iterator[Claim]:
        for this in self._all("Claim"):
            yield Claim(
                id=compact(this.value),
                subject=compact(self._need(this, "rdf:subject")),
                predicate=compact(self._need(this, "rdf:predicate")),
                object=compact(self._need(this, "rdf:object")),
                sentence=self._positions[self._nodes(this, "prov:wasDerivedFrom")[0]],
                event=self._name(this, "event"),
                polarity=cast("Polarity", self._need(this, "polarity")),
                modality=cast("Modality", self._need(this, "modality")),
                attributed_to=self._name(this, "attributed_to"),
                confidence=float(self._need(this, "confidence")),
            )

    def _participants(self, event: NamedNode) -> Iterator[Participant]:
        for part in sorted(self._nodes(event, "participation"), key=lambda part: self._number(part, "position")):
            role = cast("Role", self._need(part, "role"))
            yield Participant(compact(self._need(part, "entity")), role, self.span(self._nodes(part, "mention")[0]))

    def _time(self, this: NamedNode) -> TimeSpan | None:
        open_ = self._day(this, "sem:hasEarliestBeginTimeStamp")
        begin, end = self._day(this, "sem:hasBeginTimeStamp") or open_, self._day(this, "sem:hasEndTimeStamp")
        if begin is None:
            return None
        precision = cast("Precision", self._need(this, "time_precision"))
        return TimeSpan(begin, end, precision, self._text(this, "time_text"))

    def _day(self, this: NamedNode, name: str) -> date | None:
        found = self._text(this, name)
        return date.fromisoformat(found) if found is not None else None

    def _gather_mentions(self) -> Mapping[NamedNode, list[Span]]:
        found: dict[NamedNode, list[Span]] = defaultdict(list)
        for this in list(self._values):
            for entity in self._nodes(this, "itsrdf:taIdentRef"):
                found[entity].append(self.span(this))
        return found

    def _all(self, kind: str) -> list[NamedNode]:
        return [this for this in list(self._values) if node(kind) in self._values[this][node("rdf:type")]]

    def _nodes(self, this: NamedNode, name: str) -> list[NamedNode]:
        return [value for value in self._values[this].get(node(name), ()) if isinstance(value, NamedNode)]

    def _text(self, this: NamedNode, name: str) -> str | None:
        """A literal's text or an IRI in full."""
        return next((value.value for value in self._values[this].get(node(name), ())), None)

    def _need(self, this: NamedNode, name: str) -> str:
        value = self._text(this, name)
        if value is None:
            raise BadInput(f"{this} has no {name}.")
        return value

    def _name(self, this: NamedNode, name: str) -> str | None:
        value = self._text(this, name)
        return compact(value) if value is not None else None

    def _number(self, this: NamedNode, name: str) -> int:
        return int(self._need(this, name))
