"""Identity: the id of someone the text speaks of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.linking.knowledge import plain
from graph.linking.traits import Traits
from graph.names import digest, slug
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from graph.linking.knowledge import Known
    from graph.model import EntityType


_BODIES = wordlist("bodies")
_SHORT = {"united-states": "us", "united-kingdom": "uk", "united-nations": "un", "european-union": "eu"}
_LOCAL = re.compile(r"\.[0-9a-f]{8}$")
_FULL = re.compile(rf"^({'|'.join(_SHORT)})(?=-)")


def identify(
    name: str,
    type_: EntityType,
    *,
    article: str,
    known: Known | None = None,
    named: bool = True,
    shared: bool = False,
    country: str | None = None,
) -> str:
    """The compact id: that of the known actor, else one made of the name.

    What has no name ("one person"), or one that anybody may have ("Baker", "the Board"), is somebody of its article
    only, unless it is ``shared``: all articles' "Ukrainian officials" are one actor. A namesake of somebody known has
    the ``country`` in the id: ``actor:boris-johnson.australia``.
    """
    if known is not None:
        return known.id
    prefix = "place" if type_ == "place" else "actor"
    if shared or (named and not is_anybody_s(name, type_)):
        return ".".join((f"{prefix}:{key(name)}", *Traits(country).words()))
    return f"{prefix}:{slug(name)[:60]}.{digest(article, name.lower())[:8]}"


def is_anybody_s(name: str, type_: EntityType) -> bool:
    """True for a bare surname and for a body's mere kind: the "Senate" and the "Foreign Ministry" of which country?"""
    words = key(name).split("-")
    if type_ == "person":
        return len(words) == 1
    return type_ == "organization" and _BODIES.issuperset(words)


def is_local(id_: str) -> bool:
    """True for the id of somebody of one article only."""
    return _LOCAL.search(id_) is not None


def key(name: str) -> str:
    """A name's slug without what writers vary: "the United States Embassy" is the "U.S. Embassy", "&" is "and"."""
    told = re.sub(r"(?i)^the (?=\S)", "", plain(name).replace("&", " and "))
    return _FULL.sub(lambda found: _SHORT[found[1].lower()], slug(told))
