"""A store opened to be written to, in which what follows from articles and judgements is as this version derives it."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from typing import TYPE_CHECKING

from pyoxigraph import Quad

from graph.derivation import DERIVED, anew, rules
from graph.rdf.terms import ENTITIES, literal, node
from graph.store import open_store
from graph.store.embedded import STATE, THIS
from graph.view import View

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

_RULES = node("derivation_rules")
log = logging.getLogger(__name__)


def owned(location: str | Path) -> View:
    """The store at a folder, as `open_store` opens it; raises `StoreUnavailable`.

    What an older version derived is made anew, once.
    """
    with ExitStack() as opened:
        store = opened.enter_context(open_store(location))
        refresh(store)
        opened.pop_all()  # where this fails, nobody could close the store, and the folder would stay locked
    return View.of(store)


def refresh(store: Store) -> None:
    """Make all that is derived anew if other rules derived it than those of now."""
    with store.exclusive():
        if list(store.match(THIS, _RULES, graph=STATE)) == [_now(store)]:
            return
        if any(store.match(graph=ENTITIES)):
            log.warning("What follows from the articles is made anew, once, as this version derives it otherwise.")
        rebuild(store)


def rebuild(store: Store) -> None:
    """Make all that is derived anew, and note by which rules, in one transaction."""
    with store.exclusive():
        before = list(store.match(THIS, _RULES, graph=STATE))
        store.apply(drop=DERIVED, remove=before, add=[*anew(View.of(store)), _now(store)])


def _now(store: Store) -> Quad:
    return Quad(THIS, _RULES, literal(rules(View.of(store))), STATE)
