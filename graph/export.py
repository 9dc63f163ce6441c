"""The graph as a file for other tools."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Literal, get_args

import networkx as nx
import pyoxigraph as ox

from graph.errors import BadInput
from graph.names import PREFIXES, compact
from graph.rdf.terms import CLASSES, node
from graph.view import View

if TYPE_CHECKING:
    from graph.store import Row, Store

Format = Literal["turtle", "trig", "nquads", "jsonld", "graphml"]

_MEDIA_TYPES: dict[str, str] = {
    "trig": "application/trig",
    "nquads": "application/n-quads",
    "jsonld": "application/ld+json",
}
_TYPES = {node(name): kind for kind, name in CLASSES.items()}

_NODES = """
SELECT ?id ?name ?class ?country FROM bc:entities WHERE {
  ?id a ?class ; skos:prefLabel ?name .
  OPTIONAL { ?id bc:country ?country }
} ORDER BY ?id
"""
_EDGES = """
SELECT ?subject ?predicate ?object ?claim ?confidence ?sentence ?id ?date ?published ?article WHERE {
  GRAPH ?article {
    ?claim a bc:Claim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
      bc:polarity "positive" ; bc:modality "asserted" ; bc:confidence ?confidence ; prov:wasDerivedFrom ?words .
    ?words nif:anchorOf ?sentence .
    ?article schema:identifier ?id .
    OPTIONAL { ?article schema:datePublished ?published }
    OPTIONAL { ?claim bc:event/sem:hasBeginTimeStamp ?date }
  }
} ORDER BY ?claim
"""


def export(store: Store, out: IO[bytes], *, format: Format) -> None:  # noqa: A002
    """Write the whole store to a binary file.

    ``trig``, ``nquads`` and ``jsonld`` keep everything; ``turtle`` is the same triples without their graphs, so it no
    longer tells which article said what. All these are written while they are read. ``graphml`` is `contacts`, which
    is put together in memory. Raises `BadInput` for another format.
    """
    if format == "graphml":
        nx.write_graphml(contacts(store), out, named_key_ids=True)
    elif format == "turtle":
        triples = (quad.triple for quad in store.match())
        ox.serialize(triples, out, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    elif format in _MEDIA_TYPES:
        store.dump(out, media_type=_MEDIA_TYPES[format])
    else:
        raise BadInput(f"{format!r} is none of the formats {', '.join(get_args(Format))}.")


def contacts(store: Store) -> nx.MultiDiGraph[str]:
    """The claims that are asserted and positive, as edges between entities.

    A node is a compact id with ``name``, ``type`` and, where known, ``country``; an edge has the claim's id as its key,
    and ``predicate``, ``confidence``, ``sentence``, ``article`` and, where known, the ``date`` of the event and the day
    on which the article was ``published``, both ISO 8601.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in store.select(_NODES):
        network.add_node(_id(row, "id"), type=_TYPES[row["class"]], **_texts(row, "name", "country"))  # type: ignore[index]
    for row in View.of(store).shown(store.select(_EDGES)):
        about = _texts(row, "sentence", "date", "published") | {"article": _texts(row, "id")["id"]}
        confidence = float(_texts(row, "confidence")["confidence"])
        ends = _id(row, "subject"), _id(row, "object")
        network.add_edge(*ends, key=_id(row, "claim"), predicate=_id(row, "predicate"), confidence=confidence, **about)
    network.remove_nodes_from([name for name, degree in network.degree() if not degree])
    return network


def _id(row: Row, column: str) -> str:
    return compact(str(row[column].value))  # type: ignore[union-attr]  # all terms here are IRIs or literals


def _texts(row: Row, *columns: str) -> dict[str, str]:
    return {name: _printable(row[name].value) for name in columns if name in row}  # type: ignore[union-attr]


def _printable(text: str) -> str:
    """The text without control characters, which XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff"))
