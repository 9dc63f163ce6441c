"""Frames: the answer to a SELECT as a table whose columns have the types of their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from graph.names import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Term = Mapping[str, str]

XSD = PREFIXES["xsd"]
INTEGERS = ("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "negativeInteger")
KINDS: dict[str, str] = {
    **{XSD + name: "Int64" for name in INTEGERS},
    **{XSD + name: "Float64" for name in ("decimal", "double", "float")},
    XSD + "boolean": "boolean",
    XSD + "date": "day",
    XSD + "dateTime": "moment",
}
READERS: dict[str, Callable[[str], Any]] = {
    "Int64": int,
    "Float64": float,
    "boolean": lambda value: value in ("true", "1"),
    "day": lambda value: value,
    "moment": lambda value: value,
    "str": lambda value: value,
}


def frame(answer: Mapping[str, Any]) -> pd.DataFrame:
    """SPARQL results in JSON to a DataFrame, one column a variable, in the order of the query.

    Whole numbers come as Int64, others as Float64, booleans as boolean, ``xsd:date`` and ``xsd:dateTime`` (in UTC) as
    datetime64, all else, and columns of several kinds, as str. What is unbound is missing.
    """
    rows: list[Mapping[str, Term]] = answer["results"]["bindings"]
    return pd.DataFrame({name: column([row.get(name) for row in rows]) for name in answer["head"]["vars"]})


def column(terms: Sequence[Term | None]) -> pd.Series[Any]:
    """One column; a None is a value that is unbound."""
    chosen = kind(terms)
    values = [None if term is None else READERS[chosen](term["value"]) for term in terms]
    if chosen in ("day", "moment"):
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="str"), format="ISO8601", utc=chosen == "moment"))
    return pd.Series(values, dtype=chosen)


def kind(terms: Sequence[Term | None]) -> str:
    """What all the terms are; whole numbers and others together are numbers."""
    kinds = {KINDS.get(term.get("datatype", ""), "str") for term in terms if term is not None}
    if kinds == {"Int64", "Float64"}:
        return "Float64"
    return kinds.pop() if len(kinds) == 1 else "str"
