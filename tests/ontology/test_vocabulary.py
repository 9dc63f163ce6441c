"""The vocabulary, the JSON-LD context and what is written to the graph agree with each other."""

import json
import tomllib
from importlib.resources import files
from typing import Any

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from graph.names import PREFIXES
from graph.rdf import describe, facts, quads
from tests.graph.samples import ARTICLE, RECORD, RUN

BC = Namespace(PREFIXES["bc"])
SCHEMA = Namespace(PREFIXES["schema"])
ONTOLOGY = files("ontology")
OWN = Graph().parse(data=(ONTOLOGY / "backchannel.ttl").read_text(), format="turtle")
ALL = OWN + Graph().parse(data=(ONTOLOGY / "predicates.ttl").read_text(), format="turtle")
PROPERTIES = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
CONTEXT: dict[str, Any] = json.loads((ONTOLOGY / "context.jsonld").read_text())
TERMS = {name: entry for name, entry in CONTEXT["@context"].items() if not name.startswith("@")}
LEXICA = [
    lexicon
    for file in ONTOLOGY.joinpath("events").iterdir()
    if file.name.endswith(".toml") and "type" in (lexicon := tomllib.loads(file.read_text()))
]


def instances(kind: URIRef) -> list[URIRef]:
    return [term for term in OWN.subjects(RDF.type, kind) if isinstance(term, URIRef)]


def defined() -> list[URIRef]:
    return sorted(subject for subject in set(OWN.subjects()) if isinstance(subject, URIRef))


@pytest.mark.parametrize("term", defined(), ids=lambda term: term.removeprefix(BC))
def test_each_term_has_one_label_and_one_definition(term: URIRef) -> None:
    for part in (RDFS.label, SKOS.definition):
        texts = list(OWN.objects(term, part))
        assert [text.language for text in texts if isinstance(text, Literal)] == ["en"]


@pytest.mark.parametrize(
    "term",
    sorted(term for kind in PROPERTIES for term in instances(kind)),
    ids=lambda term: term.removeprefix(BC),
)
def test_each_property_has_a_domain_and_a_range(term: URIRef) -> None:
    assert OWN.value(term, RDFS.domain) or OWN.value(term, SCHEMA.domainIncludes)
    assert OWN.value(term, RDFS.range)


def test_the_vocabulary_refers_to_nothing_of_its_own_that_is_undefined() -> None:
    named = {term for triple in OWN for term in triple if isinstance(term, URIRef) and term.startswith(BC)}
    assert not named - set(ALL.subjects())


def test_whatever_is_written_is_defined() -> None:
    written = [*quads(ARTICLE, RECORD, run=RUN)]
    written += [*describe(written), *facts(written)]
    terms = {str(quad.predicate.value) for quad in written}
    terms |= {quad.object.value for quad in written if quad.predicate.value == str(RDF.type)}  # type: ignore[union-attr]
    own = {URIRef(term) for term in terms if term.startswith(BC)}
    assert len(own) > 25
    assert not own - set(ALL.subjects())


@pytest.mark.parametrize("lexicon", LEXICA, ids=lambda lexicon: lexicon["type"])
def test_a_class_of_events_says_what_its_lexicon_says(lexicon: dict[str, Any]) -> None:
    kind = BC[lexicon["type"].capitalize()]
    assert (kind, RDFS.subClassOf, URIRef(PREFIXES["sem"] + "Event")) in OWN
    assert (kind, RDFS.label, Literal(lexicon["label"], lang="en")) in OWN
    assert (kind, SKOS.definition, Literal(lexicon["definition"], lang="en")) in OWN
    assert {str(code) for code in OWN.objects(kind, BC.cameo)} == set(lexicon["cameo"].split())


def test_plover_has_sixteen_types() -> None:
    assert {str(name) for name in OWN.objects(None, BC.plover)} == {
        *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
        *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
    }


def test_the_context_has_the_prefixes_of_the_graph() -> None:
    assert {name: entry["@id"] for name, entry in TERMS.items() if "@prefix" in entry} == PREFIXES


def test_the_context_knows_each_property_that_leads_to_a_node() -> None:
    links = {f"bc:{term.removeprefix(BC)}" for term in instances(OWL.ObjectProperty)}
    assert not {link for link in links if TERMS.get(link) != {"@type": "@id"}}


def test_json_with_the_context_is_the_same_graph() -> None:
    claim = {
        **CONTEXT,
        "@id": "claim:1",
        "@type": "bc:Claim",
        "rdf:subject": "actor:marco-rubio",
        "bc:event": "event:1",
        "bc:polarity": "positive",
    }
    turtle = """
        @prefix bc: <urn:backchannel:vocab:> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        <urn:backchannel:claim:1> a bc:Claim ; rdf:subject <urn:backchannel:actor:marco-rubio> ;
            bc:event <urn:backchannel:event:1> ; bc:polarity "positive" ."""
    parsed = ox.parse(json.dumps(claim), format=ox.RdfFormat.JSON_LD)
    assert set(parsed) == set(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
