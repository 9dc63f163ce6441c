import pytest

from graph.errors import NotFound
from graph.queries import places
from graph.rdf.terms import node
from graph.store import Store, open_store
from tests.stories import CALL, fill


def test_places_have_the_number_of_their_events(store: Store) -> None:
    found = places.find(store)
    assert [(place.id, place.name, place.country, place.events) for place in found.items] == [
        ("place:riyadh", "Riyadh", "SAU", 1)
    ]
    assert found.items[0].latitude == pytest.approx(24.7, abs=0.1)
    assert found.items[0].longitude == pytest.approx(46.7, abs=0.1)


@pytest.mark.parametrize(
    ("text", "country", "total"), [("riy", None, 1), ("x", None, 0), (None, "sau", 1), ("riy", "RUS", 0)]
)
def test_filters(store: Store, text: str | None, country: str | None, total: int) -> None:
    assert places.find(store, text=text, country=country).total == total


def test_the_coordinates_are_those_of_the_store() -> None:
    with fill(open_store(":memory:"), CALL) as store:
        store.apply(remove=[quad for quad in store.match(node("place:riyadh")) if "wgs84" in quad.predicate.value])
        found = places.find(store).items[0]
    assert (found.latitude, found.longitude) == (None, None)


@pytest.mark.parametrize("name", ["place:riyadh", "riyadh", "Riyadh", "RIY"])
def test_a_place_is_known_by_id_and_by_name(store: Store, name: str) -> None:
    assert places.resolve(store, name) == "place:riyadh"


def test_a_place_that_is_not_there_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match="There is no place 'Riad'"):
        places.resolve(store, "Riad")
