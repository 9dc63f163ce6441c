import pytest

from graph.evaluation.claims import key, rows
from graph.evaluation.judged import Judged
from graph.evaluation.judges import judged
from graph.evaluation.suite import Suite
from graph.extraction import Extractor
from graph.model import Article

ARTICLE = Article("article", "Angela Merkel met Emmanuel Macron. Russian President Vladimir Putin slept.")


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def verdicts(extractor: Extractor, **changed: object) -> list[Judged]:
    """What is judged if a reader called every claim right, and then something was changed."""
    gold = tuple(row | {"right": True} | changed for row in rows(ARTICLE, extractor.record(ARTICLE)))
    return list(judged(Suite("claims", (ARTICLE,), {"article": gold}), extractor))


def test_a_claim_is_found_again(extractor: Extractor) -> None:
    meeting, office = verdicts(extractor)
    assert meeting.said == "Angela Merkel met_with Emmanuel Macron: Angela Merkel met Emmanuel Macron."
    assert (meeting.construct, office.construct) == ("active", "title")
    assert meeting.right


def test_the_verdict_is_the_readers(extractor: Extractor) -> None:
    assert [one.right for one in verdicts(extractor, right=False)] == [False, False]


@pytest.mark.parametrize("changed", [{"subject": "Jane Roe"}, {"at": [1, 2]}, {"modality": "planned"}])
def test_a_claim_that_differs_is_not_judged(extractor: Extractor, changed: dict[str, object]) -> None:
    assert verdicts(extractor, **changed) == []


def test_claims_of_one_article_differ(extractor: Extractor) -> None:
    keys = [key(row) for row in rows(ARTICLE, extractor.record(ARTICLE))]
    assert len(set(keys)) == len(keys) == 2
