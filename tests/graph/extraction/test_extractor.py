import pytest

from graph.errors import BadInput
from graph.extraction import Extractor
from graph.model import Article


def test_records_come_in_the_order_of_the_articles(extractor: Extractor) -> None:
    articles = [Article("b", "Rubio met Lavrov."), Article("a", "")]
    assert [(record.id, len(record.events)) for record in extractor.records(articles)] == [("b", 1), ("a", 0)]


def test_the_id_of_the_article_is_part_of_every_event(extractor: Extractor) -> None:
    one, two = extractor.records([Article("1", "Rubio met Lavrov."), Article("2", "Rubio met Lavrov.")])
    assert {event.id for event in one.events}.isdisjoint(event.id for event in two.events)


def test_a_model_that_is_not_installed_is_bad_input() -> None:
    with pytest.raises(BadInput, match="no spaCy model named 'none'"):
        Extractor("none")
