import pytest
from hypothesis import given, settings

from graph.errors import BadInput
from graph.model import Article, Record
from graph.rdf import quads, read
from graph.rdf.terms import article_node
from graph.store import open_store
from tests.graph.records import RUN, in_order, readings


@given(reading=readings())
def test_nothing_is_lost_on_the_way_to_quads_and_back(reading: tuple[Article, Record]) -> None:
    article, record = reading
    assert read(quads(article, record, run=RUN)) == (article, in_order(record))


@settings(max_examples=25, deadline=None)
@given(reading=readings())
def test_nothing_is_lost_on_the_way_through_the_store(reading: tuple[Article, Record]) -> None:
    article, record = reading
    written = list(quads(article, record, run=RUN))
    with open_store(":memory:") as store:
        store.apply(add=written)
        stored = list(store.match(graph=article_node(article.id)))
    assert set(stored) == set(written)
    assert read(stored) == (article, in_order(record))


def test_quads_of_no_article_are_refused() -> None:
    with pytest.raises(BadInput, match="One article was expected, not 0"):
        read([])
