from collections.abc import Callable

import pytest

from graph.extraction import Extractor
from graph.extraction.features import NAMES, PREDICATE, Features
from graph.model import Article


@pytest.fixture(scope="session")
def features(extractor: Extractor) -> Callable[[str], Features]:
    """The features of the first claim of a text."""

    def first(text: str) -> Features:
        record, found = extractor.traced(Article("article", text))
        return found[record.claims[0].id]

    return first


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Angela Merkel said that Chile had called.", "claim.about"),
        ("Peru and Chile met in Lima.", "claim.mutual"),
        ("Angela Merkel did not meet Emmanuel Macron.", "fact.denied"),
        ("Angela Merkel will meet Emmanuel Macron.", "fact.open"),
        ("Angela Merkel met Emmanuel Macron.", "trigger.main"),
        ("Chile imposed sanctions on Peru.", "trigger.phrase"),
        ("Angela Merkel left. She met Emmanuel Macron.", "role.pronoun"),
        ("Two officials met Emmanuel Macron.", "role.described"),
        ("Chile attacked the bridge.", "role.thing"),
        ("Angela Merkel met Emmanuel Macron.", "role.known"),
        ("The Chilean attack on Peru failed.", "role.modifier"),
        ("Angela Merkel met Emmanuel Macron and Boris Johnson.", "role.listed"),
        ("Angela Merkel wants to meet Emmanuel Macron.", "role.indirect"),
        ("Angela Merkel wants to meet Emmanuel Macron.", "role.across"),
        ("Angela Merkel on Sunday met Emmanuel Macron.", "role.apart"),
        ("Angela Merkel met Emmanuel Macron.", f"{PREDICATE}.met_with"),
        ("Angela Merkel met Emmanuel Macron.", "type.CONSULT"),
    ],
)
def test_what_can_be_told(extractor: Extractor, text: str, feature: str) -> None:
    _, found = extractor.traced(Article("article", text))
    assert any(feature in features for features in found.values())


def test_a_claim_is_told_by_its_own_ends(extractor: Extractor) -> None:
    record, found = extractor.traced(Article("article", "Angela Merkel met Emmanuel Macron and two officials."))
    described = {claim.object: "role.described" in found[claim.id] for claim in record.claims}
    assert len(described) == 2
    assert not described["actor:emmanuel-macron"]
    assert any(described.values())


def test_plain_claims_have_no_doubtful_features(features: Callable[[str], Features]) -> None:
    found = features("Angela Merkel met Emmanuel Macron.")
    assert not {"role.pronoun", "role.described", "role.thing", "role.across", "fact.open"} & found.keys()


def test_every_feature_has_a_weight_or_is_a_predicate(features: Callable[[str], Features]) -> None:
    found = features("Angela Merkel did not want to meet two officials and Emmanuel Macron on Sunday.")
    assert {name for name in found if not name.startswith(f"{PREDICATE}.")} <= NAMES
