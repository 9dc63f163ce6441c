from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import cast, get_args

import networkx as nx
import pyoxigraph as ox
import pytest

from graph.errors import BadInput
from graph.export import Format, contacts, export
from graph.keeping import keep
from graph.store import Store, open_store
from tests.graph.samples import ARTICLE, LAVROV, RECORD, RUBIO, RUN, SENTENCES


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        keep(opened, ARTICLE, RECORD, RUN)
        yield opened


def exported(store: Store, format_: Format) -> bytes:
    out = BytesIO()
    export(store, out, format=format_)
    return out.getvalue()


@pytest.mark.parametrize(
    ("format_", "rdf"),
    [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS), ("jsonld", ox.RdfFormat.JSON_LD)],
)
def test_a_format_with_graphs_keeps_everything(store: Store, format_: Format, rdf: ox.RdfFormat) -> None:
    assert set(ox.parse(exported(store, format_), format=rdf)) == set(store.match())


def test_turtle_keeps_all_triples(store: Store) -> None:
    triples = {quad.triple for quad in ox.parse(exported(store, "turtle"), format=ox.RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in store.match()}


def test_turtle_is_written_with_our_prefixes(store: Store) -> None:
    assert b"actor:marco-rubio bc:spoke_with actor:sergei-lavrov" in exported(store, "turtle")


def test_graphml_is_read_back_as_the_network(store: Store) -> None:
    network = nx.read_graphml(BytesIO(exported(store, "graphml")), force_multigraph=True)
    assert dict(network.nodes(data=True)) == {
        RUBIO: {"type": "person", "name": "Marco Rubio", "country": "USA"},
        LAVROV: {"type": "person", "name": "Sergei Lavrov", "country": "RUS"},
    }
    begin, end = SENTENCES[1].begin, SENTENCES[1].end
    assert network.get_edge_data(RUBIO, LAVROV, RECORD.claims[0].id) == {
        "predicate": "spoke_with",
        "confidence": 0.85,
        "sentence": ARTICLE.text[begin:end],
        "article": ARTICLE.id,
        "date": "2025-03-15",
        "published": "2025-03-16",
    }
    assert network.number_of_edges() == 2


def test_what_is_not_asserted_is_no_edge() -> None:
    planned = replace(RECORD, claims=(replace(RECORD.claims[0], modality="planned"),))
    with open_store(":memory:") as store:
        keep(store, ARTICLE, planned, RUN)
        assert contacts(store).number_of_edges() == 0


def test_a_name_that_xml_cannot_hold_is_written_without_what_it_cannot() -> None:
    odd = replace(
        RECORD, entities=(replace(RECORD.entities[2], name="Marco\x00\x0b Rubio\ufffe"), *RECORD.entities[3:])
    )
    odd = replace(odd, events=(), claims=(replace(odd.claims[1], event=None, attributed_to=None),))
    with open_store(":memory:") as store:
        keep(store, ARTICLE, odd, RUN)
        network = nx.read_graphml(BytesIO(exported(store, "graphml")))
    assert network.nodes[RUBIO]["name"] == "Marco Rubio"


def test_another_format_is_refused(store: Store) -> None:
    assert set(get_args(Format)) == {"turtle", "trig", "nquads", "jsonld", "graphml"}
    with pytest.raises(BadInput, match="'pdf' is none of the formats"):
        export(store, BytesIO(), format=cast("Format", "pdf"))
