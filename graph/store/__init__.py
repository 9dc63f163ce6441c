"""The RDF store behind one interface."""

from graph.store.opening import open_store
from graph.store.query import MEDIA_TYPES, Query, examine
from graph.store.store import Row, Store, Term

__all__ = ["MEDIA_TYPES", "Query", "Row", "Store", "Term", "examine", "open_store"]
