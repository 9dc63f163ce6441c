"""Names of other collections in the writing of news: "IVANOV, Petr" is "Petr Ivanov"."""

from __future__ import annotations

import re

from graph.kb.entry import is_latin
from graph.linking.forms import ACRONYM_LENGTH

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]{2})[^\W\d_]+)?")
_INITIALS = 2  # letters, as in "JD Vance"
_SMALL = frozenset("a and at by de del der des di du e el for in la le of on or the to van von y".split())


def usual(name: str) -> str:
    """In small letters what is all in capitals, but for acronyms: "BANK OF LENTA" is "Bank of Lenta", "MNLF" stays."""
    if not name.isupper() or (" " not in name and len(name) <= ACRONYM_LENGTH):
        return name
    text = _WORD.sub(lambda word: word[0].lower() if word[0].lower() in _SMALL else word[0].capitalize(), name)
    return re.sub(r"(?<=['’])[^\W\d_]{2,}", lambda part: part[0].capitalize(), text[:1].upper() + text[1:])


def personal(name: str) -> str:
    """A person's name with the given name first: "IVANOV, Petr" is "Petr Ivanov"."""
    last, comma, first = name.partition(", ")
    words = (f"{first} {last}" if comma and "," not in first else name).split()
    capitals = [word.isupper() and len(word) > _INITIALS for word in words]
    return " ".join(word.title() if shouted else word for word, shouted in zip(words, capitals, strict=True))


def callable_names(names: list[str]) -> list[str]:
    """Each name once that news may write: in Latin letters, with a capital."""
    return [name for name in dict.fromkeys(names) if is_latin(name) and not name.islower()]
