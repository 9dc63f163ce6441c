import subprocess
import sys

import pytest

from graph.errors import BadQuery, Refused
from graph.store.query import LENGTH, NESTING, OPERATORS, Kind, examine


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SELECT * { ?s ?p ?o }", "SELECT"),
        ("select * { ?s ?p ?o }", "SELECT"),
        ("ASK {}", "ASK"),
        ("PREFIX ask: <urn:x:> # CONSTRUCT\nDESCRIBE ask:a", "DESCRIBE"),
        ("PREFIX x: <urn:select> CONSTRUCT { ?s ?p 'ASK' } WHERE { ?s ?p ?select }", "CONSTRUCT"),
        ("BASE <urn:x> SELECT ?x { ?x a <ask> }", "SELECT"),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert examine(text).kind == kind


@pytest.mark.parametrize(
    ("text", "dataset"),
    [
        ("SELECT * { ?s ?p 'FROM' }", False),
        ("SELECT * { ?from ?p bc:from }", False),
        ("SELECT * FROM <urn:g> { ?s ?p ?o }", True),
        ("select * from named <urn:g> { ?s ?p ?o }", True),
    ],
)
def test_a_dataset_of_its_own(text: str, dataset: bool) -> None:
    assert examine(text).dataset is dataset


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "PREFIX x: <urn:x> DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/x>",
        "DROP ALL",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_no_queries(text: str) -> None:
    with pytest.raises(BadQuery, match="is an update"):
        examine(text)


@pytest.mark.parametrize("text", ["", "hello", "# SELECT", "'SELECT'"])
def test_what_is_no_query(text: str) -> None:
    with pytest.raises(BadQuery, match="none of the words"):
        examine(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        "SELECT * { SERVICE # a comment\n <http://127.0.0.1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1SERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 'x'@en.SERVICE<http://127.0.0.1/>{ ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1/> SELECT * { SERVICEx:y { ?s ?p ?o } }",
        "ASK { FILTER NOT EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } } }",
    ],
)
def test_service_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        examine(text)


@pytest.mark.parametrize(
    "text",
    [
        # Read as IRIs, these hide what follows in a string; the engine reads a comparison and a comment.
        'SELECT * { ?s ?p ?o FILTER(?s<?o#>"""\n) SERVICE <http://127.0.0.1/> { ?a ?b ?c } #"""\n}',
        "SELECT * { ?s ?p ?o FILTER(?s<?o)SERVICE#>\n?x{ ?a ?b ?c } }",
        'PREFIX b: <urn:b> SELECT * { ?s ?p ?o FILTER(?s<b:c#>"""\n) SERVICE <urn:x> { ?a ?b ?c } #"""\n}',
        'SELECT * { ?s ?p ?o FILTER(?s<actor:c#>"""\n) SERVICE <urn:x> { ?a ?b ?c } #"""\n}',
        "SELECT * { ?s ?p ?o FILTER(?s<#>\n?o) SERVICE <urn:x> { ?a ?b ?c } }",
    ],
)
def test_service_cannot_be_hidden(text: str) -> None:
    with pytest.raises((Refused, BadQuery)):
        examine(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service ?x { ?service ?p ?x }",
        "SELECT * { ?s ?p 'a secret SERVICE' }",
        "SELECT * { ?s ?p actor:federal-security-service }",
        "SELECT * { ?s ?p <urn:backchannel:actor:secret-service> } # SERVICE",
        'SELECT * { ?s ?p """SERVICE "it" \\""" """ }',
        "SELECT * { <urn:backchannel:article:x#char=0,5> ?p <http://example.org/x#y> FILTER(?p < 5) }",
    ],
)
def test_the_word_service_is_allowed_where_it_fetches_nothing(text: str) -> None:
    assert examine(text).kind == "SELECT"


def nested(depth: int) -> str:
    return "SELECT * " + "{" * depth + "}" * depth


def negated(times: int) -> str:
    return "SELECT * { FILTER(" + "!" * times + "true) }"


def padded(length: int) -> str:
    return "SELECT * {}".ljust(length)


@pytest.mark.parametrize(
    ("at", "over"),
    [
        (nested(NESTING), nested(NESTING + 1)),
        (negated(OPERATORS - 1), negated(OPERATORS)),  # the asterisk of SELECT is one
        (padded(LENGTH), padded(LENGTH + 1)),
    ],
    ids=["nesting", "operators", "length"],
)
def test_a_limit_lets_pass_what_it_names_and_no_more(at: str, over: str) -> None:
    assert examine(at).kind == "SELECT"
    with pytest.raises(BadQuery):
        examine(over)


RUN = """
import sys, threading
from graph.errors import BackchannelError
from graph.store import open_store
store, text, outcome = open_store(":memory:"), sys.stdin.read(), []
def work():
    try:
        store.ask(text)
        outcome.append("answered")
    except BackchannelError as error:
        outcome.append(type(error).__name__)
thread = threading.Thread(target=work)
thread.start()
thread.join()
print(*outcome)
"""


@pytest.mark.parametrize(
    "text",
    [
        "ASK { FILTER(" + "IF(true, " * (NESTING - 3) + "true" + ", false)" * (NESTING - 3) + ") }",
        "ASK { " + "FILTER EXISTS { ?s ?p ?o " * (NESTING - 1) + "}" * (NESTING - 1) + " }",
        "ASK { FILTER(" + "!" * OPERATORS + "true) }",
        "ASK { FILTER(1" + " + ?x" * (OPERATORS - 1) + ") }",
        "ASK { " + "FILTER(?x) " * 2900 + "}",
        "ASK { {} " + "UNION {} " * 3600 + "}",
    ],
    ids=["if", "exists", "not", "sum", "filters", "unions"],
)
def test_what_the_limits_let_pass_does_not_crash_the_engine(text: str) -> None:
    done = subprocess.run([sys.executable, "-c", RUN], input=text, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "answered"
