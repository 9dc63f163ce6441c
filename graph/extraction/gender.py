"""The gender of people, so that "she" is nobody who is plainly a man. Whom nothing tells may be either."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.linking.knowledge import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Doc

FILE = Path(__file__).parents[2] / "ontology" / "given_names.toml"
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_HONORIFICS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}


@cache
def given_names() -> dict[str, str]:
    """The names that one gender bears, without accents and capitals: "f" for "fiona"."""
    names = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {plain(name).casefold(): gender_ for gender_, borne in names.items() for name in borne}


def agrees(pronoun: str, referent: Referent, doc: Doc) -> bool:
    """False where "she" cannot be somebody because the text, what is known or the given name says "he"."""
    wanted = _PRONOUNS.get(pronoun)
    return wanted is None or referent.type != "person" or gender(referent, doc) in (wanted, None)


def gender(referent: Referent, doc: Doc) -> str | None:
    """ "m" or "f" by what is known, a title ("Queen", "Mrs", "spokeswoman"), else the given name."""
    return next(_told(referent, doc), None)


def _told(referent: Referent, doc: Doc) -> Iterator[str]:
    if referent.known is not None and referent.known.gender is not None:
        yield referent.known.gender
    for mention in referent.mentions:
        if mention.role is not None and mention.role.gender is not None:
            yield mention.role.gender
        for word in doc[max(0, mention.start - 1) : mention.start + 1]:
            if (honorific := word.lower_.rstrip(".")) in _HONORIFICS:
                yield _HONORIFICS[honorific]
    given, _, rest = referent.name.partition(" ")
    if rest and (found := given_names().get(plain(given).casefold())):
        yield found
