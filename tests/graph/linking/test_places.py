import pytest

from graph.linking.places import countries_of, town


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


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Geneva", "CHE", (46.2, 6.1)),
        ("GENEVA", "CHE", (46.2, 6.1)),
        ("Valencia", "ESP", (39.5, -0.4)),
        ("Valencia", "VEN", (10.2, -68.0)),
        ("Rangoon", "MMR", (16.8, 96.2)),
    ],
)
def test_where_on_earth_a_town_lies(name: str, country: str, expected: tuple[float, float]) -> None:
    found = town(name, country)
    assert found
    assert (found.latitude, found.longitude) == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(("name", "country"), [("Geneva", "RUS"), ("Nowhere at all", "CHE"), ("", "")])
def test_a_town_that_is_not_there_lies_nowhere(name: str, country: str) -> None:
    assert town(name, country) is None


def test_a_town_has_its_number_in_geonames() -> None:
    found = town("Nairobi", "KEN")
    assert found
    assert found.id == 184745
