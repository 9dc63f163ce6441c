import pytest

from graph.linking.traits import Traits, calling


@pytest.mark.parametrize(
    ("title", "sector", "expected"),
    [
        ("footballer", "CVL", "sport"),
        ("Former Singer", "CVL", "arts"),
        ("Trade Minister", "GOV", "politics"),
        ("schoolboy", "EDU", "childhood"),
        ("attorney", "JUD", None),
        (None, None, None),
    ],
)
def test_a_calling(title: str | None, sector: str | None, expected: str | None) -> None:
    assert calling(title, sector) == expected


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (Traits("AUS", "politics"), Traits("USA", "sport"), ("australia", "politics")),
        (Traits("USA", "politics"), Traits("USA", "sport"), ("politics",)),
        (Traits("AUS"), Traits(None, "sport"), ()),
        (Traits("AUS", "politics", (2020,)), Traits("AUS", "politics", (2024,)), ()),
        (Traits("AUS", years=(1925,)), Traits("AUS", years=(2020, 2024)), ("1925",)),
        (Traits("AUS", years=(1925,)), Traits("AUS", years=(1980, 2024)), ()),
    ],
)
def test_what_tells_two_apart(one: Traits, other: Traits, told: tuple[str, ...]) -> None:
    assert one.against(other).words() == told


def test_what_two_share() -> None:
    assert Traits("AUS", "sport").shared(Traits("AUS", "sport")) == 2
    assert Traits("AUS").shared(Traits()) == 0
