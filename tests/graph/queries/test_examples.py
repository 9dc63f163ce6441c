"""Every example answers something on the stories, and says what."""

from collections.abc import Iterator

import pytest

from graph.queries.description import plain
from graph.queries.examples import Example, examples
from graph.store import Store, examine, open_store
from tests.stories import fill


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        fill(opened)
        yield opened


@pytest.mark.parametrize("example", [pytest.param(one, id=one.name) for one in examples()])
def test_each_example_finds_something(store: Store, example: Example) -> None:
    assert examine(example.query).kind == "SELECT"
    assert store.select(example.query)
    assert example.title.endswith(".")
    assert not example.title.startswith("#")


def test_there_are_examples_for_the_main_questions() -> None:
    assert {"who-talked-to-whom", "timeline-of-a-pair", "evidence-of-an-edge"} <= {one.name for one in examples()}


def test_a_pair_is_counted_by_happening(store: Store) -> None:
    query = next(one.query for one in examples() if one.name == "who-talked-to-whom")
    rows = [{name: plain(term) for name, term in row.items()} for row in store.select(query)]
    (found,) = [row for row in rows if (row["one"], row["other"]) == ("Marco Rubio", "Sergei Lavrov")]
    assert found["happenings"] == "1"
