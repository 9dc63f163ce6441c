"""The shapes hold of what is written, and catch each way in which a graph can be broken."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Graph

from graph.extraction import Extractor
from graph.keeping import keep
from graph.model import Modality, Span, TimeSpan
from graph.names import compact, expand
from graph.rdf import quads
from graph.rdf.terms import literal
from graph.store import open_store
from tests.graph.samples import ARTICLE, CALL, RECORD, RUN


@cache
def shapes() -> Graph:
    return Graph().parse(data=(files("ontology") / "shapes.ttl").read_text(), format="turtle")


def violations(article_quads: Iterable[ox.Quad]) -> str:
    """What the shapes say against a graph; nothing where it conforms."""
    triples = ox.serialize((quad.triple for quad in article_quads), format=ox.RdfFormat.N_TRIPLES)
    data = Graph().parse(data=triples, format="nt")
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes())
    return "" if conforms else str(report)


def good() -> list[ox.Quad]:
    return list(quads(ARTICLE, RECORD, run=RUN))


def named(quad: ox.Quad) -> tuple[str, str]:
    assert isinstance(quad.subject, ox.NamedNode)
    return compact(quad.subject.value), compact(quad.predicate.value)


def test_the_record_of_a_real_article_conforms() -> None:
    assert not violations(good())


@pytest.mark.parametrize("number", range(len(RECORD.sentences)))
def test_offsets_that_are_off_by_one_are_caught(number: int) -> None:
    """Though the graph is sound in itself, the words are not those of the text."""
    shifted = [Span(span.begin + (place == number), span.end) for place, span in enumerate(RECORD.sentences)]
    written = quads(ARTICLE, replace(RECORD, sentences=tuple(shifted)), run=RUN)
    anchors = {literal(ARTICLE.text[span.begin : span.end]) for span in RECORD.sentences}
    right = [quad for quad in good() if quad.object in anchors]
    assert len(right) == len(RECORD.sentences)
    wrong = [
        ox.Quad(quad.subject, quad.predicate, right[number].object, quad.graph_name)
        if quad.object == literal(ARTICLE.text[shifted[number].begin : shifted[number].end])
        else quad
        for quad in written
    ]
    assert "are not those of the text" in violations(wrong)


def test_what_is_extracted_from_a_real_article_conforms() -> None:
    record = Extractor().record(ARTICLE)
    assert record.claims
    assert not violations(quads(ARTICLE, record, run=RUN))


def test_an_open_time_conforms() -> None:
    assert not violations(with_time(TimeSpan(date(2025, 3, 16), None, "open")))


@pytest.mark.parametrize(
    ("time", "modality"),
    [
        (TimeSpan(date(2025, 3, 16), None, "open"), "asserted"),
        (TimeSpan(date(2025, 3, 16), None, "day"), "planned"),
        (TimeSpan(date(2025, 3, 16), None, "open", "on Sunday"), "planned"),
        (TimeSpan(date(2025, 3, 16), date(2025, 3, 16), "open"), "planned"),
    ],
)
def test_what_happened_or_is_dated_has_no_open_time(time: TimeSpan, modality: Modality) -> None:
    assert violations(with_time(time, modality))


def with_time(time: TimeSpan, modality: Modality = "planned") -> list[ox.Quad]:
    events = [replace(one, time=time, modality=modality) if one == CALL else one for one in RECORD.events]
    return list(quads(ARTICLE, replace(RECORD, events=tuple(events)), run=RUN))


CLAIM = RECORD.claims[0].id
SENTENCE = f"article:{ARTICLE.id}#char={RECORD.sentences[1].begin},{RECORD.sentences[1].end}"
PART = f"{CALL.id}#0"


@pytest.mark.parametrize(
    ("subject", "predicate"),
    [
        (f"article:{ARTICLE.id}", "schema:identifier"),
        (f"article:{ARTICLE.id}", "nif:isString"),
        (f"article:{ARTICLE.id}", "text_hash"),
        (f"article:{ARTICLE.id}", "read_by"),
        (SENTENCE, "nif:referenceContext"),
        (SENTENCE, "nif:beginIndex"),
        (SENTENCE, "nif:endIndex"),
        (SENTENCE, "nif:anchorOf"),
        (SENTENCE, "position"),
        (SENTENCE, "rdf:type"),
        ("actor:marco-rubio", "rdf:type"),
        ("actor:marco-rubio", "skos:prefLabel"),
        ("actor:marco-rubio", "named"),
        (CALL.id, "rdf:type"),
        (CALL.id, "type"),
        (CALL.id, "predicate"),
        (CALL.id, "sentence"),
        (CALL.id, "trigger"),
        (CALL.id, "participation"),
        (CALL.id, "polarity"),
        (CALL.id, "modality"),
        (CALL.id, "confidence"),
        (CALL.id, "sem:hasBeginTimeStamp"),
        (CALL.id, "sem:hasEndTimeStamp"),
        (CALL.id, "time_precision"),
        (PART, "entity"),
        (PART, "role"),
        (PART, "mention"),
        (PART, "position"),
        (CLAIM, "rdf:subject"),
        (CLAIM, "rdf:predicate"),
        (CLAIM, "rdf:object"),
        (CLAIM, "prov:wasDerivedFrom"),
        (CLAIM, "prov:wasGeneratedBy"),
        (CLAIM, "polarity"),
        (CLAIM, "modality"),
        (CLAIM, "confidence"),
    ],
)
def test_what_is_missing_is_caught(subject: str, predicate: str) -> None:
    left = [quad for quad in good() if named(quad) != (subject, predicate)]
    assert len(left) < len(good())
    assert violations(left)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (f"article:{ARTICLE.id}", "text_hash", literal("no hash")),
        (f"article:{ARTICLE.id}", "schema:datePublished", literal("yesterday")),
        (SENTENCE, "nif:beginIndex", literal(-1)),
        (SENTENCE, "nif:beginIndex", literal(RECORD.sentences[1].end)),
        (SENTENCE, "nif:beginIndex", literal(RECORD.sentences[1].begin + 1)),
        (SENTENCE, "nif:anchorOf", literal("Other words.")),
        (SENTENCE, "nif:referenceContext", ox.NamedNode(expand("article:another"))),
        (SENTENCE, "position", literal("first")),
        ("actor:marco-rubio", "rdf:type", ox.NamedNode(expand("Politician"))),
        ("actor:marco-rubio", "country", literal("United States")),
        ("actor:marco-rubio", "sector", literal("government")),
        ("actor:marco-rubio", "skos:exactMatch", literal("Q324546")),
        ("actor:marco-rubio", "named", literal("yes")),
        (CALL.id, "type", literal("PARTY")),
        (CALL.id, "rdf:type", ox.NamedNode(expand("Party"))),
        (CALL.id, "predicate", literal("spoke_with")),
        (CALL.id, "sentence", ox.NamedNode(expand("article:another#char=0,5"))),
        (CALL.id, "trigger", ox.NamedNode(expand("article:another#char=0,5"))),
        (CALL.id, "place", ox.NamedNode(expand("place:nowhere"))),
        (CALL.id, "sem:hasBeginTimeStamp", literal("Sunday")),
        (CALL.id, "sem:hasBeginTimeStamp", literal(ARTICLE.published.replace(year=2026))),  # type: ignore[union-attr]
        (CALL.id, "time_precision", literal("hour")),
        (CALL.id, "attributed_to", ox.NamedNode(expand("actor:nobody"))),
        (PART, "entity", ox.NamedNode(expand("actor:nobody"))),
        (PART, "role", literal("hero")),
        (PART, "mention", ox.NamedNode(expand("article:another#char=0,5"))),
        (CLAIM, "rdf:subject", ox.NamedNode(expand("actor:nobody"))),
        (CLAIM, "rdf:object", literal("Lavrov")),
        (CLAIM, "rdf:predicate", ox.NamedNode("https://example.org/spoke")),
        (CLAIM, "prov:wasDerivedFrom", ox.NamedNode(expand("article:another#char=0,5"))),
        (CLAIM, "prov:wasGeneratedBy", literal("me")),
        (CLAIM, "event", ox.NamedNode(expand("event:unheard-of"))),
        (CLAIM, "polarity", literal("neutral")),
        (CLAIM, "modality", literal("rumoured")),
        (CLAIM, "confidence", literal(1.5)),
        (CLAIM, "confidence", literal("high")),
    ],
)
def test_a_wrong_value_is_caught(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
    wrong = [
        ox.Quad(quad.subject, quad.predicate, value, quad.graph_name) if named(quad) == (subject, predicate) else quad
        for quad in good()
    ]
    assert wrong != good()
    assert violations(wrong)


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        (f"article:{ARTICLE.id}", "schema:headline", literal("Another headline")),
        (f"article:{ARTICLE.id}", "schema:publisher", literal("Another")),
        (f"article:{ARTICLE.id}", "schema:url", ox.NamedNode("https://example.org/another")),
        ("actor:marco-rubio", "skos:prefLabel", literal("Rubio")),
        ("actor:marco-rubio", "title", literal("Senator")),
        (CALL.id, "mode", literal("visit")),
        (CALL.id, "topic", literal("the weather")),
        (CLAIM, "rdf:object", ox.NamedNode(expand("actor:ukraine"))),
        (CLAIM, "modality", literal("planned")),
    ],
)
def test_a_second_value_is_caught(subject: str, predicate: str, value: ox.NamedNode | ox.Literal) -> None:
    graph = good()[0].graph_name
    second = ox.Quad(ox.NamedNode(expand(subject)), ox.NamedNode(expand(predicate)), value, graph)
    assert violations([*good(), second])


def lying(**degrees: float) -> list[ox.Quad]:
    """A place as ``bc:entities`` has it."""
    place, graph = ox.NamedNode(expand("place:riyadh")), ox.NamedNode(expand("entities"))
    values: dict[str, ox.NamedNode | ox.Literal] = {
        "rdf:type": ox.NamedNode(expand("Place")),
        "skos:prefLabel": literal("Riyadh"),
        "named": literal(True),
        "skos:closeMatch": ox.NamedNode("https://sws.geonames.org/108410/"),
        **{f"wgs84:{name}": literal(value) for name, value in degrees.items()},
    }
    return [ox.Quad(place, ox.NamedNode(expand(name)), value, graph) for name, value in values.items()]


def test_what_follows_of_entities_conforms() -> None:
    with open_store(":memory:") as store:
        keep(store, ARTICLE, RECORD, RUN)
        derived = list(store.match(graph=ox.NamedNode(expand("entities"))))
    assert any(quad.predicate.value.endswith("wgs84_pos#lat") for quad in derived)
    assert not violations(derived)
    assert not violations(lying(lat=24.7, long=46.7))


@pytest.mark.parametrize("degrees", [{"lat": 24.7}, {"lat": 91.0, "long": 46.7}, {"lat": 24.7, "long": -180.5}])
def test_no_place_lies_beyond_the_poles_or_on_a_whole_circle(degrees: dict[str, float]) -> None:
    assert violations(lying(**degrees))
