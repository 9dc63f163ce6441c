import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pyoxigraph as ox
from hypothesis import given

from graph.model import Article, Claim, Entity, Event, Participant, Record, Run, Span, TimeSpan
from graph.names import PREFIXES, compact
from graph.rdf import head, quads
from graph.rdf.terms import article_node, literal, node, run_node
from tests.graph.records import readings

RUN = Run("backchannel", "0.1.0", "small")
ARTICLE = Article(
    "talks", "Rubio met Lavrov in Riyadh.", "Talks", date(2025, 3, 16), "https://example.org/1", "Example"
)
RECORD = Record(
    id="talks",
    sentences=(Span(0, 27),),
    entities=(
        Entity("actor:rubio", "Marco Rubio", "person", "USA", "GOV", "Q324546", "Secretary", mentions=(Span(0, 5),)),
        Entity("actor:lavrov", "Lavrov", "person"),
        Entity("place:riyadh", "Riyadh", "place", named=False),
    ),
    events=(
        Event(
            id="event:1f",
            type="CONSULT",
            predicate="met_with",
            trigger=Span(6, 9),
            participants=(
                Participant("actor:rubio", "actor", Span(0, 5)),
                Participant("actor:lavrov", "recipient", Span(10, 16)),
            ),
            sentence=0,
            mode="visit",
            place="place:riyadh",
            time=TimeSpan(date(2025, 3, 15), date(2025, 3, 16), "day", ""),
            topic="peace",
            attributed_to="actor:lavrov",
            confidence=0.85,
        ),
    ),
    claims=(Claim("claim:2e", "actor:rubio", "met_with", "actor:lavrov", 0, "event:1f", confidence=0.85),),
)
EXPECTED = f"""
article:talks a schema:NewsArticle, nif:Context ;
    schema:identifier "talks" ; schema:headline "Talks" ; schema:datePublished "2025-03-16"^^xsd:date ;
    schema:url <https://example.org/1> ; schema:publisher "Example" ; nif:isString "Rubio met Lavrov in Riyadh." ;
    bc:text_hash "{hashlib.sha256(ARTICLE.text.encode()).hexdigest()}" ; bc:read_by RUN .
RUN a prov:Activity ; bc:extractor "backchannel" ; bc:extractor_version "0.1.0" ; bc:model "small" .

<urn:backchannel:article:talks#char=0,27> a nif:Sentence ; nif:referenceContext article:talks ; bc:position 0 ;
    nif:beginIndex 0 ; nif:endIndex 27 ; nif:anchorOf "Rubio met Lavrov in Riyadh." .
<urn:backchannel:article:talks#char=0,5> a nif:Phrase ; nif:referenceContext article:talks ;
    nif:beginIndex 0 ; nif:endIndex 5 ; nif:anchorOf "Rubio" ; itsrdf:taIdentRef actor:rubio .
<urn:backchannel:article:talks#char=6,9> a nif:Phrase ; nif:referenceContext article:talks ;
    nif:beginIndex 6 ; nif:endIndex 9 ; nif:anchorOf "met" .
<urn:backchannel:article:talks#char=10,16> a nif:Phrase ; nif:referenceContext article:talks ;
    nif:beginIndex 10 ; nif:endIndex 16 ; nif:anchorOf "Lavrov" .

actor:rubio a bc:Person ; skos:prefLabel "Marco Rubio" ; bc:named true ; bc:country "USA" ; bc:sector "GOV" ;
    bc:title "Secretary" ; skos:exactMatch wd:Q324546 .
actor:lavrov a bc:Person ; skos:prefLabel "Lavrov" ; bc:named true .
place:riyadh a bc:Place ; skos:prefLabel "Riyadh" ; bc:named false .

event:1f a bc:Consult ; bc:type "CONSULT" ; bc:predicate bc:met_with ; bc:mode "visit" ; bc:topic "peace" ;
    bc:sentence <urn:backchannel:article:talks#char=0,27> ; bc:trigger <urn:backchannel:article:talks#char=6,9> ;
    bc:actor actor:rubio ; bc:recipient actor:lavrov ; sem:hasPlace place:riyadh ; bc:place place:riyadh ;
    bc:participation <urn:backchannel:event:1f#0>, <urn:backchannel:event:1f#1> ;
    sem:hasBeginTimeStamp "2025-03-15"^^xsd:date ; sem:hasEndTimeStamp "2025-03-16"^^xsd:date ;
    bc:time_precision "day" ; bc:time_text "" ; bc:polarity "positive" ; bc:modality "asserted" ;
    bc:confidence 0.85 ; bc:attributed_to actor:lavrov .
<urn:backchannel:event:1f#0> a bc:Participation ; bc:entity actor:rubio ; bc:role "actor" ; bc:position 0 ;
    bc:mention <urn:backchannel:article:talks#char=0,5> .
<urn:backchannel:event:1f#1> a bc:Participation ; bc:entity actor:lavrov ; bc:role "recipient" ; bc:position 1 ;
    bc:mention <urn:backchannel:article:talks#char=10,16> .

claim:2e a bc:Claim ; rdf:subject actor:rubio ; rdf:predicate bc:met_with ; rdf:object actor:lavrov ;
    bc:event event:1f ; prov:wasDerivedFrom <urn:backchannel:article:talks#char=0,27> ; prov:wasGeneratedBy RUN ;
    bc:polarity "positive" ; bc:modality "asserted" ; bc:confidence 0.85 .
"""


