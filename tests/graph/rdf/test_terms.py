from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from graph.model import Run, Span
from graph.names import expand
from graph.rdf.terms import address, is_article, literal, part_node, run_node, span_node


@pytest.mark.parametrize(
    ("value", "text", "datatype"),
    [
        ("words", "words", "string"),
        (True, "true", "boolean"),
        (7, "7", "integer"),
        (0.85, "0.85", "decimal"),
        (1.0, "1", "decimal"),
        (0.0, "0", "decimal"),
        (100.0, "100", "decimal"),
        (1e-05, "0.00001", "decimal"),
        (date(2025, 3, 16), "2025-03-16", "date"),
    ],
)
def test_literal(value: str | bool | int | float | date, text: str, datatype: str) -> None:
    assert literal(value) == Literal(text, datatype=NamedNode(expand(f"xsd:{datatype}")))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_float_keeps_its_value(value: float) -> None:
    assert float(literal(value).value) == value


@pytest.mark.parametrize(
    ("url", "is_iri"),
    [("https://example.org/a?b=1#c", True), ("example.org", False), ("http://a b", False), ("", False)],
)
def test_an_address_is_an_iri_where_it_can_be(url: str, is_iri: bool) -> None:
    assert isinstance(address(url), NamedNode) is is_iri
    assert address(url).value == url


def test_the_nodes_of_spans_and_parts_hang_on_what_they_are_of() -> None:
    assert span_node("a b", Span(0, 51)).value == "urn:backchannel:article:a%20b#char=0,51"
    assert part_node("event:1f", 2).value == "urn:backchannel:event:1f#2"


def test_a_run_is_known_by_all_that_it_is() -> None:
    runs = [Run("a", "1", "m"), Run("a", "1", "n"), Run("a", "2", "m"), Run("b", "1", "m")]
    assert len({run_node(run) for run in runs}) == 4
    assert run_node(runs[0]) == run_node(Run("a", "1", "m"))


@pytest.mark.parametrize(("name", "expected"), [("article:x", True), ("entities", False), ("facts", False)])
def test_which_graphs_are_articles(name: str, expected: bool) -> None:
    assert is_article(NamedNode(expand(name))) is expected
