"""What the SPARQL endpoint says about itself: a service description, with the data described by VoID."""

from collections.abc import Iterator

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, VOID
from rdflib.term import Node

from graph.names import PREFIXES, expand
from graph.store import MEDIA_TYPES, Store

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
GRAPHS = ("entities", "facts", "happenings", "judgements", "canonical", "vocabulary", "state")
"""The graphs beside those of articles, by their names in ``bc:``."""

_FORMATS = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
    "application/trig": "TriG",
    "application/n-quads": "N-Quads",
}


def describe(store: Store, endpoint: str, media_type: str) -> bytes:
    """The description of the endpoint at an address, in one of the media types of a CONSTRUCT."""
    graph = Graph()
    for statement in _statements(URIRef(endpoint), len(store)):
        graph.add(statement)
    triples = (quad.triple for quad in ox.parse(graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES))
    prefixes = {"sd": str(SD), "void": str(VOID), "formats": str(FORMATS)}
    return ox.serialize(triples, format=ox.RdfFormat.from_media_type(media_type), prefixes=prefixes) or b""


def _statements(service: URIRef, size: int) -> Iterator[tuple[Node, Node, Node]]:
    """Of the service, its one dataset, and the graphs in it; those of articles are too many to be listed."""
    dataset, default = BNode(), BNode()
    yield service, RDF.type, SD.Service
    yield service, SD.endpoint, service
    yield service, SD.supportedLanguage, SD.SPARQL11Query
    yield service, SD.feature, SD.UnionDefaultGraph
    for media_type in dict.fromkeys(media_type for kind in MEDIA_TYPES.values() for media_type in kind):
        yield service, SD.resultFormat, FORMATS[_FORMATS[media_type]]
    yield service, SD.defaultDataset, dataset
    yield from ((dataset, RDF.type, kind) for kind in (SD.Dataset, VOID.Dataset))
    yield dataset, VOID.sparqlEndpoint, service
    yield dataset, VOID.triples, Literal(size)
    yield from ((dataset, VOID.vocabulary, URIRef(namespace)) for namespace in PREFIXES.values())
    yield dataset, SD.defaultGraph, default
    yield default, RDF.type, SD.Graph
    for name in GRAPHS:
        named, inner = BNode(), BNode()
        yield dataset, SD.namedGraph, named
        yield named, RDF.type, SD.NamedGraph
        yield named, SD.name, URIRef(expand(name))
        yield named, SD.graph, inner
        yield inner, RDF.type, SD.Graph
