"""A match: a frame of the lexicon found in a sentence, with those who take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extraction.lexicon import Frame, Kind
    from graph.extraction.referents import Referent
    from graph.extraction.slots import Slots
    from graph.extraction.tokens import Token

ACTORS = frozenset(("person", "organization", "country", "group"))
PEOPLE = frozenset(("person", "group", "country"))  # "three Russians", "a Turkish crew"
OTHER = "OTHER"

POLITICAL = frozenset(("GOV", "LEG", "OPP", "PTY"))  # sectors of those who fight with words
PARTIES = frozenset(("LEG", "PTY"))  # sectors of bodies that do so
BODIES = frozenset(("organization", "country"))


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Someone in a role: whom the words stand for, and the word that heads them."""

    referent: Referent
    token: Token


def is_of_kind(referent: Referent, kind: Kind | None) -> bool:
    """True for somebody of a kind that a frame asks for; where it asks for none, for whoever can act."""
    if kind == "media":
        return referent.sector == "MED" and not (referent.named and referent.type == "person")
    if kind == "body":
        return referent.type in BODIES
    if kind == "named":
        return referent.type == "person" and referent.named
    if kind == "politician":
        return (referent.type == "person" and referent.sector in POLITICAL) or referent.sector in PARTIES
    if kind == "place":
        return referent.type in ("place", "country")
    if kind == "person":
        return referent.type in PEOPLE
    return referent.type in ACTORS or (referent.type == "place" and referent.named)


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A frame found in the text; ``frame`` is None for a verb that the lexicon does not hold.

    ``mutual``: the actors act on each other. ``topic`` are the words that head what it is about. ``concerned`` are
    those whom an act without recipient concerns all the same: "refused to send aid *to Angola*". ``things`` are
    what it is done with: "bought *aircraft* from Airbus".
    """

    slots: Slots
    frame: Frame | None
    actors: tuple[Part, ...]
    recipients: tuple[Part, ...]
    instruments: tuple[Part, ...] = ()
    topic: tuple[Token, ...] = ()
    mutual: bool = False
    concerned: tuple[Part, ...] = ()
    things: tuple[Part, ...] = ()

    @property
    def type(self) -> str:
        """The event's type; OTHER outside the lexicon."""
        return self.frame.type if self.frame is not None else OTHER

    @property
    def is_backdrop(self) -> bool:
        """True for a plain noun of the clause, which whoever says the clause takes for granted."""
        return self.frame is None and not self.slots.is_verb and self.slots.support is None

    @property
    def predicate(self) -> str:
        """The relation between actors and recipients."""
        if self.frame is not None:
            return self.frame.predicate
        return f"{'verb' if self.slots.is_verb else 'noun'}:{self.slots.token.lemma_.lower()}"
