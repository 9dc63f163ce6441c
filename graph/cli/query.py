"""``backchannel query``."""

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.options import StoreOption, reading, writing
from graph.cli.show import table

if TYPE_CHECKING:
    from graph.store import Store

JSON = "application/sparql-results+json"


class Format(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    jsonld = "jsonld"


SOLUTIONS = {Format.json: JSON, Format.csv: "text/csv", Format.tsv: "text/tab-separated-values"}
TRIPLES = {Format.turtle: "text/turtle", Format.ntriples: "application/n-triples", Format.jsonld: "application/ld+json"}


def query(
    sparql: Annotated[str, typer.Argument(metavar="SPARQL", help="The query, or - to read it from standard input.")],
    notation: Annotated[
        Format | None, typer.Option("--format", "-f", help="A table if not given; Turtle if the answer is a graph.")
    ] = None,
    store: StoreOption = None,
) -> None:
    """Answer a SPARQL query; the prefixes of the model (bc:, actor:, place: ...) need no declaration.

    Works while a service runs on the store. Updates are refused: `backchannel ingest` writes.
    """
    text = sys.stdin.read() if sparql == "-" else sparql
    with reading(store) as opened:
        show(opened, text, notation)


def show(store: "Store", text: str, chosen: Format | None) -> None:
    """Prints the answer in the format chosen; BadInput where this kind of query has no such format."""
    from graph.store import examine

    graph = examine(text).kind in ("CONSTRUCT", "DESCRIBE")
    chosen = chosen or (Format.turtle if graph else Format.table)
    answer = store.answer(text, media_type=media_type(chosen, graph=graph))
    if chosen == Format.table and not graph:
        show_table(json.loads(answer))
    else:
        with writing(None) as out:
            out.write(answer)


def media_type(chosen: Format, *, graph: bool) -> str:
    """The media type of a format, XML and tables depending on whether the answer is a graph."""
    if chosen == Format.xml:
        return "application/rdf+xml" if graph else "application/sparql-results+xml"
    return TRIPLES.get(chosen) or SOLUTIONS.get(chosen) or ("text/turtle" if graph else JSON)


def show_table(answer: dict[str, Any]) -> None:
    """An ASK as a word, a SELECT as a table in which IRIs are short where they have a prefix."""
    if "boolean" in answer:
        typer.echo("yes" if answer["boolean"] else "no")
        return
    names, rows = answer["head"]["vars"], answer["results"]["bindings"]
    table(names, ([term(row.get(name)) for name in names] for row in rows))
    typer.echo(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", err=True)


def term(value: dict[str, Any] | None) -> str:
    """A term of SPARQL's JSON as people read it."""
    from graph.names import compact

    if value is None:
        return ""
    return compact(value["value"]) if value["type"] == "uri" else str(value["value"])
