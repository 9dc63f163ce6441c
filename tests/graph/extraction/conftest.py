"""One extractor for all tests of extraction: the model loads once."""

from collections.abc import Callable
from datetime import date

import pytest

from graph.extraction import Extractor
from graph.extraction.coreference import Coreference
from graph.extraction.gazetteer import Gazetteer
from graph.extraction.mentions import Mentions
from graph.extraction.parse import load_model
from graph.extraction.tokens import Doc
from graph.linking.knowledge import knowledge
from graph.model import Article, Record

Sunday = date(2025, 3, 16)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Callable[[str], Record]:
    """The record of a text that was published on Sunday 16 March 2025."""
    return lambda text: extractor.record(Article("article", text, published=Sunday))


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Doc]:
    nlp = load_model()
    return lambda text: Doc(nlp(text))


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer(load_model(), knowledge())


@pytest.fixture(scope="session")
def coreference(parse: Callable[[str], Doc], gazetteer: Gazetteer) -> Callable[[str], Coreference]:
    """The coreference of a text that was published on Sunday 16 March 2025."""
    return lambda text: Coreference(Mentions(parse(text), gazetteer), gazetteer.knowledge, Sunday)
