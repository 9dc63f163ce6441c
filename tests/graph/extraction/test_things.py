import pytest

from graph.extraction import Extractor
from graph.model import Article


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def kinds(extractor: Extractor, text: str) -> dict[str, str]:
    return {entity.name: entity.type for entity in extractor.record(Article("a", text)).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ferry, Astoria, carried nurses. CNN praised Astoria.", "Astoria"),
        ("Kestrel Run is a racing game. Microsoft bought Kestrel Run.", "Kestrel Run"),
        ("Peru praised Kestrel Run, a game. Microsoft bought Kestrel Run.", "Kestrel Run"),
        ("Angela Merkel endorsed the Blue Coast Deal.", "Blue Coast Deal"),
        ("Chile adopted the Harbour Safety Protection Act (IHPA). Peru praised IHPA.", "Harbour Safety Protection Act"),
        ("Ann Baker won the Chess Olympiad. Peru praised the Olympiad.", "Chess Olympiad"),
    ],
)
def test_who_is_a_thing(extractor: Extractor, text: str, name: str) -> None:
    assert kinds(extractor, text)[name] == "other"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Microsoft, a client, met Ann Baker. Ann Baker is a lawyer for a game.", "Ann Baker", "person"),
        ("Ann Baker, a film director, met Angela Merkel.", "Ann Baker", "person"),
        ("Boeing is a plane to many. Angela Merkel praised Boeing.", "Boeing", "organization"),
    ],
)
def test_who_is_none(extractor: Extractor, text: str, name: str, kind: str) -> None:
    assert kinds(extractor, text)[name] == kind
