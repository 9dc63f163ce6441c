"""Requests that mean harm, or do it by mistake, each with the statuses that it may get."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_from_bytes, urlencode

OK, BAD, FORBIDDEN, NOWHERE, TYPE = 200, 400, 403, 404, 415
TOO_LARGE, UNFIT, LATE, OVER = 413, 422, 504, 503
SECONDS = 2  # that each query is given
SHORT = 2_000  # characters that fit into an address
ALL = "?a ?b ?c"
CROSS = f"{ALL} . ?d ?e ?f . ?g ?h ?i"
QUERY, UPDATE, FORM = "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded"
_MAY_BE_SEEN_THROUGH = ("describe of all", "cross join never true")  # where a clever engine has little to do


@dataclass(frozen=True, slots=True)
class Hostile:
    """A request, and the statuses of which it must get one."""

    name: str
    statuses: tuple[int, ...]
    path: str
    method: str = "GET"
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)


def everything() -> list[Hostile]:
    """The whole set."""
    return [*_costly(), *_crashing(), *_reaching_out(), *_malformed(), *_across_origins(), *_oversized()]


def _query(name: str, text: str, *statuses: int) -> Hostile:
    if len(text) > SHORT:
        return _posted(name, text, QUERY, *statuses)
    return Hostile(name, statuses, "/sparql?" + urlencode({"query": text, "timeout": SECONDS}))


def _posted(name: str, body: str | bytes, media_type: str, *statuses: int) -> Hostile:
    content = body.encode() if isinstance(body, str) else body
    return Hostile(name, statuses, f"/sparql?timeout={SECONDS}", "POST", content, {"Content-Type": media_type})


def _costly() -> Iterator[Hostile]:
    stopped = (LATE, OVER, TOO_LARGE)
    for name, text in {
        "cross join": f"SELECT * {{ {CROSS} }}",
        "cross join counted": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}",
        "cross join sorted": f"SELECT * {{ {CROSS} }} ORDER BY ?c ?f ?i",
        "cross join sorted for one row": f"SELECT * {{ {CROSS} }} ORDER BY DESC(?i) LIMIT 1",
        "cross join without duplicates": f"SELECT DISTINCT ?c ?f ?i {{ {CROSS} }}",
        "cross join grouped": f"SELECT ?c ?f (COUNT(*) AS ?n) {{ {CROSS} }} GROUP BY ?c ?f",
        "cross join constructed": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {CROSS} }}",
        "cross join never true": f"ASK {{ {CROSS} FILTER(?c = ?f && ?f = ?i && ?a = <urn:nobody>) }}",
        "five patterns": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} . ?j ?k ?l . ?m ?n2 ?o }}",
        "concatenated": f"SELECT (GROUP_CONCAT(?c) AS ?all) {{ {CROSS} }}",
        "sampled": f"SELECT (SAMPLE(?c) AS ?one) (COUNT(DISTINCT ?f) AS ?n) {{ {CROSS} }}",
        "optional cross": f"SELECT (COUNT(*) AS ?n) {{ {ALL} OPTIONAL {{ ?d ?e ?f OPTIONAL {{ ?g ?h ?i }} }} }}",
        "minus cross": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} MINUS {{ {CROSS} }} }}",
        "exists of a cross": f"SELECT (COUNT(*) AS ?n) {{ {CROSS} FILTER NOT EXISTS {{ ?x ?y ?c . ?z ?w ?i }} }}",
        "paths between all": "SELECT (COUNT(*) AS ?n) { ?a (!<urn:x>)* ?b . ?c (!<urn:x>)* ?d . ?e (!<urn:x>)+ ?f }",
        "nested paths": "SELECT (COUNT(*) AS ?n) { ?a (((!<urn:x>)*)/((!<urn:x>)*))* ?b . ?c ((!<urn:x>)+)+ ?d . "
        "?e (!<urn:x>)* ?f }",
        "slow expression": "SELECT (COUNT(*) AS ?n) { " + CROSS + ' FILTER REGEX(STR(?c), "(a+)+$") }',
        "hashes": f"SELECT (MAX(SHA512(CONCAT(STR(?a), STR(?f), STR(?i)))) AS ?m) {{ {CROSS} }}",
        "values times values": "SELECT (COUNT(*) AS ?n) { "
        + " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(60)))} }}" for i in range(7))
        + " }",
        "unions times unions": "SELECT (COUNT(*) AS ?n) { "
        + " ".join("{ " + " UNION ".join(f"{{ ?s{i} ?p{i} ?o{i} }}" for _ in range(4)) + " }" for i in range(4))
        + " }",
        "describe of all": f"DESCRIBE ?a ?d ?g {{ {CROSS} }}",
        "strings that double": f"SELECT (MAX(STRLEN(CONCAT({', '.join(['STR(?c)'] * 300)}))) AS ?n) {{ {CROSS} }}",
    }.items():
        yield _query(name, text, *stopped, *((OK,) if name in _MAY_BE_SEEN_THROUGH else ()))
    yield _query("all of two patterns", f"SELECT * {{ {ALL} . ?d ?e ?f }}", OK, *stopped)
    yield _query("a slow regular expression", 'SELECT * { BIND(REGEX("' + "a" * 500 + '!", "(a*)*b") AS ?x) }', OK)


def _crashing() -> Iterator[Hostile]:
    over = (BAD, LATE, OVER)
    yield _query("nested braces", "ASK " + "{" * 2000 + "}" * 2000, BAD)
    yield _query("nested brackets", "ASK { ?s ?p " + "[ ?p " * 500 + "1" + "]" * 500 + " }", BAD)
    yield _query("nested parentheses", "SELECT (" + "(" * 3000 + "1" + ")" * 3000 + " AS ?x) {}", BAD)
    yield _query("nested lists", "ASK { ?s ?p " + "(" * 400 + ")" * 400 + " }", BAD)
    yield _query("nested exists", "ASK { " + "FILTER EXISTS { " * 300 + "}" * 300 + " }", BAD)
    yield _query("nested selects", "SELECT * { { " * 150 + "} }" * 150, BAD)
    yield _query("many negations", "SELECT (" + "!" * 20_000 + "true AS ?x) {}", BAD)
    yield _query("many sums", "SELECT (1" + "+1" * 10_000 + " AS ?x) {}", BAD)
    yield _query("many steps", "ASK { ?a " + "/".join(["<urn:p>"] * 3_000) + " ?b }", BAD)
    yield _query("many alternatives", "ASK { ?a (" + "|".join(["<urn:p>"] * 2_000) + ") ?b }", BAD)
    yield _query("many optionals", "ASK { " + "OPTIONAL { ?a ?b ?c } " * 1_400 + "}", OK, *over)
    yield _query("many filters", "ASK { ?a ?b ?c " + "FILTER(?a = ?b) " * 900 + "}", OK, *over)
    yield _query("many patterns", "ASK { " + "".join(f"?a{i} ?b ?c{i} . " for i in range(900)) + "}", OK, *over)
    yield _query(
        "a star of patterns", "ASK { " + "".join(f"?a <urn:p{i}> ?c{i} . " for i in range(900)) + "}", OK, *over
    )
    yield _query(
        "a chain of patterns", "ASK { " + "".join(f"?a{i} ?p ?a{i + 1} . " for i in range(600)) + "}", OK, *over
    )
    yield _query("many binds", "SELECT * { " + "".join(f"BIND(1 AS ?x{i}) " for i in range(1_500)) + "}", OK, *over)
    yield _query("many repetitions", 'ASK { FILTER REGEX("a", "((((a{100}){100}){100}){100})") }', OK, *over)
    yield _query("a number of many digits", "SELECT (" + "9" * 30_000 + " AS ?x) {}", OK, BAD)


def _reaching_out() -> Iterator[Hostile]:
    inside = "http://127.0.0.1:1/"
    yield _query("service", f"SELECT * {{ SERVICE <{inside}> {{ {ALL} }} }}", FORBIDDEN)
    yield _query("silent service", f"SELECT * {{ SERVICE SILENT <{inside}> {{ {ALL} }} }}", FORBIDDEN)
    yield _query("service by variable", f"SELECT * {{ BIND(<{inside}> AS ?u) SERVICE ?u {{ {ALL} }} }}", FORBIDDEN)
    yield _query("service behind a keyword", f"ASK {{ FILTER(trueSERVICE<{inside}> {{ {ALL} }}) }}", FORBIDDEN, BAD)
    yield _query("service by escapes", f"ASK {{ SERV\\u0049CE <{inside}> {{ {ALL} }} }}", FORBIDDEN, BAD)
    yield _query("from elsewhere", f"SELECT * FROM <{inside}> {{ {ALL} }}", OK)
    yield _query("from a file", f"SELECT * FROM NAMED <file:///etc/passwd> {{ GRAPH ?g {{ {ALL} }} }}", OK)
    graph = urlencode({"query": f"SELECT * {{ {ALL} }}", "default-graph-uri": inside, "timeout": SECONDS})
    yield Hostile("graph of the protocol elsewhere", (OK,), f"/sparql?{graph}")
    yield _posted("load", f"LOAD <{inside}>", UPDATE, FORBIDDEN)
    yield _posted("load in a form", urlencode({"update": f"LOAD <{inside}>"}), FORM, FORBIDDEN)


def _malformed() -> Iterator[Hostile]:
    yield _posted("bytes that are no text", b"ASK {} # \xff\xfe\x80", QUERY, BAD)
    yield Hostile("percent without digits", (BAD,), "/sparql?query=ASK%20%7B%ZZ%7D")
    yield Hostile("broken text in the address", (BAD, OK), "/sparql?query=" + quote_from_bytes(b"ASK { \xc3\x28 }"))
    yield _query("nothing at all", "", BAD)
    yield _query("a zero byte", "ASK {\0}", BAD)
    yield _query("half a query", "SELECT * { ?s ?p", BAD)
    yield _query("a lone surrogate", 'ASK { ?s ?p "\\uD800" }', BAD, OK)
    yield _query("two readings of one text", "ASK { FILTER(?a<b:c#>1) } SERVICE <urn:x> {}", FORBIDDEN, BAD)
    yield Hostile("a deadline that is no number", (UNFIT,), "/sparql?query=ASK%20%7B%7D&timeout=soon")
    yield Hostile("a deadline before now", (UNFIT,), "/sparql?query=ASK%20%7B%7D&timeout=-1")
    yield Hostile("no deadline at all", (UNFIT, OK), "/sparql?query=ASK%20%7B%7D&timeout=inf")
    yield Hostile("not a number of seconds", (UNFIT,), "/sparql?query=ASK%20%7B%7D&timeout=nan")
    yield Hostile("a method that is none", (405,), "/sparql?query=ASK%20%7B%7D", "DELETE")


def _across_origins() -> Iterator[Hostile]:
    other = {"Origin": "https://elsewhere.example", "Content-Type": FORM}
    yield Hostile("update from a page elsewhere", (FORBIDDEN,), "/sparql", "POST", b"update=CLEAR+ALL", other)
    plain = {"Origin": "https://elsewhere.example", "Content-Type": "text/plain"}
    yield Hostile("article from a page elsewhere", (TYPE,), "/articles", "POST", b'{"text": "Xi met Modi."}', plain)
    yield Hostile("update by the address", (BAD, FORBIDDEN), "/sparql?update=CLEAR%20ALL")
    rebound = {"Host": "elsewhere.example", "Content-Type": "application/json"}
    yield Hostile(
        "article by a name elsewhere", (FORBIDDEN,), "/articles", "POST", b'{"text": "Xi met Modi."}', rebound
    )


def _oversized() -> Iterator[Hostile]:
    yield _posted("a long query", "ASK { " + "?a ?b ?c . " * 40_000 + "}", QUERY, BAD)
    yield _posted("a body beyond the limit", b"#" * 5_000_000, QUERY, TOO_LARGE)
    yield _query("a large answer", f"SELECT * {{ {ALL} . ?d ?e ?f }} LIMIT 3000000", TOO_LARGE, LATE, OK)
    yield _posted("a long list of values", "ASK { VALUES ?v { " + "1 " * 16_000 + "} }", QUERY, OK, BAD)
