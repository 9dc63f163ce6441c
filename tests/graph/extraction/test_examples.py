"""Every example sentence of the lexicon extracts to the predicate and type of its frame."""

import pytest

from graph.extraction import Extractor
from graph.extraction.lexicon import lexicon
from graph.model import Article

EXAMPLES = [(frame.type, frame.predicate, text) for frame in lexicon().frames for text in frame.examples]


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize(("type_", "predicate", "text"), EXAMPLES)
def test_example_extracts(extractor: Extractor, type_: str, predicate: str, text: str) -> None:
    record = extractor.record(Article("example", text))
    assert (type_, predicate) in {(event.type, event.predicate) for event in record.events}
