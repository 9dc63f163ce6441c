"""Which actor is meant by a name, and which may have been."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from graph.errors import NotFound
from graph.linking.knowledge import knowledge
from graph.model import EntityType
from graph.names import compact
from graph.queries.description import TRUE, given_node
from graph.queries.lookup import subjects
from graph.queries.refs import ACTORS, describe_entity, entities, names
from graph.rdf.terms import ENTITIES, node
from graph.store.store import Store
from graph.view import View

SUGGESTIONS = 5
_CLOSE = 0.7  # of a word's letters: "Lavrow" and "Lavrov", not "Lavrov" and "Larov's"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that has a name: what it is called, with what its ids begin, and the types of entities."""

    noun: str
    prefixes: tuple[str, ...]
    types: tuple[EntityType, ...]


ACTOR = Kind("actor", ("actor",), ACTORS)
PLACE = Kind("place", ("place", "actor"), ("place", "country"))

# From the strictest reading of a name to the loosest; the first that fits anybody decides.
_READINGS: tuple[Callable[[str, str], bool], ...] = (
    lambda wanted, label: wanted == label,
    lambda wanted, label: wanted.casefold() == label.casefold(),
    lambda wanted, label: set(_words(wanted)) <= set(_words(label)),
    lambda wanted, label: wanted.casefold() in label.casefold(),
)


def resolve(store: Store, name_or_id: str, kind: Kind = ACTOR) -> str:
    """The id of the one actor that is meant: ``actor:marco-rubio``, ``marco-rubio``, ``Marco Rubio``, ``rubio``.

    An id comes first, then a name by which the actor is generally known, then a whole name or alias of the articles,
    then words or letters of one, in any case; a name must fit one actor alone. Raises NotFound with up to five names
    that may have been meant.
    """
    wanted = " ".join(name_or_id.split())
    known = knowledge().named(wanted) if wanted else None
    candidates = [wanted, *(f"{prefix}:{wanted}" for prefix in kind.prefixes), *([known.id] if known else [])]
    described = (each for each in _canonical(store, candidates) if _is_described(store, each))
    return next(described, None) or _by_name(store, wanted, kind)


def _canonical(store: Store, ids: Iterable[str]) -> Iterator[str]:
    """The ids, or those of whom they were merged into."""
    canon = View.of(store).canon
    return (compact(canon.of(entity).value) for each in ids if (entity := given_node(each)))


def _is_described(store: Store, entity_id: str) -> bool:
    entity = given_node(entity_id)
    return entity is not None and bool(describe_entity(store, entity).properties)


def _by_name(store: Store, wanted: str, kind: Kind) -> str:
    labels = _labels(store, kind) if wanted else []
    readings = ({entity for label, entity in labels if fits(wanted, label)} for fits in _READINGS)
    found = next((reading for reading in readings if reading), set()) or _surnamed(store, wanted)
    if len(found) == 1:
        return found.pop()
    if found:
        raise NotFound(f"{wanted!r} may be any of {len(found)} {kind.noun}s.", suggestions=_names(store, found))
    raise NotFound(f"There is no {kind.noun} {wanted!r}.", suggestions=_similar(wanted, [label for label, _ in labels]))


def _surnamed(store: Store, wanted: str) -> set[str]:
    """Who is generally known by that surname, in whatever spelling: "Zelenskyy" where the articles have "Zelensky"."""
    return {known.id for known in knowledge().surnamed(wanted) if _is_described(store, known.id)}


def _labels(store: Store, kind: Kind) -> list[tuple[str, str]]:
    """Every name of every such entity that has one, with the entity's id."""
    named = entities(store, kind.types) & subjects(store, "named", TRUE, graph=ENTITIES)
    return sorted((name, compact(entity.value)) for entity in named for name in names(store, entity))


def _names(store: Store, ids: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names(store, node(each))[0] for each in ids)[:SUGGESTIONS])


def _similar(wanted: str, labels: list[str]) -> tuple[str, ...]:
    """The labels that share the most words with what is wanted, spelling aside."""
    words = {word: _words(word) for word in labels}
    every = sorted({word for known in words.values() for word in known})
    near = {close for word in _words(wanted) for close in get_close_matches(word, every, cutoff=_CLOSE)}
    shared = Counter({label: len(near & set(known)) for label, known in words.items() if near & set(known)})
    return tuple(label for label, _ in shared.most_common(SUGGESTIONS))


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.casefold())
