"""What is known about actors before any article is read: names, demonyms, capitals, offices and role nouns.

The knowledge itself is data, ``ontology/actors/*.toml``; its format stands in ``docs/knowledge.md``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from graph.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from graph.model import EntityType

RoleKind = Literal["person", "group", "organization"]
K = TypeVar("K")
T = TypeVar("T")

ACTORS = Path(__file__).parents[2] / "ontology" / "actors"
ACRONYM_LENGTH = 4
# Dots go, and the accents that decomposing sets free; what does not decompose, apostrophes and hyphens become plain.
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", ".": ""}
    | dict.fromkeys("‘’ʼʻ`´", "'")
    | dict.fromkeys("-‐‑–—", " ")
    | dict.fromkeys(map(chr, range(0x300, 0x370)), "")
)
POSSESSIVE = re.compile(r"'s?$")
OF = re.compile(r" (?:of|for|to|in|at|from) ")


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


class Knowledge:
    """All actors and role nouns of a folder, indexed by what the news calls them."""

    def __init__(self, actors: Iterable[Known], roles: Iterable[RoleNoun]) -> None:
        self.actors = tuple(actors)
        self.roles = tuple(roles)
        self._ids = {known.id: known for known in self.actors}
        self._names = _first((_key(plain(name)), known) for name, known in self.names())
        self._demonyms = _first((_fold(word), known) for known in self.actors for word in known.demonyms)
        self._capitals = _first((_fold(city), known) for known in self.actors for city in known.capitals)
        self._countries = _first((known.country or "", known) for known in self.actors if known.type == "country")
        self._nouns = _first((_fold(form), role) for form, role in self.role_forms())
        self._surnames = _grouped((_surname(name), known) for known in self.actors for name in known.surnames)
        self._offices = _grouped(
            ((_fold(office.title), office.of), (office, known)) for known in self.actors for office in known.offices
        )

    @classmethod
    def load(cls, folder: Path | None = None) -> Knowledge:
        """Everything in the folder's TOML files, by default those of the ontology; BadInput if they cannot be read."""
        tables = [_read(path) for path in sorted((folder or ACTORS).glob("*.toml"))]
        if not tables:
            raise BadInput(f"{folder or ACTORS} holds no file of actors")
        return cls(
            actors=tuple(_known(entry) for table in tables for entry in table.get("actor", ())),
            roles=tuple(_role(entry) for table in tables for entry in table.get("role", ())),
        )

    def get(self, id: str) -> Known | None:  # noqa: A002 - it is what the model calls it
        """The actor with this compact IRI, such as ``actor:russia``."""
        return self._ids.get(id)

    def names(self) -> Iterator[tuple[str, Known]]:
        """Every name and alias with its actor, spelled as in the data."""
        return ((name, known) for known in self.actors for name in (known.name, *known.aliases))

    def role_forms(self) -> Iterator[tuple[str, RoleNoun]]:
        """Every role noun with its role, in the singular, the plural and other spellings of the data."""
        return ((form, role) for role in self.roles for form in (role.noun, role.plural, *role.spellings))

    def named(self, name: str) -> Known | None:
        """The actor with exactly this name or alias: "the U.S." is the United States, "us" is nobody.

        A leading "the", a possessive, dots, accents and hyphens make no difference, nor does case, except that a name
        has a capital somewhere and that an acronym of four letters or fewer is in capitals throughout.
        """
        if name.islower():
            return None
        text = plain(name)
        forms = (text, re.sub(r"(?i)^the ", "", text))
        keys = (key for form in forms for key in (_key(form), form.casefold()))
        return next((self._names[key] for key in keys if key in self._names), None)

    def demonym(self, word: str) -> Known | None:
        """The country of an adjective or a people: "Russian", "Russians", "Britons"; "polish" is no country's."""
        return None if word[:1].islower() else self._demonyms.get(_fold(word))

    def capital(self, name: str) -> Known | None:
        """The country whose government "Moscow" or "Tel Aviv" stands for."""
        return None if name[:1].islower() else self._capitals.get(_fold(name))

    def country(self, code: str) -> Known | None:
        """The country with this ISO 3166-1 alpha-3 code."""
        return self._countries.get(code)

    def surnamed(self, surname: str) -> tuple[Known, ...]:
        """The people with this last name, with or without its article: "Assad" and "al-Assad" are the same."""
        return () if surname.islower() else self._surnames.get(_surname(surname), ())

    def role(self, noun: str) -> RoleNoun | None:
        """The role at the end of a phrase, singular or plural: "deputy foreign minister" is a "foreign minister".

        What follows a preposition counts only as part of a longer title: "minister of tourism" is a "minister".
        """
        phrase = _fold(noun)
        head = OF.split(phrase, maxsplit=1)[0]
        starts = range(len(head.split()))
        candidates = (" ".join(text.split()[start:]) for text in dict.fromkeys((phrase, head)) for start in starts)
        return next((self._nouns[text] for text in candidates if text in self._nouns), None)

    def holders(self, title: str, country_id: str, on: date | None) -> tuple[Known, ...]:
        """Who held that office of that actor on that day, the title's own office first; without a day, who ever did.

        The title is taken whole, so a "deputy foreign minister" is not the foreign minister.
        """
        role = self._nouns.get(_fold(title))
        titles = (role.noun, *role.titles) if role else (title,)
        offices = (pair for name in (title, *titles) for pair in self._offices.get((_fold(name), country_id), ()))
        return tuple(dict.fromkeys(known for office, known in offices if office.held(on)))


