"""What is known about actors before any article is read: names, demonyms, capitals, offices and role nouns.

The knowledge itself is data, ``ontology/actors/*.toml``; its format stands in ``docs/knowledge.md``. What users import
comes beside it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from graph.errors import BadInput
from graph.linking.forms import fold, key, plain
from graph.linking.forms import surname as last_name
from graph.linking.imported import Imported
from graph.linking.known import Known, Office, RoleNoun, surnames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["ACTORS", "Knowledge", "Known", "Office", "RoleNoun", "knowledge", "known_of", "plain"]

K = TypeVar("K")
T = TypeVar("T")

ACTORS = Path(__file__).parents[2] / "ontology" / "actors"
OF = re.compile(r" (?:of|for|to|in|at|from) ")


class Knowledge:
    """All actors and role nouns of a folder, indexed by what the news calls them, and beside them those ``imported``.

    Whatever the folder and an import both claim is the folder's: a name, a surname, an office. ``state`` is a hash of
    the imports, by which one can tell whether any were added since.
    """

    def __init__(
        self, actors: Iterable[Known], roles: Iterable[RoleNoun], imported: Iterable[Known] = (), *, state: str = ""
    ) -> None:
        self.state = state
        own = {known.id: known for known in actors}
        self.imported = Imported(own, imported)
        self._ids = own | self.imported.actors
        self._own = tuple((known, self._ids[known.id]) for known in own.values())  # as in the folder, and extended
        self.actors = tuple(self._ids.values())
        self.roles = tuple(roles)
        self._items = {known.wikidata: known for known in self.actors if known.wikidata}
        self._names = _first((key(plain(name)), known) for name, known in self.names())
        self._demonyms = _first((fold(word), known) for known in self.actors for word in known.demonyms)
        self._capitals = _first((fold(city), known) for known in self.actors for city in known.capitals)
        self._countries = _first((known.country or "", known) for known in self.actors if known.type == "country")
        self._nouns = _first((fold(form), role) for form, role in self.role_forms())
        self._surnames = _grouped((last_name(name), known) for given, known in self._own for name in given.surnames)
        self._offices = _grouped(
            ((fold(office.title), office.of), (office, known)) for given, known in self._own for office in given.offices
        )

    @classmethod
    def load(cls, folder: Path | None = None) -> Knowledge:
        """Everything in the folder's TOML files, by default those of the ontology; BadInput if they cannot be read."""
        tables = [_read(path) for path in sorted((folder or ACTORS).glob("*.toml"))]
        if not tables:
            raise BadInput(f"{folder or ACTORS} holds no file of actors")
        return cls(
            actors=tuple(known_of(entry) for table in tables for entry in table.get("actor", ())),
            roles=tuple(_role(entry) for table in tables for entry in table.get("role", ())),
        )

    def get(self, id: str) -> Known | None:  # noqa: A002 - it is what the model calls it
        """The actor with this compact IRI, such as ``actor:russia``."""
        return self._ids.get(id)

    def names(self) -> Iterator[tuple[str, Known]]:
        """Every name and alias of the folder's own with its actor, spelled as in the data."""
        return ((name, known) for given, known in self._own for name in (given.name, *given.aliases))

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
        keys = [each for form in forms for each in (key(form), form.casefold())]
        own = next((self._names[each] for each in keys if each in self._names), None)
        return own or self.imported.named(keys)

    def demonym(self, word: str) -> Known | None:
        """The country of an adjective or a people: "Russian", "Russians", "Britons"; "polish" is no country's."""
        return None if word[:1].islower() else self._demonyms.get(fold(word))

    def capital(self, name: str) -> Known | None:
        """The country whose government "Moscow" or "Tel Aviv" stands for."""
        return None if name[:1].islower() else self._capitals.get(fold(name))

    def item(self, wikidata: str) -> Known | None:
        """The actor with this Wikidata item, such as ``Q159``."""
        return self._items.get(wikidata)

    def country(self, code: str) -> Known | None:
        """The country with this ISO 3166-1 alpha-3 code."""
        return self._countries.get(code)

    def surnamed(self, surname: str) -> tuple[Known, ...]:
        """The people with this last name, with or without its article: "Assad" and "al-Assad" are the same.

        Nobody imported is among them; see ``bearer``.
        """
        return () if surname.islower() else self._surnames.get(last_name(surname), ())

    def bearer(self, surname: str) -> Known | None:
        """The one imported person with a last name that nobody of the folder's own has, and no other import."""
        return None if surname.islower() or self.surnamed(surname) else self.imported.bearer(last_name(surname))

    def noun(self, form: str) -> RoleNoun | None:
        """The role with exactly this form, in any spelling: "Foreign Ministers"."""
        return self._nouns.get(fold(form))

    def role(self, noun: str) -> RoleNoun | None:
        """The role at the end of a phrase, singular or plural: "deputy foreign minister" is a "foreign minister".

        What follows a preposition counts only as part of a longer title: "minister of tourism" is a "minister".
        """
        phrase = fold(noun)
        head = OF.split(phrase, maxsplit=1)[0]
        starts = range(len(head.split()))
        candidates = (" ".join(text.split()[start:]) for text in dict.fromkeys((phrase, head)) for start in starts)
        return next((self._nouns[text] for text in candidates if text in self._nouns), None)

    def holders(self, title: str, country_id: str, on: date | None) -> tuple[Known, ...]:
        """Who held that office of that actor on that day, the title's own office first; without a day, who ever did.

        The title is taken whole, so a "deputy foreign minister" is not the foreign minister.
        """
        role = self.noun(title)
        wanted = [(fold(name), country_id) for name in (title, *((role.noun, *role.titles) if role else ()))]
        offices = (pair for each in wanted for pair in self._offices.get(each, ()))
        own = tuple(dict.fromkeys(known for office, known in offices if office.held(on)))
        return own or self.imported.holders(wanted, on)


@cache
def knowledge() -> Knowledge:
    """The knowledge of the ontology, loaded once a process."""
    return Knowledge.load()


def _surnames(entry: Mapping[str, Any]) -> Iterable[str]:
    if entry["type"] != "person":
        return ()
    given: list[str] | None = entry.get("surnames")
    return surnames(entry["name"], *entry.get("aliases", ())) if given is None else given


def _first(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    index: dict[str, T] = {}
    for each, value in pairs:
        index.setdefault(each, value)
    return index


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    index: dict[K, dict[T, None]] = defaultdict(dict)
    for each, value in pairs:
        index[each][value] = None
    return {each: tuple(values) for each, values in index.items()}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"{path} cannot be read: {error}") from error


def known_of(entry: Mapping[str, Any], source: str | None = None) -> Known:
    """The actor of an ``[[actor]]`` table, or of its JSON, in which days are texts; it is taken as it is."""
    lists: dict[str, Any] = {name: tuple(entry.get(name, ())) for name in ("aliases", "demonyms", "capitals")}
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
        source=source,
        **lists,
    )


def _office(entry: Mapping[str, Any]) -> Office:
    begin, end = (
        date.fromisoformat(day) if isinstance(day, str) else day for day in (entry.get("from"), entry.get("to"))
    )
    return Office(entry["title"], f"actor:{entry['of']}", begin, end)


def _role(entry: Mapping[str, Any]) -> RoleNoun:
    lists = {name: tuple(entry.get(name, ())) for name in ("titles", "spellings")}
    return RoleNoun(**{"plural": _plural(entry["noun"]), **entry, **lists})


def _plural(noun: str) -> str:
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
