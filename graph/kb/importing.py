"""Importing: who the entries of a file are among those that are known, and which of their names are theirs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import BadInput
from graph.kb.row import Row
from graph.linking.forms import key, plain
from graph.linking.places import countries_of
from graph.model import Rejected
from graph.names import digest, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.kb.entry import Entry
    from graph.linking.knowledge import Knowledge
    from graph.linking.known import Known


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: entries to keep, how many of them extend who was known, what was left out, and why.

    ``rejected`` are whole entries; ``conflicts`` are names, whose entries are kept without them.
    """

    entries: tuple[Entry, ...]
    extending: int
    rejected: tuple[Rejected, ...]
    conflicts: tuple[Rejected, ...]


def settled(rows: Iterable[Row | Rejected], known: Knowledge) -> Outcome:
    """The rows as entries with ids, each with the names that nobody else has who is known."""
    found = list(rows)
    good = [each for each in found if isinstance(each, Row)]
    rejected = [each for each in found if isinstance(each, Rejected)]
    namesakes = Counter(slug(each.entry.name) for each in good if each.own_id and not each.entry.id)
    entries: list[tuple[str, Entry]] = []
    for each in good:
        try:
            entries.append((each.origin, _identified(each, known, alone=namesakes[slug(each.entry.name)] < 2)))
        except BadInput as error:
            rejected.append(Rejected(each.origin, str(error)))
    extending = sum(known.get(entry.key) is not None for _, entry in entries)
    conflicts: list[Rejected] = []
    kept = tuple(_freed(origin, entry, known, conflicts) for origin, entry in entries)
    return Outcome(kept, extending, tuple(rejected), (*conflicts, *_shared(entries, known)))


def _identified(row: Row, known: Knowledge, *, alone: bool) -> Entry:
    """The entry with the id of who is known already, else with one made of its name."""
    entry = row.entry
    same = _same(entry, known, alone=alone)
    if same is not None:
        return entry.model_copy(update={"id": same.id.split(":", 1)[1], "type": same.type})
    id_ = entry.id or slug(entry.name)
    if not entry.id and row.own_id and (not alone or known.get(entry.key)):
        id_ = f"{id_}-{digest(row.own_id)[:8]}"
    other = known.get(entry.model_copy(update={"id": id_}).key)
    if other is not None:
        raise BadInput(f"id: {other.id} is {_described(other)}; give another id")
    return entry.model_copy(update={"id": id_})


def _same(entry: Entry, known: Knowledge, *, alone: bool) -> Known | None:
    """Who is known under the entry's own id or Wikidata item, else by its name, where nothing speaks against it."""
    by_item = known.item(entry.wikidata) if entry.wikidata else None
    by_id = known.get(entry.key) if entry.id else None
    if by_id is not None and by_item is not None and by_id is not by_item:
        raise BadInput(f"id: {by_id.id} is not {by_item.id}, whose Wikidata item is {entry.wikidata}")
    if by_id is not None and not _fits(entry, by_id):
        raise BadInput(f"id: {by_id.id} is {_described(by_id)}")
    by_name = known.named(entry.name) if alone and not entry.id else None
    return by_id or by_item or (by_name if by_name is not None and _fits(entry, by_name) else None)


def _fits(entry: Entry, known: Known) -> bool:
    facts = ((entry.type, known.type), (entry.country, known.country), (entry.wikidata, known.wikidata))
    return all(one is None or other is None or one == other for one, other in facts)


def _described(known: Known) -> str:
    facts = (known.type, known.country and f"of {known.country}", known.wikidata and f"({known.wikidata})")
    return " ".join(filter(None, facts))


def _freed(origin: str, entry: Entry, known: Knowledge, conflicts: list[Rejected]) -> Entry:
    """The entry without the aliases that are known, its own or somebody else's; its name stays, to show it by."""
    against = {name: why for name in (entry.name, *entry.aliases) if (why := _against(name, entry, known))}
    conflicts += [Rejected(origin, f"{name!r} {why}") for name, why in against.items()]
    new = tuple(name for name in entry.aliases if name not in against and _owner(name, known) is None)
    return entry.model_copy(update={"aliases": new})


def _owner(name: str, known: Knowledge) -> Known | None:
    """Who is known by this name already, or, if it is a demonym or capital, whose it is."""
    return known.named(name) or known.demonym(name) or known.capital(name)


def _against(name: str, entry: Entry, known: Knowledge) -> str | None:
    """Why an actor is not found by this name."""
    owner = _owner(name, known)
    if owner is not None:
        return f"is {owner.id}" if owner.id != entry.key else None
    if name.islower():
        return "has no capital, by which a name is told from a word"
    if known.noun(name) is not None:
        return "is a role that many have"
    if entry.type == "country" and countries_of(name):
        return "is a town"
    return None


def _shared(entries: Iterable[tuple[str, Entry]], known: Knowledge) -> Iterable[Rejected]:
    """Names that two entries have and nobody who is known: they are linked to neither."""
    owners: dict[str, str] = {}
    for origin, entry in entries:
        for name in dict.fromkeys(key(plain(name)) for name in (entry.name, *entry.aliases)):
            owner = owners.setdefault(name, entry.key)
            if owner != entry.key and known.named(name.title() if name.islower() else name) is None:
                yield Rejected(origin, f"{name!r} is {owner} as well, and linked to neither")
