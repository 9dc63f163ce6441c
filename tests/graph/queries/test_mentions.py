from pathlib import Path

import pytest

from graph.extraction import Extractor
from graph.ingest import ingest
from graph.model import Span
from graph.queries import claims
from graph.queries.claims import Claim
from graph.queries.description import plain
from graph.reading import read
from graph.store import open_store

SEED = Path(__file__).parents[3] / "seeds" / "2025-03-16-us-russia-ukraine.txt"
TEXT = SEED.read_bytes().decode()
_CLAIMS = "SELECT ?claim WHERE { ?claim a bc:Claim }"


@pytest.fixture(scope="module")
def known() -> list[Claim]:
    with open_store(":memory:") as store:
        ingest(store, Extractor(), read([SEED]))
        found = [plain(row["claim"]) for row in store.select(_CLAIMS)]
        return [claims.get(store, claim) for claim in found]


@pytest.mark.parametrize(
    ("subject", "predicate", "object_", "words"),
    [
        ("Marco Rubio", "spoke_with", "Sergei Lavrov", ("Marco Rubio", "Sergei Lavrov")),
        ("Keir Starmer", "accused", "Vladimir Putin", ("he", "Putin")),
        ("Volodymyr Zelensky", "accused", "Russia", ("Volodymyr Zelensky", "Moscow")),
        ("Vladimir Putin", "holds_office_in", "Russia", ("Vladimir Putin", "Russian")),
    ],
)
def test_a_claim_knows_the_words_that_stand_for_its_actors(
    known: list[Claim], subject: str, predicate: str, object_: str, words: tuple[str, str]
) -> None:
    edge = (subject, predicate, object_)
    found = [claim for claim in known if (claim.subject.name, claim.predicate, claim.object.name) == edge]
    assert words in [(_words(claim.subject_at), _words(claim.object_at)) for claim in found]


def test_the_words_stand_in_the_claims_own_sentence(known: list[Claim]) -> None:
    spans = [(claim.sentence, at) for claim in known for at in (claim.subject_at, claim.object_at) if at]
    assert len(spans) > len(known)
    assert all(sentence.begin <= at.begin < at.end <= sentence.end for sentence, at in spans)


def _words(at: Span | None) -> str | None:
    return TEXT[at.begin : at.end] if at else None
