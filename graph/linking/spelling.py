"""Spelling: one key for all the ways in which a name may be written in Latin letters."""

from __future__ import annotations

import re

from graph.linking.knowledge import plain

_SAME = tuple(
    (re.compile(pattern), plain_)
    for pattern, plain_ in (
        (r"^m[ou]ham+[ae]d$", "mohamed"),
        (r"^(?:al|el) ", ""),
        (r"ks", "x"),  # Aleksei
        (r"ou|oo", "u"),  # Mahmoud
        (r"kh", "h"),
        (r"q|ck", "k"),  # Qaddafi
        (r"w", "v"),
        (r"tz|ts", "c"),
        (r"sch|sh|zh", "s"),
        (r"[yj]", "i"),
        (r"e(?=i)|i(?=e)", ""),  # Sergei, Sergey; Dmitriev
        (r"(.)\1+", r"\1"),  # Zelenskyy, Netanyahhu
    )
)


def spelling(name: str) -> str:
    """The same for "Sergei Lavrov", "Sergey Lavrov" and "Sergej Lawrow"; not for names that sound alike.

    What two names share so may still be two names: it holds where one of them is known and no other has the key.
    """
    return " ".join(_word(word) for word in plain(name).casefold().split())


def _word(word: str) -> str:
    for pattern, same in _SAME:
        word = pattern.sub(same, word)
    return word
