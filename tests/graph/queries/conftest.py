from collections.abc import Iterator

import pytest

from graph.store import Store, open_store
from tests.stories import fill


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """All stories; nobody writes to it."""
    with open_store(":memory:") as opened:
        yield fill(opened)
