from collections.abc import Callable

import pytest

from graph.extraction import Extractor
from graph.extraction.construct import CONSTRUCTS, TITLE
from graph.model import Article

Constructs = Callable[[str, str], set[str]]


@pytest.fixture(scope="session")
def constructs(extractor: Extractor) -> Constructs:
    """The constructs of the events of a predicate in a text."""

    def found(text: str, predicate: str) -> set[str]:
        record, features = extractor.traced(Article("article", text))
        ids = [event.id for event in record.events if event.predicate == predicate]
        return {name.partition(".")[2] for id_ in ids for name in features[id_] if name.startswith("construct.")}

    return found


@pytest.mark.parametrize(
    ("text", "predicate", "construct"),
    [
        ("Angela Merkel met Emmanuel Macron in Berlin.", "met_with", "active"),
        ("Peru was accused by Chile.", "accused", "passive"),
        ("Angela Merkel, who met Emmanuel Macron in Berlin, left.", "met_with", "relative"),
        ("Angela Merkel left Berlin, accusing Emmanuel Macron of lies.", "accused", "participle"),
        ("Angela Merkel wants to meet Emmanuel Macron.", "met_with", "infinitive"),
        ("Angela Merkel flew to Paris and met Emmanuel Macron.", "met_with", "coordinated"),
        ("Angela Merkel meets Emmanuel Macron in Berlin", "met_with", "headline"),
        ("The attack on Peru by Chile surprised everybody.", "attacked", "noun"),
        ("Chile launched an attack on Peru.", "attacked", "light verb"),
        ("Angela Merkel outlived Helmut Kohl.", "verb:outlive", "other"),
    ],
)
def test_how_an_event_was_found(constructs: Constructs, text: str, predicate: str, construct: str) -> None:
    assert construct in CONSTRUCTS
    assert constructs(text, predicate) == {construct}


def test_an_office_has_a_construct_without_an_event(extractor: Extractor) -> None:
    record, features = extractor.traced(Article("article", "Russian President Vladimir Putin slept."))
    (claim,) = record.claims
    assert features[claim.id] == {f"construct.{TITLE}": 1.0}
