"""The pipeline: articles are extracted and kept one by one, each in one transaction.

What was committed stays whatever happens next, so an ingestion that was cut off is resumed by running it again: an
article that the store holds already, from the same extractor, costs a look-up.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from graph.errors import StoreUnavailable
from graph.journal import Journal
from graph.keeping import Kept, keep, kept
from graph.model import Article, Rejected, Run
from graph.names import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.extraction import Extractor
    from graph.store import Store

T = TypeVar("T")
ONTOLOGY = Path(__file__).parents[1] / "ontology"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of all items: articles written and found unchanged, what was skipped, and what was added.

    ``events``, ``claims`` and ``triples`` count what the new articles' graphs hold.
    """

    new: int = 0
    unchanged: int = 0
    skipped: tuple[Rejected, ...] = ()
    events: int = 0
    claims: int = 0
    triples: int = 0

    @property
    def read(self) -> int:
        """The articles that the store now holds from this ingestion."""
        return self.new + self.unchanged

    def plus(self, outcome: Kept | Rejected) -> Summary:
        """The summary with one more item."""
        if isinstance(outcome, Rejected):
            return replace(self, skipped=(*self.skipped, outcome))
        if not outcome.changed:
            return replace(self, unchanged=self.unchanged + 1)
        return replace(
            self,
            new=self.new + 1,
            events=self.events + outcome.events,
            claims=self.claims + outcome.claims,
            triples=self.triples + outcome.quads,
        )


def ingest(
    store: Store,
    extractor: Extractor,
    items: Iterable[Article | Rejected],
    *,
    journal: Path | None = None,
    on_progress: Callable[[Summary], None] = lambda summary: None,
) -> Summary:
    """Reads all items into the store; ``on_progress`` is called after each.

    An article that cannot be read or extracted is skipped with its reason. Raises StoreUnavailable as soon as the
    store or the journal cannot be written.
    """
    summary, book = Summary(), Journal(journal)
    for item in items:
        outcome = item if isinstance(item, Rejected) else attempt(partial(ingest_article, store, extractor), item)
        note(book, item, outcome)
        summary = summary.plus(outcome)
        on_progress(summary)
    return summary


def ingest_article(store: Store, extractor: Extractor, article: Article) -> Kept:
    """Extracts and keeps one article in one transaction; a no-op for one that the store holds unchanged."""
    run = run_of(extractor.model, extractor.imported)
    return kept(store, article, run) or keep(store, article, extractor.record(article), run, knows=extractor.knows)


@cache
def run_of(model: str, imported: str = "") -> Run:
    """What reads an article now. Its version covers the words, too: articles are read anew when these have changed.

    ``imported`` is a hash of the knowledge that users added, empty where they added none.
    """
    words = [file.read_bytes() for file in sorted(ONTOLOGY.rglob("*.toml"))]
    words += [imported.encode()] if imported else []
    return Run("backchannel", f"{version('backchannel')}+{digest(*words)}", model)


def attempt(work: Callable[[Article], T], article: Article) -> T | Rejected:
    """What the work makes of an article, or why it failed; StoreUnavailable passes, as it concerns all articles."""
    try:
        return work(article)
    except StoreUnavailable:
        raise
    except Exception as error:  # the outermost edge: no article may keep the others from being read
        log.exception("Article %s was skipped", article.id)
        return Rejected(article.id, f"cannot be extracted: {type(error).__name__}: {error}")


def note(book: Journal, item: Article | Rejected, outcome: Kept | Rejected) -> None:
    """Writes an item's outcome to the journal."""
    origin = item.origin if isinstance(item, Rejected) else item.id
    if isinstance(outcome, Rejected):
        book.write(origin, "skipped", reason=outcome.reason)
    elif outcome.changed:
        book.write(origin, "new", events=outcome.events, claims=outcome.claims, triples=outcome.quads)
    else:
        book.write(origin, "unchanged")
