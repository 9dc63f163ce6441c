"""What a judge says of a text, given gold that a test writes."""

from collections.abc import Callable

import pytest

from graph.evaluation.judges import JUDGES
from graph.evaluation.suite import Gold
from graph.extraction import Extractor
from graph.model import Article

Verdicts = Callable[[str, str, Gold], dict[str, bool]]


@pytest.fixture(scope="session")
def verdicts() -> Verdicts:
    """The first words of what was said, and whether it is right."""
    extractor = Extractor()

    def judge(suite: str, text: str, gold: Gold) -> dict[str, bool]:
        article = Article("article", text)
        found = JUDGES[suite](article, [gold], *extractor.traced(article))
        return {one.said.split(": ")[0]: one.right for one in found}

    return judge


def place(text: str, words: str) -> list[int]:
    """The offsets of some words."""
    begin = text.index(words)
    return [begin, begin + len(words)]
