"""From a location to an open store, with the vocabulary in it."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.errors import StoreUnavailable
from graph.names import expand
from graph.store.embedded import STATE, THIS, EmbeddedStore

if TYPE_CHECKING:
    from graph.store.store import Store

VOCABULARY = ox.NamedNode(expand("vocabulary"))
_HASH = ox.NamedNode(expand("vocabulary_hash"))
_LEFT_OUT = "shapes.ttl"  # checks of the data, not words that a query asks about


def open_store(location: str | Path, *, read_only: bool = False) -> Store:
    """The store at a folder, which is made where there is none, or a new one in memory (``":memory:"``).

    The vocabulary in ``bc:vocabulary`` is brought up to date, unless the store is opened read-only: that works while
    another process owns the folder. Raises `StoreUnavailable`.
    """
    if "://" in str(location):
        raise StoreUnavailable(f"{location}: remote stores are not supported yet; give a folder.")
    store = EmbeddedStore(None if location == ":memory:" else Path(location), read_only=read_only)
    if not read_only:
        _refresh(store)
    return store


@cache
def vocabulary() -> tuple[str, tuple[ox.Quad, ...]]:
    """The hash of the vocabulary's files in hexadecimal, and their statements as quads of ``bc:vocabulary``."""
    texts = [
        file.read_bytes()
        for file in sorted(files("ontology").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".ttl") and file.name != _LEFT_OUT
    ]
    dataset = ox.Dataset(quad for text in texts for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return hashlib.sha256(b"".join(texts)).hexdigest(), tuple(map(_named, dataset))


def _named(quad: ox.Quad) -> ox.Quad:
    """The quad in ``bc:vocabulary``, with names for its blank nodes: two stores can be compared line by line."""
    subject, object_ = quad.subject, quad.object
    if isinstance(subject, ox.BlankNode):
        subject = ox.NamedNode(expand(f"genid-{subject.value}"))
    if isinstance(object_, ox.BlankNode):
        object_ = ox.NamedNode(expand(f"genid-{object_.value}"))
    return ox.Quad(subject, quad.predicate, object_, VOCABULARY)


def _refresh(store: EmbeddedStore) -> None:
    wanted, quads = vocabulary()
    now = ox.Quad(THIS, _HASH, ox.Literal(wanted), STATE)
    with store.exclusive():
        before = list(store.match(THIS, _HASH, None, STATE))
        if before != [now]:
            store.apply(drop=[VOCABULARY], remove=before, add=[*quads, now])
