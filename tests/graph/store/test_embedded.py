import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import BadInput, BadQuery, Overloaded, Refused, StoreUnavailable
from graph.names import expand
from graph.store import MEDIA_TYPES, embedded
from graph.store.embedded import EmbeddedStore
from graph.store.query import Kind

A, B, P, G, H = (ox.NamedNode(f"urn:{name}") for name in "abpgh")
JSON = "application/sparql-results+json"


def quad(subject: ox.NamedNode, value: object, graph: ox.NamedNode = G) -> ox.Quad:
    return ox.Quad(subject, P, ox.Literal(value) if isinstance(value, str | int) else ox.Literal(str(value)), graph)


@pytest.fixture
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore() as opened:
        opened.apply(add=[quad(A, 1), quad(B, 2, H)])
        yield opened


def test_select_sees_all_graphs(store: EmbeddedStore) -> None:
    rows = store.select("SELECT ?s ?o { ?s <urn:p> ?o FILTER(isLiteral(?o)) } ORDER BY ?s")
    assert rows == [{"s": A, "o": ox.Literal(1)}, {"s": B, "o": ox.Literal(2)}]


def test_select_leaves_out_what_is_unbound(store: EmbeddedStore) -> None:
    assert store.select("SELECT ?s ?x { ?s <urn:p> 1 OPTIONAL { ?s <urn:q> ?x } }") == [{"s": A}]


def test_from_names_the_graph(store: EmbeddedStore) -> None:
    assert store.select("SELECT ?s FROM <urn:h> { ?s <urn:p> ?o }") == [{"s": B}]


def test_our_prefixes_need_no_declaration(store: EmbeddedStore) -> None:
    node = ox.NamedNode(expand("actor:marco-rubio"))
    store.apply(add=[ox.Quad(node, P, node, G)])
    assert store.ask("ASK { actor:marco-rubio ?p ?o }")


def test_a_value_stands_in_for_a_variable(store: EmbeddedStore) -> None:
    assert store.select("SELECT ?s ?o { ?s <urn:p> ?o }", o=ox.Literal(2)) == [{"s": B, "o": ox.Literal(2)}]
    assert store.ask("ASK { ?s ?p ?o }", s=A)
    assert not store.ask("ASK { ?s ?p ?o }", s=ox.NamedNode("urn:nobody"))
    assert store.construct("CONSTRUCT WHERE { ?s <urn:p> ?o }", s=A) == [ox.Triple(A, P, ox.Literal(1))]


@pytest.mark.parametrize("words", ['" } DROP ALL {', "' || true", "\\", "}\n#", '"""', "\x00"])
def test_a_value_is_never_a_piece_of_a_query(store: EmbeddedStore, words: str) -> None:
    assert store.select("SELECT ?o { ?s <urn:p> ?o }", o=ox.Literal(words)) == []
    store.apply(add=[quad(A, words)])
    assert [row["o"] for row in store.select("SELECT ?o { ?s <urn:p> ?o }", o=ox.Literal(words))] == [ox.Literal(words)]
    store.apply(remove=[quad(A, words)])
    assert list(store.match(A)) == [quad(A, 1)]


def test_a_value_that_could_not_take_effect_is_an_error(store: EmbeddedStore) -> None:
    with pytest.raises(BadQuery, match=r"\?s"):
        store.select("SELECT ?o { ?s <urn:p> ?o }", s=A)


def test_an_error_tells_where(store: EmbeddedStore) -> None:
    with pytest.raises(BadQuery, match="line 2, column 9: expected"):
        store.select("SELECT * {\n ?s ?p }")


@pytest.mark.parametrize(
    ("method", "query"), [("select", "ASK {}"), ("ask", "SELECT * {}"), ("construct", "ASK {}"), ("ask", "DROP ALL")]
)
def test_another_kind_of_query_is_an_error(store: EmbeddedStore, method: str, query: str) -> None:
    with pytest.raises(BadQuery):
        getattr(store, method)(query)


QUERIES: dict[Kind, str] = {
    "SELECT": "SELECT ?s { ?s <urn:p> 1 }",
    "ASK": "ASK { <urn:a> <urn:p> 1 }",
    "CONSTRUCT": "CONSTRUCT WHERE { ?s <urn:p> 1 }",
    "DESCRIBE": "DESCRIBE <urn:a>",
}


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [(kind, media_type) for kind, media_types in MEDIA_TYPES.items() for media_type in media_types],
)
def test_answer_in_each_media_type(store: EmbeddedStore, kind: Kind, media_type: str) -> None:
    body = store.answer(QUERIES[kind], media_type=media_type)
    if kind in ("CONSTRUCT", "DESCRIBE"):
        rdf_format = ox.RdfFormat.from_media_type(media_type)
        assert [each.triple for each in ox.parse(body, format=rdf_format)] == [ox.Triple(A, P, ox.Literal(1))]
    elif media_type == "text/csv":  # which has no parser in the engine, and for ASK no standard
        assert body.split() == ([b"s", b"urn:a"] if kind == "SELECT" else [b"true"])
    else:
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.from_media_type(media_type))
        answers = [row["s"] for row in found] if isinstance(found, ox.QuerySolutions) else bool(found)
        assert answers == ([A] if kind == "SELECT" else True)


@pytest.mark.parametrize(("query", "media_type"), [("ASK {}", "text/turtle"), ("DESCRIBE <urn:a>", JSON)])
def test_a_media_type_of_another_kind_is_an_error(store: EmbeddedStore, query: str, media_type: str) -> None:
    with pytest.raises(BadInput, match=f"not in {re.escape(media_type)}"):
        store.answer(query, media_type=media_type)


