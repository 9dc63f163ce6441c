"""Between plain values and RDF terms."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from graph.names import PREFIXES, digest, expand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model import EntityType, Role, Run, Span

Node = NamedNode | Literal

CLASSES: Mapping[EntityType, str] = {
    "person": "Person",
    "organization": "Organization",
    "country": "Country",
    "place": "Place",
    "group": "Group",
    "other": "Thing",
}
ROLES: Mapping[Role, str] = {
    "actor": "actor",
    "recipient": "recipient",
    "place": "sem:hasPlace",
    "instrument": "instrument",
    "topic": "about",
    "other": "other_participant",
}


@lru_cache(maxsize=4096)
def node(name: str) -> NamedNode:
    """The node of a compact name: ``"spoke_with"`` is one of our vocabulary, ``"actor:x"`` has a prefix."""
    return NamedNode(expand(name))


ENTITIES = node("entities")
FACTS = node("facts")
CANONICAL = node("canonical")
HAPPENINGS = node("happenings")
JUDGEMENTS = node("judgements")


def article_node(article_id: str) -> NamedNode:
    """An article, which is the name of its graph as well."""
    return node(f"article:{article_id}")


def is_article(graph: object) -> bool:
    """Whether a graph is that of an article."""
    return isinstance(graph, NamedNode) and graph.value.startswith(PREFIXES["article"])


def span_node(article_id: str, span: Span) -> NamedNode:
    """A stretch of an article's text: ``urn:backchannel:article:ID#char=0,51``."""
    return NamedNode(f"{article_node(article_id).value}#char={span.begin},{span.end}")


def part_node(event_id: str, position: int) -> NamedNode:
    """One participation in an event: ``urn:backchannel:event:HASH#0``."""
    return NamedNode(f"{node(event_id).value}#{position}")


def run_node(run: Run) -> NamedNode:
    """A run, whose id is a hash of what it is."""
    return node("run:" + digest(run.extractor, run.version, run.model))


def literal(value: str | bool | int | float | date) -> Literal:
    """A value in the one form that the store gives back: a float as a decimal, 1.0 as 1."""
    if isinstance(value, datetime):
        return Literal(value.isoformat(), datatype=node("xsd:dateTime"))
    if isinstance(value, float):
        exact = Decimal(repr(value))
        plain = f"{exact:f}"
        return Literal(plain.rstrip("0").rstrip(".") if "." in plain else plain, datatype=node("xsd:decimal"))
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=node("xsd:date"))
    return Literal(value)


def address(url: str) -> Node:
    """A URL as an IRI where it is one, or else as text, so that nothing is lost."""
    try:
        return NamedNode(url)
    except ValueError:
        return Literal(url, datatype=node("xsd:anyURI"))
