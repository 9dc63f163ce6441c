"""Where a sentence names somebody."""

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.model import Span
from graph.queries.description import Description, describe
from graph.rdf.terms import node
from graph.store.store import Store


def mention(store: Store, entity: NamedNode, within: Span, *, article: NamedNode, event: Description) -> Span | None:
    """The words in the sentence ``within`` that stand for the entity, by name or not ("he"), in the article's offsets.

    Those that the event names its participant by come first, else the first of all; None where the sentence has none:
    an actor may take part by a mention in the sentence before.
    """
    for spans in (_taking_part(store, entity, event), sorted(_anywhere(store, entity, article))):
        inside = [span for span in spans if within.begin <= span.begin and span.end <= within.end]
        if inside:
            return inside[0]
    return None


def _taking_part(store: Store, entity: NamedNode, event: Description) -> Iterator[Span]:
    for part in event.nodes("participation"):
        about = describe(store, part)
        if about.node_of("entity") == entity:
            yield from (_span(store, words) for words in about.nodes("mention"))


def _anywhere(store: Store, entity: NamedNode, article: NamedNode) -> Iterator[Span]:
    for quad in store.match(None, node("itsrdf:taIdentRef"), entity, article):
        if isinstance(quad.subject, NamedNode):
            yield _span(store, quad.subject)


def _span(store: Store, words: NamedNode) -> Span:
    about = describe(store, words)
    return Span(about.number("nif:beginIndex"), about.number("nif:endIndex"))