def test_the_protocols_graphs_take_the_place_of_from(store: EmbeddedStore) -> None:
    query = "SELECT ?s FROM <urn:g> { ?s <urn:p> ?o }"
    assert store.answer(query, media_type="text/csv").split() == [b"s", b"urn:a"]
    assert store.answer(query, media_type="text/csv", default_graphs=[H]).split() == [b"s", b"urn:b"]
    named = "SELECT ?g { GRAPH ?g { ?s <urn:p> ?o } }"
    assert store.answer(named, media_type="text/csv", named_graphs=[H]).split() == [b"g", b"urn:h"]


def test_an_answer_that_is_too_large_is_stopped(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "ANSWER", 100_000)
    store.apply(add=[quad(A, f"{number} {'x' * 100}") for number in range(2000)])
    assert store.answer("SELECT * { ?s <urn:p> ?o } LIMIT 100", media_type=JSON)
    with pytest.raises(Overloaded, match="add a LIMIT"):
        store.answer("SELECT * { ?s <urn:p> ?o }", media_type=JSON)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A server's address, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { ?s <urn:p> trueSERVICE<URL>{ ?s ?p ?o } }",
        "SELECT * { S\\u0045RVICE <URL> { ?s ?p ?o } }",
        "LOAD <URL>",
        "SELECT * FROM <URL> { ?s ?p ?o }",
        "ASK { GRAPH <URL> { ?s ?p ?o } }",
    ],
)
def test_no_query_fetches(store: EmbeddedStore, listener: tuple[str, list[str]], query: str) -> None:
    url, asked = listener
    with suppress(Refused, BadQuery):
        store.answer(query.replace("URL", url), media_type=JSON)
    assert asked == []


def test_apply_drops_then_removes_then_adds(store: EmbeddedStore) -> None:
    store.apply(drop=[G], remove=[quad(B, 2, H), quad(B, 9, H)], add=[quad(A, 3), quad(A, 3), quad(B, 4, H)])
    assert set(store.match()) == {quad(A, 3), quad(B, 4, H)}
    assert len(store) == 2


def test_dropping_what_is_not_there_is_no_error(store: EmbeddedStore) -> None:
    store.apply(drop=[ox.NamedNode("urn:nowhere")])
    assert len(store) == 2


def test_the_version_grows_by_one_with_each_apply(store: EmbeddedStore) -> None:
    before = store.version
    store.apply(add=[quad(A, 5)])
    store.apply()
    assert store.version == before + 2


def test_the_version_is_no_part_of_what_the_store_holds(store: EmbeddedStore) -> None:
    out = BytesIO()
    store.dump(out, media_type="application/n-quads")
    assert set(ox.parse(out.getvalue(), format=ox.RdfFormat.N_QUADS)) == set(store.match())
    assert len(store) == 2


def test_match_takes_each_part_for_a_pattern(store: EmbeddedStore) -> None:
    assert list(store.match(A)) == list(store.match(object=ox.Literal(1))) == list(store.match(graph=G)) == [quad(A, 1)]
    assert list(store.match(A, P, ox.Literal(1), H)) == []


def test_a_dump_needs_a_format_with_graphs(store: EmbeddedStore) -> None:
    with pytest.raises(BadInput, match="cannot hold graphs"):
        store.dump(BytesIO(), media_type="text/turtle")


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store") as store:
        store.apply(add=[quad(A, 1)])
    with EmbeddedStore(tmp_path / "store") as store:
        assert (list(store.match()), store.version) == ([quad(A, 1)], 1)


def test_a_closed_store_says_so(store: EmbeddedStore) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable, match="closed"):
        store.ask("ASK {}")


def test_writers_take_turns(store: EmbeddedStore) -> None:
    def write(name: str) -> None:
        for number in range(10):
            store.apply(add=[quad(A, f"{name}{number}")])

    before = store.version
    threads = [threading.Thread(target=write, args=(name,)) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.version == before + 30
    assert len(store) == 32


# Each change replaces a graph, withdraws a quad and adds one elsewhere; the second is as large as the first.
WRITER = """
import sys
import pyoxigraph as ox
from graph.store.embedded import EmbeddedStore
node = ox.NamedNode
store = EmbeddedStore(__import__("pathlib").Path(sys.argv[1]))
def quad(graph, number, item): return ox.Quad(node(f"urn:{item}"), node("urn:p"), ox.Literal(number), node(graph))
number = 0
while True:
    store.apply(
        drop=[node("urn:article")],
        remove=[quad("urn:derived", number - 1, 0)],
        add=[*(quad("urn:article", number, item) for item in range(200)), quad("urn:derived", number, 0)],
    )
    print(number, flush=True)
    number += 1
"""


@pytest.mark.parametrize("changes", [1, 3, 7])
def test_a_kill_leaves_all_of_a_change_or_nothing(tmp_path: Path, changes: int) -> None:
    folder = tmp_path / "store"
    with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(changes)][-1]
        writer.send_signal(signal.SIGKILL)
        acknowledged = max([acknowledged, *map(int, writer.stdout.read().split())])
    with EmbeddedStore(folder) as store:
        stored = {int(each.object.value) for each in store.match()}  # type: ignore[union-attr]
        assert len(stored) == 1
        assert stored.pop() in (acknowledged, acknowledged + 1)
        assert (len(store), len(list(store.match(graph=ox.NamedNode("urn:derived"))))) == (201, 1)
