"""Whereabouts: where on earth places lie, by what all articles and judgements together call them.

Name and country are looked up together: each by itself may be that of another town.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.linking.places import town
from graph.rdf.canon import NAME, TYPE
from graph.rdf.terms import ENTITIES, literal, node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_COUNTRY, _PLACE = node("country"), node("Place")
_LATITUDE, _LONGITUDE, _GEONAMES = node("wgs84:lat"), node("wgs84:long"), node("skos:closeMatch")
TELLING = (TYPE, NAME, _COUNTRY)
"""What of an entity's description tells where it lies."""
TOLD = (_LATITUDE, _LONGITUDE, _GEONAMES)
"""What its description says of that."""


def located(descriptions: Iterable[Quad]) -> Iterator[Quad]:
    """What quads of ``bc:entities`` tell about where the places among them lie: degrees of WGS 84, and the town."""
    told: dict[NamedNode, dict[NamedNode, str]] = defaultdict(dict)
    for quad in descriptions:
        if quad.predicate in TELLING:
            told[quad.subject][quad.predicate] = quad.object.value  # type: ignore[index, union-attr]  # no triples
    for entity, about in told.items():
        if about.get(TYPE) == _PLACE.value and NAME in about and _COUNTRY in about:
            yield from _at(entity, about[NAME], about[_COUNTRY])


def _at(place: NamedNode, name: str, country: str) -> Iterator[Quad]:
    found = town(name, country)
    if found:
        yield Quad(place, _LATITUDE, literal(found.latitude), ENTITIES)
        yield Quad(place, _LONGITUDE, literal(found.longitude), ENTITIES)
        yield Quad(place, _GEONAMES, NamedNode(f"https://sws.geonames.org/{found.id}/"), ENTITIES)
