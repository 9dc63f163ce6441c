from graph.evaluation.judges import judged
from graph.evaluation.suite import Suite
from graph.extraction import Extractor
from graph.model import Article, Record


def test_a_suite_without_a_judge_is_extracted_all_the_same() -> None:
    kept: list[Record] = []
    suite = Suite("other", (Article("a", "It rained."), Article("b", "It snowed.")), {})
    assert list(judged(suite, Extractor(), kept.append)) == []
    assert [record.id for record in kept] == ["a", "b"]
