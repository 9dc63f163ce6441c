"""Places: where events happened."""

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.queries import naming
from graph.queries.description import Description
from graph.queries.page import Page, page
from graph.queries.refs import describe_entity
from graph.rdf.terms import node
from graph.store.store import Store


@dataclass(frozen=True, slots=True)
class Place:
    """A place where events happened; ``latitude`` and ``longitude`` are WGS 84 degrees, None where not known.

    They are those of the largest town of that name in that country in GeoNames.
    """

    id: str
    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    events: int


def find(
    store: Store, *, text: str | None = None, country: str | None = None, limit: int = 50, offset: int = 0
) -> Page[Place]:
    """Places with the number of events there, the most eventful first; ``text`` is part of the name."""
    events = Counter(quad.object for quad in store.match(None, node("sem:hasPlace")))
    places = (place for place in events if isinstance(place, NamedNode))
    known = (_place(describe_entity(store, place), events[place]) for place in places)
    listed = [place for place in known if _is_wanted(place, text, country)]
    listed.sort(key=lambda place: (-place.events, place.name, place.id))
    return page(listed, lambda place: place, limit=limit, offset=offset)


def resolve(store: Store, name_or_id: str) -> str:
    """The id of the one place or country that is meant, as `naming.resolve` has it; raises NotFound."""
    return naming.resolve(store, name_or_id, naming.PLACE)


def _place(about: Description, events: int) -> Place:
    name, country = about.maybe("skos:prefLabel") or about.id, about.maybe("country")
    return Place(about.id, name, country, _degrees(about, "wgs84:lat"), _degrees(about, "wgs84:long"), events)


def _is_wanted(place: Place, text: str | None, country: str | None) -> bool:
    named = text is None or text.casefold() in place.name.casefold()
    return named and (country is None or place.country == country.upper())


def _degrees(about: Description, name: str) -> float | None:
    value = about.maybe(name)
    return float(value) if value else None