def lines(triples: Iterable[ox.Triple]) -> list[str]:
    return sorted(map(str, triples))


def test_an_article_is_written_as_the_model_has_it() -> None:
    prefixes = "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
    turtle = prefixes + EXPECTED.replace("RUN", str(run_node(RUN)))
    expected = ox.parse(turtle, format=ox.RdfFormat.TURTLE)
    assert lines(quad.triple for quad in quads(ARTICLE, RECORD, run=RUN)) == lines(quad.triple for quad in expected)


def test_an_open_time_has_no_stamp_that_says_that_it_began() -> None:
    (event,) = RECORD.events
    planned = replace(event, modality="planned", time=TimeSpan(date(2025, 3, 16), None, "open"))
    written = quads(ARTICLE, replace(RECORD, events=(planned,)), run=RUN)
    found = {(compact(q.predicate.value), str(q.object)) for q in written if q.subject == node(event.id)}
    assert ("sem:hasEarliestBeginTimeStamp", str(literal(date(2025, 3, 16)))) in found
    assert ("time_precision", str(literal("open"))) in found
    assert not {"sem:hasBeginTimeStamp", "sem:hasEndTimeStamp", "time_text"} & {name for name, _ in found}


def test_what_is_unknown_has_no_triple() -> None:
    bare = Article("talks", "Nothing happened.")
    written = {quad.predicate.value.rpartition("/")[2] for quad in quads(bare, Record("talks"), run=RUN)}
    assert not written & {"headline", "datePublished", "url", "publisher"}


@given(reading=readings())
def test_all_quads_are_in_the_articles_graph_once_and_without_blank_nodes(reading: tuple[Article, Record]) -> None:
    written = list(quads(*reading, run=RUN))
    assert {quad.graph_name for quad in written} == {article_node(reading[0].id)}
    assert len(written) == len(set(written))
    assert not any(isinstance(term, ox.BlankNode) for quad in written for term in (quad.subject, quad.object))


def test_the_head_is_all_that_is_said_of_the_article_itself() -> None:
    said = [quad for quad in quads(ARTICLE, RECORD, run=RUN) if quad.subject == article_node("talks")]
    assert list(head(ARTICLE, run=RUN)) == said
    assert set(head(replace(ARTICLE, source=None), run=RUN)) < set(said)
