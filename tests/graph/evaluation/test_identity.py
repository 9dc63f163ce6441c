from collections.abc import Iterable

import pytest

from graph.evaluation.identity import Identity, identity, matched
from graph.evaluation.suite import Gold, Suite
from graph.extraction import Extractor
from graph.model import Article, Entity, Record, Span

ARTICLES = (
    Article("a", "Angela Merkel met Emmanuel Macron. She praised Chile near Basel."),
    Article("b", "Angela Merkel accused Peru."),
)
GOLD = [("a", "Angela Merkel", "merkel"), ("a", "Emmanuel Macron", "macron"), ("a", "She", "merkel")]
MISSED = ("a", "near", "nobody")
NAMESAKE = ("b", "Angela Merkel", "another merkel")
KEPT: list[Record] = []


@pytest.fixture(scope="module")
def found() -> Identity:
    """The reader took the Merkel of the second article for another, and labelled a word that is no name."""
    texts = {article.id: article.text for article in ARTICLES}
    gold: dict[str, tuple[Gold, ...]] = {}
    for doc, words, actor in (*GOLD, MISSED, NAMESAKE):
        begin = texts[doc].index(words)
        row = {"doc": doc, "at": [begin, begin + len(words)], "words": words, "actor": actor}
        gold[doc] = (*gold.get(doc, ()), row)
    return identity(Suite("identity", ARTICLES, gold), Extractor(), KEPT.append)


def test_within_articles_worked_by_hand(found: Identity) -> None:
    score = found.within()
    assert (score.labelled, score.found) == (5, 4)
    assert score.precision == 1
    assert score.recall == pytest.approx(4 / 5)


def test_across_articles_worked_by_hand(found: Identity) -> None:
    """Three mentions of one actor, of which the reader gave one to another."""
    score = found.across()
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert score.recall == pytest.approx(4 / 5)


def test_errors_are_what_is_missed_and_what_differs(found: Identity) -> None:
    assert list(found.errors()) == ["a: near (nobody) is not found"]
    other = Identity(found.words, dict.fromkeys(found.gold, "one"), found.found)
    assert "a: Emmanuel Macron (one) is actor:emmanuel-macron" in list(other.errors())


def test_the_records_are_kept(found: Identity) -> None:
    assert [record.id for record in KEPT] == ["a", "b"]
    assert len(found.words) == len(found.gold)


def record(spans: Iterable[tuple[str, int, int]]) -> Record:
    return Record(
        "a", entities=tuple(Entity(id=one, name=one, type="person", mentions=(Span(b, e),)) for one, b, e in spans)
    )


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([("x", 0, 10)], {("a", 0, 10): ("x",)}),
        ([("x", 0, 5)], {("a", 0, 10): ("x",)}),  # just half of it
        ([("x", 0, 4)], {}),
        ([("x", 0, 10), ("y", 0, 10)], {("a", 0, 10): ("x", "y")}),  # "they"
        ([("x", 2, 12), ("y", 0, 9)], {("a", 0, 10): ("y",)}),  # the closer one
    ],
)
def test_a_mention_is_found_by_its_place(spans: list[tuple[str, int, int]], expected: dict[object, object]) -> None:
    assert matched([("a", 0, 10)], record(spans)) == expected


def test_one_place_is_one_mention() -> None:
    """ "his" within "his family" does not take the place of the family."""
    assert matched([("a", 0, 3), ("a", 0, 10)], record([("x", 0, 10)])) == {("a", 0, 10): ("x",)}
