"""What docs/model.md says of the graph is so."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.keeping import keep
from graph.names import PREFIXES
from graph.store import Store, embedded, examine, open_store, query
from tests.graph.samples import ARTICLE, RECORD, RUN

TEXT = (Path(__file__).parents[2] / "docs" / "model.md").read_text()
EXAMPLES = re.findall(r"```sparql\n(.*?)```", TEXT, re.DOTALL)
OWN = sorted(
    {
        quad.subject.value.removeprefix(PREFIXES["bc"])
        for quad in ox.parse((files("ontology") / "backchannel.ttl").read_bytes(), format=ox.RdfFormat.TURTLE)
        if isinstance(quad.subject, ox.NamedNode)
    }
)


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        keep(opened, ARTICLE, RECORD, RUN)
        yield opened


@pytest.mark.parametrize("example", EXAMPLES)
def test_each_example_finds_something(store: Store, example: str) -> None:
    assert store.construct(example) if examine(example).kind == "CONSTRUCT" else store.select(example)


@pytest.mark.parametrize("name", OWN)
def test_each_term_is_mentioned(name: str) -> None:
    assert re.search(rf"\bbc:{name}\b", TEXT)


def test_all_prefixes_are_named() -> None:
    assert not [prefix for prefix in PREFIXES if f"`{prefix}:`" not in TEXT]


def test_the_limits_are_those_of_the_code() -> None:
    assert f"{query.LENGTH:,} characters" in TEXT
    assert f"{query.NESTING} brackets" in TEXT
    assert f"{query.OPERATORS:,} operators" in TEXT
    assert f"at most {embedded.ANSWER // 2**20} MiB" in " ".join(TEXT.split())
