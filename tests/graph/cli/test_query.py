"""``backchannel query`` on a real store."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from typer.testing import CliRunner

from graph.cli.commands import app
from graph.names import expand
from graph.store import open_store

ARTICLE = NamedNode(expand("article:a"))
NAMES = "SELECT ?x ?name WHERE { GRAPH article:a { ?x skos:prefLabel ?name } } ORDER BY ?name"
GRAPH = "CONSTRUCT { ?x rdfs:label ?name } WHERE { GRAPH article:a { ?x skos:prefLabel ?name } }"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    label = NamedNode(expand("skos:prefLabel"))
    with open_store(tmp_path / "store") as opened:
        opened.apply(
            add=[
                Quad(NamedNode(expand("actor:marco-rubio")), label, Literal("Marco Rubio"), ARTICLE),
                Quad(NamedNode(expand("actor:sergei-lavrov")), label, Literal("Sergei \x1b[31mLavrov"), ARTICLE),
            ]
        )
    return tmp_path / "store"


def run(store: Path, *arguments: str, given: str | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["query", *arguments, "--store", str(store)], input=given)
    return result.exit_code, result.stdout, result.stderr


def test_a_table_has_short_names_and_nothing_that_steers_the_terminal(store: Path) -> None:
    code, out, err = run(store, NAMES)
    assert code == 0
    assert [line.strip().split(maxsplit=1) for line in out.splitlines()] == [
        ["x", "name"],
        ["actor:marco-rubio", "Marco Rubio"],
        ["actor:sergei-lavrov", "Sergei �[31mLavrov"],
    ]
    assert err == "2 rows\n"


@pytest.mark.parametrize(
    ("arguments", "begin"),
    [
        ([NAMES, "--format", "csv"], "x,name\nurn:backchannel:actor:marco-rubio,Marco Rubio\n"),
        ([NAMES, "--format", "tsv"], '?x\t?name\n<urn:backchannel:actor:marco-rubio>\t"Marco Rubio"\n'),
        ([NAMES, "--format", "xml"], '<?xml version="1.0"?><sparql '),
        ([GRAPH, "--format", "xml"], '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF '),
        ([GRAPH, "--format", "ntriples"], "<urn:backchannel:actor:"),
        ([GRAPH], "<urn:backchannel:actor:"),
        (["ASK { actor:marco-rubio ?p ?o }"], "yes\n"),
        (["ASK { actor:nobody ?p ?o }"], "no\n"),
    ],
)
def test_every_format_is_written_by_the_engine(store: Path, arguments: list[str], begin: str) -> None:
    code, out, _ = run(store, *arguments)
    assert code == 0
    assert out.startswith(begin)


def test_json_from_a_query_on_standard_input(store: Path) -> None:
    code, out, _ = run(store, "-", "--format", "json", given=NAMES)
    assert code == 0
    names = [row["name"]["value"] for row in json.loads(out)["results"]["bindings"]]
    assert names == ["Marco Rubio", "Sergei \x1b[31mLavrov"]


def test_a_query_works_while_another_process_owns_the_store(store: Path) -> None:
    command = [str(Path(sys.executable).parent / "backchannel"), "query", NAMES, "-f", "csv", "-s", str(store)]
    with open_store(store):
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert "Marco Rubio" in done.stdout


@pytest.mark.parametrize(
    ("query", "code", "message"),
    [
        ("SELECT ?x WHERE {", 2, "line 1"),
        ("DELETE WHERE { ?s ?p ?o }", 2, "update"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 1, "SERVICE"),
    ],
)
def test_a_bad_query_is_one_line_on_standard_error(store: Path, query: str, code: int, message: str) -> None:
    status, out, err = run(store, query)
    assert (status, out) == (code, "")
    assert err.startswith("backchannel: ")
    assert message in err
    assert err.count("\n") == 1


def test_a_graph_has_no_csv(store: Path) -> None:
    status, _, err = run(store, GRAPH, "--format", "csv")
    assert status == 2
    assert "text/csv" in err


def test_no_store_is_said(tmp_path: Path) -> None:
    status, _, err = run(tmp_path / "none", NAMES)
    assert status == 1
    assert "There is no store" in err
