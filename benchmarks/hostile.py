"""How long a small query of one caller takes while another attacks the service with all of ``tests/hostile``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from graph.store import open_store
from tests.hostile.attack import attack
from tests.serving import serving
from tests.stories import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def main() -> int:
    """Print the times; 1 if the other caller got a wrong answer."""
    os.environ |= {"BACKCHANNEL_QUERY_MEMORY": "300000000", "BACKCHANNEL_QUERY_BUDGET": "100000"}
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        with open_store(store) as filled:
            fill(filled)
        with serving(store) as address:
            outcome = attack(address)
    print(f"{len(outcome.answers)} hostile requests; meanwhile a small query of another, {len(outcome.waits)} times:")
    for row in _rows(sorted(outcome.waits)):
        print(row)
    return 1 if outcome.wrong else 0


def _rows(waits: Sequence[float]) -> Iterator[str]:
    for name, seconds in (("median", median(waits)), ("99 of 100", waits[len(waits) * 99 // 100]), ("most", waits[-1])):
        yield f"{name:<12}{1000 * seconds:8.0f} ms"


if __name__ == "__main__":
    sys.exit(main())
