"""What a SPARQL query is, seen before any engine runs it, and which queries are turned away.

The engine fetches what SERVICE names, crashes the process on deep nesting and on long chains of operators, and has no
switch against either. So the text is read token by token first. The reader need not understand a query, but it must
never take for a string, a comment or an IRI what the engine takes for code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from graph.errors import BadQuery, Refused
from graph.names import PREFIXES

Kind = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

LENGTH = 32_768  # characters; a chain of 2,500 unions or filters fits, 10,000 crash the engine
NESTING = 100  # brackets open at once; 1,000 nested EXISTS or IF crash the engine
OPERATORS = 1_000  # in all; 10,000 negations or sums in a row crash the engine

SOLUTIONS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
TRIPLES = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
    "application/trig",
    "application/n-quads",
)
MEDIA_TYPES: dict[Kind, tuple[str, ...]] = {
    "SELECT": SOLUTIONS,
    "ASK": SOLUTIONS,
    "CONSTRUCT": TRIPLES,
    "DESCRIBE": TRIPLES,
}
"""What each kind of query can be answered in, the best first."""

_KINDS: dict[str, Kind] = {"SELECT": "SELECT", "ASK": "ASK", "CONSTRUCT": "CONSTRUCT", "DESCRIBE": "DESCRIBE"}
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_VOLATILE = frozenset({"NOW", "RAND", "UUID", "STRUUID", "BNODE"})
_TOKEN = re.compile(
    r"""(?P<comment> \#[^\r\n]* )
      | (?P<string> \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3}
                  | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
      | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
      | (?P<name> [?$]\w+ | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | :[\w:%-]+ | \\. )
      | (?P<prefix> [\w-]+(?=\s*:) )
      | (?P<word> \w+ )
      | (?P<open> [{(\[] )
      | (?P<close> [})\]] )
      | (?P<operator> [-!+*/|&=^<>] )""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Query:
    """A query's kind, whether it names its own dataset (FROM), and whether it may answer differently each time."""

    kind: Kind
    dataset: bool
    volatile: bool


def examine(text: str) -> Query:
    """The kind of a query that may be run.

    Raises `BadQuery` for an update, for what is no query at all and for one that passes a limit; `Refused` for SERVICE.
    """
    if len(text) > LENGTH:
        raise BadQuery(f"The query has {len(text):,} characters; {LENGTH:,} are allowed.")
    tokens = [(str(token.lastgroup), token[0]) for token in _TOKEN.finditer(text)]
    _refuse_service(tokens)
    _refuse_ambiguity(tokens)
    _refuse_excess(tokens)
    words = [word.upper() for kind, word in tokens if kind == "word"]
    return Query(_kind(words), dataset="FROM" in words, volatile=not _VOLATILE.isdisjoint(words))


def _kind(words: list[str]) -> Kind:
    first = next((word for word in words if word in _KINDS or word in _UPDATES), None)
    if first is None:
        raise BadQuery("The query has none of the words SELECT, ASK, CONSTRUCT and DESCRIBE.")
    if first in _UPDATES:
        raise BadQuery(f"{first} is an update; only queries are answered here.")
    return _KINDS[first]


def _refuse_service(tokens: list[tuple[str, str]]) -> None:
    # A part of a word counts, because the engine reads "trueSERVICEex:a" as three tokens.
    if any(kind in ("word", "prefix") and "SERVICE" in text.upper() for kind, text in tokens):
        raise Refused("SERVICE is not allowed: a query may not fetch from elsewhere.")


def _refuse_ambiguity(tokens: list[tuple[str, str]]) -> None:
    """``?a<b:c#>`` ends in an IRI or in a comment, depending on who reads; what follows could hide from us."""
    prefixes = PREFIXES.keys() | {text for kind, text in tokens if kind == "prefix"}
    for kind, text in tokens:
        scheme, _, rest = text[1:].partition(":")
        certain = "//" in rest.partition("#")[0] or (
            re.fullmatch(r"[A-Za-z][\w+.-]*", scheme) and scheme not in prefixes
        )
        if kind == "iri" and "#" in text and not certain:
            raise BadQuery(f"{text} could be read in two ways: write an IRI in full, and a space after the operator <.")


def _refuse_excess(tokens: list[tuple[str, str]]) -> None:
    depth = operators = 0
    for kind, text in tokens:
        depth += {"open": 1, "close": -1, "iri": text.count("(") + text.count("[")}.get(kind, 0)
        operators += kind == "operator"
        if depth > NESTING:
            raise BadQuery(f"The query nests more than {NESTING} brackets.")
        if operators > OPERATORS:
            raise BadQuery(f"The query has more than {OPERATORS:,} operators.")
