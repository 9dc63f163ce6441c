"""How long an extraction takes, measured against the parse alone, which is its floor.

Both run in the same process on the same articles and take turns article by article, so that whatever else the machine
is doing slows both alike: the ratio holds even where the seconds do not.
"""

from __future__ import annotations

import argparse
import resource
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from graph.extraction import Extractor
from graph.extraction.gazetteer import Gazetteer
from graph.extraction.mentions import Mentions
from graph.extraction.parse import load_model
from graph.extraction.prepare import prepare
from graph.extraction.referents import Referents
from graph.extraction.tokens import Doc
from graph.linking.identity import identify
from graph.linking.knowledge import knowledge
from graph.model import Article
from graph.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from graph.linking.knowledge import Knowledge

T = TypeVar("T")

SEEDS = Path(__file__).parents[1] / "seeds"
ROUNDS = 5
TIMES = (1, 2, 4)  # as many articles, or articles as long
GROWN = 10  # articles; how time grows shows on the first few, and takes long on all
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; what getrusage counts the peak of memory in


@dataclass(frozen=True, slots=True)
class Names:
    """Seconds that a pass over all articles took for who is who: to find names, and to link them, ids and all."""

    found: float
    linked: float


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds that one pass over all articles took: in the bare pipeline, and in the whole extraction."""

    bare: float
    whole: float

    @property
    def ratio(self) -> float:
        """How many times the parse alone the extraction takes."""
        return self.whole / self.bare


def main(arguments: Sequence[str] | None = None) -> int:
    """Print all measures; 1 if there is no article to measure."""
    options = _options(arguments)
    articles = list(_articles(options.articles))[: options.most]
    if not articles:
        print("no article to measure", file=sys.stderr)
        return 1
    for row in report(articles, rounds=options.rounds):
        print(row, flush=True)
    return 0


def report(articles: Sequence[Article], *, rounds: int = ROUNDS) -> Iterator[str]:
    """The rows to print, each as soon as it is measured."""
    extractor = Extractor()
    yield f"articles: {len(articles)}, words: {_words(articles):,}, rounds: {rounds}"
    _seconds(extractor.record, articles)  # the first pass fills caches, so it counts for neither side
    yield f"{'peak memory':<22}{_peak():6.0f} MB after one pass"
    compared = [one_round(extractor, articles, n) for n in range(rounds)]
    yield from _compared(articles, compared)
    yield from _shares(compared, [who_is_who(extractor, articles) for _ in range(rounds)])
    few = articles[:GROWN]
    many = [[article for _ in range(times) for article in few] for times in TIMES]
    yield from _growth("as many articles", extractor, many, rounds)
    long = [[_repeated(article, times) for article in few] for times in TIMES]
    yield from _growth("as long articles", extractor, long, rounds)
    yield f"{'peak memory':<22}{_peak():6.0f} MB after all passes"


def one_round(extractor: Extractor, articles: Sequence[Article], number: int) -> Round:
    """Each article once in both ways; which way goes first changes from article to article and round to round."""
    nlp = load_model(extractor.model)
    bare = whole = 0.0
    for position, article in enumerate(articles, number):
        text = prepare(article.text, extractor._is_name)  # what the extractor has parsed
        if position % 2:
            bare += _seconds(nlp, [text])
            whole += _seconds(extractor.record, [article])
        else:
            whole += _seconds(extractor.record, [article])
            bare += _seconds(nlp, [text])
    return Round(bare, whole)


def who_is_who(extractor: Extractor, articles: Sequence[Article]) -> Names:
    """What the extractor does between the parse and the events, done by itself."""
    nlp, known = load_model(extractor.model), knowledge()
    gazetteer, found, linked = Gazetteer(nlp, known), 0.0, 0.0
    for article in articles:
        with closing(Doc(nlp(prepare(article.text, extractor._is_name)))) as doc:
            begin = perf_counter()
            mentions = Mentions(doc, gazetteer)
            between = perf_counter()
            _link(article, mentions, known)
            found, linked = found + between - begin, linked + perf_counter() - between
    return Names(found, linked)


def _link(article: Article, mentions: Mentions, known: Knowledge) -> None:
    referents = Referents(mentions, known, article.published)
    for mention in mentions.names:
        referents.of_name(mention)
    referents.settle()
    for one in referents.all():
        identify(one.name, one.type, article=article.id, known=one.known, named=one.named, shared=one.shared)


def _shares(rounds: Sequence[Round], names: Sequence[Names]) -> Iterator[str]:
    """How much of the whole extraction it is to find and to link the names."""
    whole = median(r.whole for r in rounds)
    for name, seconds in (("names found", [n.found for n in names]), ("names linked", [n.linked for n in names])):
        yield f"{name:<22}{median(seconds):6.2f} s {median(seconds) / whole:8.1%} of Extractor.record"


def _compared(articles: Sequence[Article], rounds: Sequence[Round]) -> Iterator[str]:
    for name, seconds in (
        ("bare spaCy pipeline", median(r.bare for r in rounds)),
        ("Extractor.record", median(r.whole for r in rounds)),
    ):
        speed = f"{len(articles) / seconds:8.1f} articles/s {_words(articles) / seconds:10,.0f} words/s"
        yield f"{name:<22}{seconds:6.2f} s {speed}"
    ratios = sorted(r.ratio for r in rounds)
    yield f"{'ratio':<22}{median(ratios):6.2f}   ({ratios[0]:.2f} to {ratios[-1]:.2f})"


def _growth(label: str, extractor: Extractor, sets: Sequence[Sequence[Article]], rounds: int) -> Iterator[str]:
    """One row a set, its fastest pass, since an interruption only ever adds; the sets take turns too."""
    passes = [[_seconds(extractor.record, articles) for articles in sets] for _ in range(rounds)]
    for times, articles, seconds in zip(TIMES, sets, zip(*passes, strict=True), strict=True):
        milliseconds = 1000 * min(seconds)
        each = f"{milliseconds / len(articles):8.1f} ms an article"
        yield f"{times}x {label:<19}{each} {1000 * milliseconds / _words(articles):8.1f} ms a thousand words"


def _seconds(work: Callable[[T], object], items: Iterable[T]) -> float:
    begin = perf_counter()
    for item in items:
        work(item)
    return perf_counter() - begin


def _repeated(article: Article, times: int) -> Article:
    return replace(article, text="\n\n".join([article.text] * times))


def _words(articles: Iterable[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _peak() -> float:
    """The most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT / 1e6


def _articles(path: Path) -> Iterator[Article]:
    for item in read([path]):
        if isinstance(item, Article):
            yield item
        else:
            print(f"{item.origin}: {item.reason}", file=sys.stderr)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("--articles", type=Path, default=SEEDS, help="a .jsonl file or a folder; the seeds by default")
    parser.add_argument("--most", type=_count, help="no more than the first so many articles")
    parser.add_argument("--rounds", type=_count, default=ROUNDS, help=f"how often each is measured ({ROUNDS})")
    return parser.parse_args(arguments)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


if __name__ == "__main__":
    sys.exit(main())