@cache
def knowledge() -> Knowledge:
    """The knowledge of the ontology, loaded once a process."""
    return Knowledge.load()


@lru_cache(maxsize=8192)  # the words of one article, asked for again and again
def plain(name: str) -> str:
    """A name without what writers vary: "the  EU’s" becomes "the EU", "U.S." "US", "Díaz-Canel" "Diaz Canel"."""
    return POSSESSIVE.sub("", " ".join(unicodedata.normalize("NFKD", name).translate(LETTERS).split()))


@lru_cache(maxsize=8192)
def _fold(name: str) -> str:
    return plain(name).casefold()


def _key(text: str) -> str:
    # "US" and "WHO" would be words if case were dropped; longer acronyms are not mistaken for anything.
    return text if len(text) <= ACRONYM_LENGTH and text.isupper() else text.casefold()


def _surnames(entry: Mapping[str, Any]) -> Iterable[str]:
    if entry["type"] != "person":
        return ()
    given: list[str] | None = entry.get("surnames")
    names = (entry["name"], *entry.get("aliases", ()))
    return dict.fromkeys(name.split()[-1] for name in names) if given is None else given


def _surname(name: str) -> str:
    return re.sub(r"^(?:al|el) ", "", _fold(name))


def _first(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    index: dict[str, T] = {}
    for key, value in pairs:
        index.setdefault(key, value)
    return index


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    index: dict[K, dict[T, None]] = defaultdict(dict)
    for key, value in pairs:
        index[key][value] = None
    return {key: tuple(values) for key, values in index.items()}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}") from error


def _known(entry: Mapping[str, Any]) -> Known:
    lists = {name: tuple(entry.get(name, ())) for name in ("aliases", "demonyms", "capitals")}
    return Known(
        id=f"{'place' if entry['type'] == 'place' else 'actor'}:{entry['id']}",
        name=entry["name"],
        type=entry["type"],
        country=entry.get("country"),
        sector=entry.get("sector"),
        wikidata=entry.get("wikidata"),
        surnames=tuple(_surnames(entry)),
        offices=tuple(_office(office) for office in entry.get("offices", ())),
        gender=entry.get("gender"),
        **lists,
    )


def _office(entry: Mapping[str, Any]) -> Office:
    return Office(entry["title"], f"actor:{entry['of']}", entry.get("from"), entry.get("to"))


def _role(entry: Mapping[str, Any]) -> RoleNoun:
    lists = {name: tuple(entry.get(name, ())) for name in ("titles", "spellings")}
    return RoleNoun(**{"plural": _plural(entry["noun"]), **entry, **lists})


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
