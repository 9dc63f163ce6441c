"""Judges who is who: the mentions of a few articles, read into one store, against whom a reader took them for."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import rdf
from graph.evaluation.bcubed import bcubed
from graph.ingest import ingest_article
from graph.model import Span
from graph.rdf.terms import article_node
from graph.store import open_store
from graph.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from graph.evaluation.bcubed import BCubed
    from graph.evaluation.suite import Gold, Suite
    from graph.extraction import Extractor
    from graph.model import Record

ENOUGH = 0.5  # the share of their characters that two spans have in common if they are one mention
Mention = tuple[str, int, int]  # an article, and offsets in it
Ids = tuple[str, ...]  # of those whom the words stand for: "they" may be two


@dataclass(frozen=True, slots=True)
class Identity:
    """The labelled mentions: their words, whose they are, and what the store has for those that were found."""

    words: Mapping[Mention, str]
    gold: Mapping[Mention, str]
    found: Mapping[Mention, Ids]

    def within(self) -> BCubed:
        """Each article for itself."""
        return bcubed(
            {mention: (mention[0], actor) for mention, actor in self.gold.items()},
            {mention: (mention[0], ids) for mention, ids in self.found.items()},
        )

    def across(self) -> BCubed:
        """All articles together: who is named in two should be one."""
        return bcubed(self.gold, self.found)

    def errors(self) -> Iterator[str]:
        """The mentions that are not found, or not as what most mentions of the same actor are."""
        ids = defaultdict[str, Counter[Ids]](Counter)
        for mention, found in self.found.items():
            ids[self.gold[mention]][found] += 1
        for mention, actor in self.gold.items():
            found = self.found.get(mention, ())
            if not found or found != ids[actor].most_common(1)[0][0]:
                yield f"{mention[0]}: {self.words[mention]} ({actor}) is {', '.join(found) or 'not found'}"


def identity(suite: Suite, extractor: Extractor, keep: Callable[[Record], object] = id) -> Identity:
    """Reads the suite into a store in memory, article by article; ``keep`` gets every record as it stands there."""
    words: dict[Mention, str] = {}
    gold: dict[Mention, str] = {}
    found: dict[Mention, Ids] = {}
    for record in _stored(suite, extractor):
        keep(record)
        rows = suite.gold.get(record.id, ())
        here = {_mention(row): row["actor"] for row in rows}
        gold |= here
        words |= {_mention(row): row["words"] for row in rows}
        found |= matched(list(here), record)
    return Identity(words, gold, found)


def matched(labelled: Sequence[Mention], record: Record) -> dict[Mention, Ids]:
    """The labelled mentions that the record has too, each with its own span; those that agree best come first."""
    ids = defaultdict[Span, set[str]](set)
    for entity in record.entities:
        for span in entity.mentions:
            ids[span].add(entity.id)
    pairs = ((_shared(Span(*mention[1:]), span), mention, span) for mention in labelled for span in ids)
    found: dict[Mention, Ids] = {}
    for _, mention, span in sorted((pair for pair in pairs if pair[0] >= ENOUGH), reverse=True):
        if mention not in found and span in ids:
            found[mention] = tuple(sorted(ids.pop(span)))
    return found


def _stored(suite: Suite, extractor: Extractor) -> Iterator[Record]:
    """All articles go in before any is read: a later one may tell namesakes of an earlier one apart."""
    with open_store(":memory:") as store:
        for article in suite.articles:
            ingest_article(store, extractor, article)
        for article in suite.articles:
            yield rdf.read(View.of(store).match(graph=article_node(article.id)))[1]


def _mention(row: Gold) -> Mention:
    begin, end = row["at"]
    return row["doc"], begin, end


def _shared(one: Span, other: Span) -> float:
    """The part of both together that lies in each."""
    common = min(one.end, other.end) - max(one.begin, other.begin)
    return common / (max(one.end, other.end) - min(one.begin, other.begin))
