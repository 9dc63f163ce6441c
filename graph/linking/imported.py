"""Imported: the actors that users added, and what they add to those that are known already."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.linking.forms import fold, key, plain
from graph.linking.forms import surname as last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from graph.linking.known import Known, Office


class Imported:
    """What was imported beside the ``own`` actors, by id; an entry of one's own id or Wikidata item extends it.

    A name that two of them bear names neither, and so does a surname: imports are large, and most namesakes in them
    are not whom the news means.
    """

    def __init__(self, own: Mapping[str, Known], imported: Iterable[Known]) -> None:
        self.actors = _extended(own, imported)
        new = [known for id_, known in self.actors.items() if id_ not in own]
        self._names = _single((key(plain(name)), known) for known in self.actors.values() for name in names(known))
        self._surnames = _single((last_name(name), known) for known in new for name in known.surnames)
        self._longest: dict[str, int] = defaultdict(int)
        for name in self._names:
            words = name.casefold().split()
            self._longest[words[0]] = max(self._longest[words[0]], len(words))
        self._offices: dict[tuple[str, str], list[tuple[Office, Known]]] = defaultdict(list)
        for known in self.actors.values():
            for office in known.offices:
                self._offices[fold(office.title), office.of].append((office, known))

    def __bool__(self) -> bool:
        return bool(self.actors)

    def named(self, keys: Sequence[str]) -> Known | None:
        """The actor with the first of these keys of names."""
        return next((found for each in keys if (found := self._names.get(each))), None)

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this folded word; 0 if none does."""
        return self._longest.get(word, 0)

    def bearer(self, surname: str) -> Known | None:
        """The one person with this surname, as ``forms.surname`` gives it."""
        return self._surnames.get(surname)

    def holders(self, offices: Iterable[tuple[str, str]], on: date | None) -> tuple[Known, ...]:
        """Who held one of these offices, folded titles each with the id of whose it is; if it is known since when."""
        found = (pair for each in offices for pair in self._offices.get(each, ()))
        return tuple(dict.fromkeys(known for office, known in found if office.begin and office.held(on)))


def names(known: Known) -> Iterator[str]:
    """What an article may call an imported actor: its name, and its aliases unless one word of a person's name."""
    yield known.name
    yield from (alias for alias in known.aliases if known.type != "person" or " " in plain(alias))


def _extended(own: Mapping[str, Known], imported: Iterable[Known]) -> dict[str, Known]:
    """By id, the imported actors, joined with who is known already under that id or Wikidata item."""
    items = {known.wikidata: known.id for known in own.values() if known.wikidata}
    found: dict[str, Known] = {}
    for known in imported:
        id_ = known.id if known.id in own else items.get(known.wikidata or "", known.id)
        before = found.get(id_) or own.get(id_)
        found[id_] = joined(before, known) if before else known
        items.setdefault(known.wikidata or known.id, id_)
    return found


def joined(one: Known, other: Known) -> Known:
    """The first with what the other adds: names, offices, and facts that the first leaves open."""
    more: dict[str, Any] = {
        field: tuple(dict.fromkeys((*getattr(one, field), *getattr(other, field))))
        for field in ("demonyms", "capitals", "surnames")
    }
    held = [(office.title, office.of) for office in one.offices]
    return replace(
        one,
        country=one.country or other.country,
        sector=one.sector or other.sector,
        wikidata=one.wikidata or other.wikidata,
        gender=one.gender or other.gender,
        aliases=tuple(name for name in dict.fromkeys((*one.aliases, other.name, *other.aliases)) if name != one.name),
        offices=(*one.offices, *(office for office in other.offices if (office.title, office.of) not in held)),
        **more,
    )


def _single(pairs: Iterable[tuple[str, Known]]) -> dict[str, Known | None]:
    """Each key with its actor, or with None where there are two."""
    index: dict[str, Known | None] = {}
    for each, known in pairs:
        index[each] = known if index.setdefault(each, known) is known else None
    return index
