"""Somebody or something in short: what is shown of it wherever it takes part."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from graph.model import EntityType
from graph.queries.description import Description, describe
from graph.queries.lookup import subjects, values
from graph.rdf.terms import CLASSES, ENTITIES, node
from graph.store.store import Store

TYPES: Mapping[str, EntityType] = {name: type_ for type_, name in CLASSES.items()}


ACTORS: tuple[EntityType, ...] = ("person", "organization", "country", "group")
"""The types of entities that act; the others are places and things."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Somebody or something in short; ``country`` is ISO 3166-1 alpha-3."""

    id: str
    name: str
    type: EntityType
    country: str | None = None


def describe_entity(store: Store, entity: NamedNode) -> Description:
    """What all articles together say about an entity."""
    return describe(store, entity, graph=ENTITIES)


def type_of(about: Description) -> EntityType:
    """The type whose class the entity has."""
    return next((TYPES[name] for name in about.texts("rdf:type") if name in TYPES), "other")


def entities(store: Store, types: Iterable[EntityType]) -> set[NamedNode]:
    """All entities of these types."""
    classes = [node(CLASSES[type_]) for type_ in types]
    return {entity for class_ in classes for entity in subjects(store, "rdf:type", class_, graph=ENTITIES)}


def names(store: Store, entity: NamedNode) -> list[str]:
    """The name of an entity, then its other names."""
    labels = (values(store, entity, label, graph=ENTITIES) for label in ("skos:prefLabel", "skos:altLabel"))
    return [name for label in labels for name in sorted(label)]


def ref(store: Store, entity: NamedNode) -> Ref:
    """An entity in short; one without description is called by its id."""
    about = describe_entity(store, entity)
    return Ref(about.id, about.maybe("skos:prefLabel") or about.id, type_of(about), about.maybe("country"))


def maybe_ref(store: Store, entity: NamedNode | None) -> Ref | None:
    """An entity in short, or None where there is none."""
    return ref(store, entity) if entity else None
