"""How long it takes to load what is known, and how much memory: the ontology's own, and a large import beside it."""

from __future__ import annotations

import argparse
import random
import resource
import sys
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from graph.kb.importing import settled
from graph.kb.row import row
from graph.kb.shelf import Shelf
from graph.linking.knowledge import Knowledge
from graph.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from graph.kb.row import Row
    from graph.model import Rejected

RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; what getrusage counts the peak of memory in
_SYLLABLES = ["".join(pair) for pair in product("bdfgklmnprstvz", "aeiou")]
_TEXT = "The Kenyan minister met the Nairobi Harbour Company in Mombasa, and Wanjiru Otieno spoke with Ann Kamau. " * 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all measures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.knowledge", description=__doc__)
    parser.add_argument("--actors", type=int, default=100_000, help="how many are imported (100000)")
    for line in report(parser.parse_args(arguments).actors):
        print(line, flush=True)
    return 0


def report(actors: int) -> Iterator[str]:
    """The lines to print, each as soon as it is measured; memory is the peak of the process so far."""
    own = Knowledge.load()
    yield _line(f"the ontology, {len(own.actors):,} actors", Knowledge.load)
    with TemporaryDirectory() as folder:
        # In a process of its own, since importing holds more at once than what is kept of it.
        importing = get_context("spawn").Process(target=keep, args=(folder, actors))
        importing.start()
        importing.join()
        shelf = Shelf(Path(folder))
        yield _line(f"with {shelf.sources()[0].entries:,} more", shelf.knowledge)
        yield from _articles(shelf.knowledge())


def keep(folder: str, actors: int) -> None:
    """Import so many invented actors into a folder, and print what that takes."""
    known, shelf = Knowledge.load(), Shelf(Path(folder))
    line = _line(
        f"importing {actors:,}", lambda: shelf.put("invented", "", "", settled(invented(actors), known).entries)
    )
    print(line, flush=True)


def _articles(known: Knowledge) -> Iterator[str]:
    """An article read with the ontology's knowledge, and with all of it."""
    from graph.extraction import Extractor

    for name, extractor in (("ontology alone", Extractor()), ("with the import", Extractor(known=known))):
        extractor.record(Article("first", _TEXT))
        yield _line(f"an article, {name}", lambda: extractor.record(Article("a", _TEXT)))  # noqa: B023 - at once


def invented(actors: int) -> Iterator[Row | Rejected]:
    """So many people with three names each, the same in every run."""
    chance = random.Random(1)
    for number in range(actors):
        given, middle, last = ("".join(chance.choices(_SYLLABLES, k=k)).capitalize() for k in (2, 2, 3))
        aliases = [f"{given} {last}", f"{given} {middle[0]}. {last}"]
        fields = {"name": f"{given} {middle} {last}", "aliases": aliases, "type": "person", "country": "KEN"}
        yield row(str(number), fields, str(number))


def _line(name: str, work: Callable[[], object]) -> str:
    begin = perf_counter()
    work()
    seconds = perf_counter() - begin
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6
    return f"{name:<32}{seconds:8.2f} s {memory:8.0f} MB"


if __name__ == "__main__":
    sys.exit(main())
