"""Values of what is known beforehand: actors with their offices, and the nouns for those who carry a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from graph.model import EntityType

RoleKind = Literal["person", "group", "organization"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: of which actor, from ``begin`` up to ``end``, the day that it passed on.

    A missing ``begin`` is unknown, a missing ``end`` unknown or yet to come.
    """

    title: str
    of: str
    begin: date | None = None
    end: date | None = None

    def held(self, on: date | None) -> bool:
        """Whether it was held on that day; on a day that nobody knows, whether it ever was, which is true."""
        return on is None or ((self.begin is None or self.begin <= on) and (self.end is None or on < self.end))


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """An actor known beforehand: ``id`` is a compact IRI, ``country`` ISO 3166-1 alpha-3, ``wikidata`` a Q-id.

    ``surnames`` are the last names under which a person goes alone; empty for others, and for kings and popes.
    ``source`` is the import that an actor came with, None for the ontology's own.
    """

    id: str
    name: str
    type: EntityType
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    gender: Literal["m", "f"] | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RoleNoun:
    """A noun for those who carry a role: one person's title, people together, or a body.

    ``office``: who carries it stands for a state or a body. ``speaks``: speaks for somebody. ``titles``: the names of
    offices that it may stand for besides its own, as "premier" for "prime minister".
    """

    noun: str
    sector: str
    kind: RoleKind
    plural: str
    office: bool = False
    speaks: bool = False
    gender: Literal["m", "f"] | None = None
    titles: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()


def surnames(*names: str) -> tuple[str, ...]:
    """The last words of a person's names, under which most people go alone."""
    return tuple(dict.fromkeys(name.split()[-1] for name in names))
