"""FollowTheMoney: entities with a schema and properties, as OpenSanctions publishes them.

Read as the JSON it is, against the documented schemata: the package of that name brings more than it would save here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.kb.entry import codes
from graph.kb.names import callable_names, personal, usual
from graph.kb.row import Row, row
from graph.kb.tables import objects
from graph.kb.vocabulary import vocabulary
from graph.linking.forms import fold
from graph.linking.knowledge import knowledge
from graph.model import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_OF = re.compile(r"^(?P<title>.+),? (?:of|for) (?:the )?(?P<whose>[A-Z].*)$")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_GENDERS = {"male": "m", "female": "f"}
Properties = dict[str, list[str]]


@dataclass(slots=True)
class _Offices:
    """Positions by id, and who held which: the two may stand anywhere in a file, before or behind the people."""

    positions: dict[str, Properties] = field(default_factory=dict)
    held: dict[str, list[Properties]] = field(default_factory=dict)

    def add(self, entity: Mapping[str, Any]) -> None:
        """Take note of a position, or that somebody holds one."""
        found = _properties(entity)
        if entity.get("schema") == "Position":
            self.positions[str(entity.get("id"))] = found
        for holder in found.get("holder", ()) if entity.get("schema") == "Occupancy" else ():
            self.held.setdefault(holder, []).append(found)

    def of(self, person: str) -> Iterator[dict[str, object]]:
        """The offices of a person: those of a state as a whole, which it is known whose they are."""
        for occupancy in self.held.get(person, ()):
            position = self.positions.get(_first(occupancy, "post") or "", {})
            yield from _office(position, _first(occupancy, "startDate"), _first(occupancy, "endDate"))


def rows(path: Path, text: str) -> Iterator[Row | Rejected]:
    """The entities that are actors; what is none, such as a ship, is passed over."""
    found = list(objects(path, text))
    offices = _Offices()
    for _, entity in found:
        if not isinstance(entity, Rejected):
            for each in _nested(entity):
                offices.add(each)
    for origin, entity in found:
        if isinstance(entity, Rejected):
            yield entity
        elif entity.get("schema") in vocabulary().schemata:
            yield _row(origin, entity, offices)
        elif "schema" not in entity:
            yield Rejected(origin, "schema: Field required")


def _nested(entity: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The entity and those that stand in its properties, as in ``targets.nested.json``."""
    yield entity
    properties = entity.get("properties")
    for values in properties.values() if isinstance(properties, dict) else ():
        for value in values if isinstance(values, list) else ():
            if isinstance(value, dict):
                yield from _nested(value)


def _row(origin: str, entity: Mapping[str, Any], offices: _Offices) -> Row | Rejected:
    properties, type_ = _properties(entity), vocabulary().schemata[entity["schema"]]
    names = _names(entity, properties, is_person=type_ == "person")
    if not names:
        return Rejected(origin, "name: has no name in Latin letters, as English news would write it")
    id_ = str(entity.get("id", origin))
    fields = {
        "name": names[0],
        "aliases": names[1:],
        "type": type_,
        "country": _country(properties),
        "sector": _sector(properties),
        "wikidata": _wikidata(id_, properties),
        "gender": _GENDERS.get(_first(properties, "gender") or "") if type_ == "person" else None,
        "offices": list(offices.of(id_)) or _stated(properties),
    }
    return row(origin, fields, id_)


def _properties(entity: Mapping[str, Any]) -> Properties:
    """All values as texts; of a nested entity its id."""
    found = entity.get("properties")
    lists = found.items() if isinstance(found, dict) else ()
    return {
        name: [str(value["id"]) if isinstance(value, dict) and "id" in value else str(value) for value in values]
        for name, values in lists
        if isinstance(values, list)
    }


def _first(properties: Properties, name: str) -> str | None:
    return next(iter(properties.get(name, ())), None)


def _names(entity: Mapping[str, Any], properties: Properties, *, is_person: bool) -> list[str]:
    """The caption first, then names, aliases and earlier names; of the weak aliases those of several words."""
    weak = [name for name in properties.get("weakAlias", ()) if " " in name.strip()]
    caption = entity.get("caption")
    told = [caption] if isinstance(caption, str) else []
    names = [*told, *(name for kind in ("name", "alias", "previousName") for name in properties.get(kind, ())), *weak]
    return callable_names([personal(name) if is_person else usual(name) for name in names])


def _country(properties: Properties) -> str | None:
    """The one country that is told, the nationality first: "ru" is RUS, "ge-ab" GEO; of two it is open which."""
    for name in ("nationality", "citizenship", "jurisdiction", "country", "mainCountry"):
        found = {codes().get(code[:2].upper()) for code in properties.get(name, ()) if re.match(r"[a-z]{2}(-|$)", code)}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def _sector(properties: Properties) -> str | None:
    topics = properties.get("topics", ())
    return next((sector for topic, sector in vocabulary().topics.items() if topic in topics), None)


def _wikidata(id_: str, properties: Properties) -> str | None:
    told = (*properties.get("wikidataId", ()), id_)
    return next((item for item in told if re.fullmatch(r"Q[1-9]\d*", item)), None)


def _stated(properties: Properties) -> list[dict[str, object]]:
    """The offices of ``position``, of which nobody tells since when."""
    place: Properties = {"country": [code.lower() for code in properties.get("country", ())]}
    return [
        office for name in properties.get("position", ()) for office in _office(place | {"name": [name]}, None, None)
    ]


def _office(position: Properties, begin: str | None, end: str | None) -> Iterator[dict[str, object]]:
    """The office that "Minister of Foreign Affairs of Lenta" is, under the title that the ontology has for it."""
    name = _first(position, "name")
    if name is None or "subnationalArea" in position:
        return
    match = _OF.match(name)
    whose = knowledge().named(match["whose"]) if match else None
    title = match["title"] if match and whose and whose.type != "person" else name
    owner = whose if title != name else knowledge().country(_country(position) or "")
    if owner is not None and callable_names([title]):
        days = {"from": _day(begin), "to": _day(end, last=True)}
        told = {which: day for which, day in days.items() if day}
        if len(told) < len(days) or str(told["from"]) < str(told["to"]):
            yield {"title": _title(title), "of": owner.id.split(":")[1], **told}


def _title(text: str) -> str:
    """The title that the ontology has for an office: "Minister of Foreign Affairs" is the "Foreign Minister"."""
    role = knowledge().noun(text)
    names = (role.noun, *role.titles) if role else ()
    return next((_titles()[name] for name in names if name in _titles()), text)


@cache
def _titles() -> dict[str, str]:
    return {fold(office.title): office.title for known in knowledge().actors for office in known.offices}


def _day(text: str | None, *, last: bool = False) -> date | None:
    """The day; of a year or month alone the first, or the one that follows it: nobody may be left out by it."""
    match = _DAY.match(text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        begin = date(year or 0, month or 1, day or 1)
        if day is not None or not last:
            return begin
        return date(begin.year + 1, 1, 1) if month is None else (begin + timedelta(days=32)).replace(day=1)
    except ValueError:
        return None
