"""Passages: the sentences in which articles name somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import NamedNode

from graph.model import Span
from graph.queries.articles import Source, source_of
from graph.queries.description import describe
from graph.queries.lookup import subjects
from graph.rdf.terms import is_article, node
from graph.store.store import Store


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of an article and where it names somebody, in code points of the article's text."""

    article: Source
    sentence: str
    begin: int
    end: int
    mention: Span


def passages(store: Store, entity: NamedNode, most: int) -> tuple[Passage, ...]:
    """The first sentence of each of up to ``most`` articles that names an entity."""
    graphs = {quad.graph_name for quad in store.match(entity, node("skos:prefLabel")) if is_article(quad.graph_name)}
    ordered = sorted((graph for graph in graphs if isinstance(graph, NamedNode)), key=lambda graph: graph.value)
    found = (passage for graph in ordered for passage in islice(_of_article(store, entity, graph), 1))
    return tuple(islice(found, most))


def _of_article(store: Store, entity: NamedNode, graph: NamedNode) -> Iterator[Passage]:
    mentions = sorted(_span(store, one) for one in subjects(store, "itsrdf:taIdentRef", entity, graph=graph))
    for sentence in sorted(subjects(store, "rdf:type", node("nif:Sentence"), graph=graph), key=lambda one: one.value):
        within = _span(store, sentence)
        for mention in mentions:
            if within.begin <= mention.begin and mention.end <= within.end:
                words = describe(store, sentence).text("nif:anchorOf")
                yield Passage(source_of(describe(store, graph)), words, within.begin, within.end, mention)


def _span(store: Store, words: NamedNode) -> Span:
    about = describe(store, words)
    return Span(about.number("nif:beginIndex"), about.number("nif:endIndex"))
