"""Regions that only say where the place before them lies: "Dayton, *Ohio*", "Graz in *Austria*"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.linking.places import countries_of, is_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.extraction.mentions import Mention
    from graph.extraction.tokens import Doc


_LISTED = frozenset([",", "and", "or", ", and", ", or"])


def with_states(names: Sequence[Mention], doc: Doc) -> list[Mention]:
    """The names, with a country among states taken for their namesake: "Ohio, *Georgia* and Iowa"."""
    told = list(names)
    for position, (one, other) in enumerate(pairwise(names)):
        if doc[one.end : other.start].text in _LISTED:
            if _is_doubtful(one) and _is_american(other):
                told[position] = _as_state(one)
            elif _is_doubtful(other) and _is_american(one):
                told[position + 1] = _as_state(other)
    return told


def _is_doubtful(name: Mention) -> bool:
    return name.known is not None and name.known.type == "country" and is_state(name.name)


def _is_american(name: Mention) -> bool:
    return name.type == "place" and is_state(name.name)


def _as_state(name: Mention) -> Mention:
    return replace(name, type="place", country="USA", sector=None, known=None)


def regions(names: Sequence[Mention], doc: Doc) -> frozenset[int]:
    """The heads of such names among all names of a text, in their order; whoever acts, it is not they."""
    return frozenset(region.head for town, region in pairwise(names) if _lies_in(town, region, doc))


def _lies_in(town: Mention, region: Mention, doc: Doc) -> bool:
    """True for a town with its country or region right behind it, and not for the next of a list of places."""
    behind = town.end + 1 == region.start and doc[town.end].text in (",", "in")
    if not behind or town.type != "place" or region.type not in ("place", "country"):
        return False
    if region.type == "country" and region.country == town.country:
        return True
    apart = _is_state(town) or (region.country not in (None, town.country) and not is_state(region.name))
    apposed = doc[region.head].head.i == town.head and not countries_of(region.name)
    return not apart and (_is_state(region) or apposed)


def _is_state(place: Mention) -> bool:
    return is_state(place.name) or (place.known is not None and place.type == "place")
