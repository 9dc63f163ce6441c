"""CAMEO: actor dictionaries of the coders TABARI and PETRARCH, such as those of Phoenix.

``ANNA_LENTA_ [KENGOV >20090120]``: underscores for blanks, and codes, each perhaps with the days on which it holds, on
the line of the name or below it. Lines with ``+`` are synonyms; ``#``, ``;`` and ``<!--`` begin comments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.errors import BadInput
from graph.extraction.gender import given_names
from graph.kb.entry import codes
from graph.kb.names import callable_names, usual
from graph.kb.row import Row, row
from graph.kb.vocabulary import vocabulary
from graph.linking.forms import fold
from graph.linking.knowledge import knowledge
from graph.model import Rejected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graph.model import EntityType

_COMMENT = re.compile(r"\s*(?:[#;]|<!--).*")
_CODE = re.compile(r"\[([^\]\s]*)\s*([^\]]*)\]")
_DATES = re.compile(r"(?P<since>>)?(?P<until><)?(?P<begin>\d{6,8})(?:\s*-\s*(?P<end>\d{6,8}))?")
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_ACROSS = (
    "IGO",
    "IMG",
    "MNC",
    "NGM",
    "NGO",
    "UAF",
)  # in the place of a country: bodies that have none, or one behind it
_MUSLIM = "MUS"  # Mauritius, but a religion behind another code
_CENTURY = 30  # of years in two digits, those up to here are of the 2000s
_MOST_WORDS = 4  # of a person's name


@dataclass(slots=True)
class _Block:
    """A name with its synonyms, and its codes each with their dates."""

    origin: str
    names: list[str] = field(default_factory=list)
    codes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def parts(self) -> list[str]:
        """The groups of three letters in the code that holds now, or held last."""
        code = next((code for code, dates in self.codes if not dates), self.codes[-1][0] if self.codes else "")
        return re.findall(r"[A-Z]{3}", code)

    @property
    def country(self) -> str | None:
        """The country in the first place of the code, or behind what is no country: "MNCKEN"."""
        across = self.parts[:1] and self.parts[0] in _ACROSS
        first = next((part for part in self.parts[1:2] if part != _MUSLIM), "") if across else "".join(self.parts[:1])
        code = vocabulary().countries.get(first, first)
        return code if code in codes().values() else None

    @property
    def sector(self) -> str | None:
        """The sector of the first role in the code."""
        return next((vocabulary().roles[part] for part in self.parts if part in vocabulary().roles), None)


def rows(path: Path, text: str) -> Iterator[Row | Rejected]:
    """One actor a name with its synonyms."""
    for block in _blocks(path, text):
        try:
            yield _row(block)
        except BadInput as error:
            yield Rejected(block.origin, str(error))


def _blocks(path: Path, text: str) -> Iterator[_Block]:
    block: _Block | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        told = _COMMENT.sub("", line).strip()
        name = _CODE.sub("", told).strip()
        if name and not name.startswith("+"):
            if block is not None:
                yield block
            block = _Block(f"{path}:{number}")
        if block is not None:
            block.names += [part for part in name.split("+") if part]
            block.codes += _CODE.findall(told)
        elif told:
            yield _Block(f"{path}:{number}")
    if block is not None:
        yield block


def _row(block: _Block) -> Row | Rejected:
    if not block.names:
        raise BadInput("a synonym or code without a name before it")
    if not block.codes:
        raise BadInput("has no code such as [KENGOV]")
    offices = [office for code, dates in block.codes for office in _office(code, dates, block.country)]
    names = [name for text in block.names for name in _names(text)]
    type_ = _type(block, names)
    if type_ is None:
        raise BadInput("a country's code alone does not tell what it is: give it a role, or import it as CSV")
    fields: dict[str, Any] = {
        "name": names[0],
        "aliases": list(_synonyms(names, type_)),
        "type": type_,
        "country": block.country,
        "sector": block.sector,
        "offices": offices if type_ == "person" else [],
    }
    return row(block.origin, fields)


def _names(text: str) -> Iterator[str]:
    """The name, and the acronym in brackets behind it: "GREEN_FRONT_OF_LENTA_(GFL)_"."""
    words = re.sub(r"- ", "-", " ".join(text.replace("_", " ").split()))
    yield from callable_names([usual(" ".join(_BRACKETS.sub(" ", words).split()))])
    yield from (inner for inner in _BRACKETS.findall(words) if inner.isalpha() and len(inner) > 2)


def _type(block: _Block, names: list[str]) -> EntityType | None:
    """Whoever has dates is a person; else what is known, the given name and the words of the name decide."""
    if not names:
        raise BadInput("has no name in Latin letters, as English news would write it")
    known = knowledge().named(names[0])
    if known is not None:
        return known.type
    if any(dates for _, dates in block.codes) or _has_given_name(names[0]):
        return "person"
    if block.sector is None:
        return None if block.country and len(block.parts) == 1 else "organization"
    personal = block.sector in ("ELI", "GOV", "JUD", "LEG", "MIL", "OPP") and block.parts[0] not in _ACROSS
    return "person" if personal and _may_be_personal(names[0]) else "organization"


def _has_given_name(name: str) -> bool:
    first, _, rest = fold(name).partition(" ")
    return bool(rest) and first in given_names()


def _may_be_personal(name: str) -> bool:
    words = name.split()
    roles = (knowledge().noun(word) for word in words)
    bodies = any(role is not None and role.kind != "person" for role in roles) or knowledge().role(name) is not None
    return (
        1 < len(words) <= _MOST_WORDS and not bodies and not any(word in ("of", "for", "and", "the") for word in words)
    )


def _synonyms(names: list[str], type_: EntityType) -> Iterable[str]:
    """The synonyms that name the same one: dictionaries count a country's towns and a group's people among them."""
    if type_ == "country":
        known = knowledge().named(names[0])
        own = [fold(word) for word in (names[0], *(known.demonyms if known else ()))]
        return [name for name in names[1:] if any(word in fold(name) for word in own)]
    return [name for name in names[1:] if type_ == "person" or not _has_given_name(name)]


def _office(code: str, dates: str, country: str | None) -> Iterator[dict[str, object]]:
    """What somebody held while the code held, if that is a post of a state."""
    if not dates.strip():
        return
    begin, end = _days(dates)
    owner = knowledge().country(country or "")
    post = next((vocabulary().posts[part] for part in re.findall("...", code) if part in vocabulary().posts), None)
    if owner is not None and post is not None and not (begin and end and begin >= end):
        yield {"title": post, "of": owner.id.split(":")[1], "from": begin, "to": end}


def _days(text: str) -> tuple[date | None, date | None]:
    """From when to when: ">20090120", "<19990101", "19991231-20080507"; two digits may stand for the year."""
    match = _DATES.fullmatch(text.strip())
    if match is None:
        raise BadInput(f"{text.strip()!r} are no dates such as >20090120 or 20010101-20040630")
    first, second = _day(match["begin"]), _day(match["end"]) if match["end"] else None
    return (None, first) if match["until"] else (first, second)


def _day(digits: str) -> date:
    century = "" if len(digits) == 8 else "20" if int(digits[:2]) <= _CENTURY else "19"
    try:
        return date.fromisoformat(century + digits)
    except ValueError:
        raise BadInput(f"{digits!r} is no day such as 20090120") from None
