"""SPARQL results to typed columns, on answers of a real engine."""

import json

import pandas as pd
import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from graph.client.frames import frame

PREFIX = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "


def ask(values: str, variables: str = "?x") -> pd.DataFrame:
    query = f"{PREFIX} SELECT {variables} WHERE {{ VALUES ({variables}) {{ {values} }} }}"
    solutions = Store().query(query)
    assert isinstance(solutions, QuerySolutions)
    answer = solutions.serialize(format=QueryResultsFormat.JSON)
    assert answer is not None
    return frame(json.loads(answer))


@pytest.mark.parametrize(
    ("values", "dtype", "expected"),
    [
        ("(1) (2)", "Int64", [1, 2]),
        ("(1) (2.5)", "Float64", [1.0, 2.5]),
        ("(1e3)", "Float64", [1000.0]),
        ("(true) (false)", "boolean", [True, False]),
        ("('a'@en) ('b')", "str", ["a", "b"]),
        ("(<urn:x>)", "str", ["urn:x"]),
        ("(1) ('a')", "str", ["1", "a"]),
        ("('2025-03-16'^^xsd:date)", "datetime64", [pd.Timestamp("2025-03-16")]),
        ("('2025-03-16T23:00:00-05:00'^^xsd:dateTime)", "datetime64", [pd.Timestamp("2025-03-17T04:00Z")]),
    ],
)
def test_a_column_has_the_type_of_its_values(values: str, dtype: str, expected: list[object]) -> None:
    column = ask(values)["x"]
    assert str(column.dtype).startswith(dtype)
    assert list(column) == expected


def test_what_is_unbound_is_missing() -> None:
    table = ask("(1 UNDEF '2025-03-16'^^xsd:date) (UNDEF 'a' UNDEF)", "?n ?s ?d")
    assert list(table.columns) == ["n", "s", "d"]
    assert table.isna().to_numpy().tolist() == [[False, True, False], [True, False, True]]
    assert str(table["n"].dtype) == "Int64"


def test_an_empty_answer_keeps_its_columns() -> None:
    table = frame({"head": {"vars": ["a", "b"]}, "results": {"bindings": []}})
    assert list(table.columns) == ["a", "b"]
    assert table.empty
