"""The pipeline on real articles, the real extractor and a real store."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.extraction import Extractor
from graph.ingest import Summary, ingest, ingest_article
from graph.model import Article, Record, Rejected
from graph.reading import read
from graph.store import Store, open_store

SEED = Path(__file__).parents[2] / "seeds" / "2025-03-16-us-russia-ukraine.txt"
CALL = Article("call", "Rubio spoke with Lavrov about Ukraine.")
VISIT = Article("visit", "Macron met Merkel in Berlin.")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


class Failing(Extractor):
    """An extractor with a defect that one article brings out, and a count of what it was asked for."""

    asked = 0

    def record(self, article: Article) -> Record:
        self.asked += 1
        if article.id == "call":
            raise IndexError("list index out of range")
        return super().record(article)


def test_the_seed_becomes_events_claims_and_triples(store: Store, extractor: Extractor) -> None:
    summary = ingest(store, extractor, read([SEED]))
    assert (summary.new, summary.unchanged, summary.skipped) == (1, 0, ())
    assert store.ask("ASK { actor:marco-rubio bc:spoke_with actor:sergei-lavrov }")
    assert summary.events == len(store.select("SELECT ?event { GRAPH ?article { ?event bc:trigger ?word } }"))
    assert summary.claims == len(store.select("SELECT ?claim { ?claim a bc:Claim }"))
    assert summary.triples == len(store.select("SELECT ?s { ?a a schema:NewsArticle . GRAPH ?a { ?s ?p ?o } }"))


def test_a_second_run_changes_nothing(store: Store, extractor: Extractor) -> None:
    items = [CALL, VISIT]
    ingest(store, extractor, items)
    version, before = store.version, set(store.match())
    assert ingest(store, extractor, items) == Summary(unchanged=2)
    assert (store.version, set(store.match())) == (version, before)


def test_a_changed_article_replaces_itself(store: Store, extractor: Extractor) -> None:
    ingest(store, extractor, [CALL])
    assert ingest_article(store, extractor, Article("call", "Macron met Merkel.")).changed
    assert not store.ask("ASK { actor:marco-rubio bc:spoke_with ?whom }")
    assert len(store.select("SELECT ?article { ?article a schema:NewsArticle }")) == 1


def test_a_defect_skips_one_article_and_no_other(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    summary = ingest(store, Failing(), [CALL, Rejected("x.txt", "is empty"), VISIT])
    assert summary.new == 1
    assert summary.skipped == (
        Rejected("call", "cannot be extracted: IndexError: list index out of range"),
        Rejected("x.txt", "is empty"),
    )
    assert "Traceback" in caplog.text
    assert not store.ask("ASK { article:call ?p ?o }")


def test_a_run_that_was_cut_off_goes_on_where_it_was(store: Store, extractor: Extractor) -> None:
    def cut_off() -> Iterator[Article]:
        yield VISIT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(store, extractor, cut_off())
    working = Failing()
    summary = ingest(store, working, [VISIT, Article("next", "Rubio met Lavrov in Riyadh.")])
    assert (summary.new, summary.unchanged, working.asked) == (1, 1, 1)


def test_a_store_that_fails_stops_the_run(store: Store, extractor: Extractor) -> None:
    store.close()
    with pytest.raises(StoreUnavailable):
        ingest(store, extractor, [CALL, VISIT])


def test_the_journal_and_the_progress_follow_the_run(store: Store, extractor: Extractor, tmp_path: Path) -> None:
    seen: list[int] = []
    items: list[Article | Rejected] = [VISIT, VISIT, Rejected("x.txt", "is empty")]
    journal = tmp_path / "journal.jsonl"
    ingest(store, extractor, items, journal=journal, on_progress=lambda so_far: seen.append(so_far.read))
    lines = [json.loads(line) for line in journal.read_text().splitlines()]
    assert [(line["origin"], line["outcome"]) for line in lines] == [
        ("visit", "new"),
        ("visit", "unchanged"),
        ("x.txt", "skipped"),
    ]
    assert lines[0]["triples"] > lines[0]["claims"] >= 1
    assert lines[2]["reason"] == "is empty"
    assert seen == [1, 2, 2]
