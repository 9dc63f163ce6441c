import pytest

from graph.linking.places import countries_of


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("Mombasa", ("KEN",)),
        ("mombasa", ("KEN",)),
        ("Rangoon", ("MMR",)),
        ("São Paulo", ("BRA",)),
        ("Texas", ("USA",)),
        ("London", ("GBR",)),
        ("Nowhere at all", ()),
    ],
)
def test_where_a_town_lies(name: str, countries: tuple[str, ...]) -> None:
    assert countries_of(name) == countries


def test_namesakes_come_by_size() -> None:
    assert countries_of("Valencia")[:2] == ("VEN", "ESP")
