"""Forms: names without what writers vary, by which they are looked up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ACRONYM_LENGTH = 4
# Dots go, and the accents that decomposing sets free; what does not decompose, apostrophes and hyphens become plain.
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", ".": ""}
    | dict.fromkeys("‘’ʼʻ`´", "'")
    | dict.fromkeys("-‐‑–—", " ")
    | dict.fromkeys(map(chr, range(0x300, 0x370)), "")
)
POSSESSIVE = re.compile(r"'s?$")
ARTICLE = re.compile(r"^(?:al|el) ")


@lru_cache(maxsize=8192)  # the words of one article, asked for again and again
def plain(name: str) -> str:
    """A name without what writers vary: "the  EU’s" becomes "the EU", "U.S." "US", "Díaz-Canel" "Diaz Canel"."""
    return POSSESSIVE.sub("", " ".join(unicodedata.normalize("NFKD", name).translate(LETTERS).split()))


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A plain name in which case makes no difference either."""
    return plain(name).casefold()


def key(text: str) -> str:
    """What a plain name is indexed by: "US" and "WHO" would be words if case were dropped, longer acronyms are none."""
    return text if len(text) <= ACRONYM_LENGTH and text.isupper() else text.casefold()


def surname(name: str) -> str:
    """A last name without its article: "Assad" and "al-Assad" are the same."""
    return ARTICLE.sub("", fold(name))
