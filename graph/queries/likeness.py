"""Likeness: how far two names may be those of one actor, and what speaks for and against it."""

import re
import unicodedata
from difflib import SequenceMatcher
from itertools import pairwise

from graph.linking.knowledge import plain
from graph.wordlist import wordlist

_SPELLED_ALIKE = 0.8  # of two words' letters: "Sergey" and "Sergei", "Zelensky" and "Zelenskiy"
_SHORTEST_ALIKE = 4  # letters of a word that may be spelled otherwise
_SHORTEST = 3  # letters of an acronym that tells something
_SMALL = wordlist("particles") | frozenset("of the for and y".split())


def likeness(one: str, other: str, *, people: bool = True) -> tuple[float, str]:
    """How much alike two names are, from 0 to 1, and why in words; ``(0, "")`` where nothing is.

    What counts: the same letters, the same words spelled otherwise, one name within the other, an acronym; of people's
    names also initials and a surname alone.
    """
    a, b = words(one), words(other)
    short, long = sorted((a, b), key=len)
    if not short:
        return 0.0, ""
    if a == b and people and len(a) == 1:
        return 0.6, f"{one!r} is all that either is called"
    if a == b:
        return 1.0, f"{one!r} and {other!r} are one name but for signs and accents"
    if _is_acronym(one, b) or _is_acronym(other, a):
        return 0.75, f"{min(one, other, key=len)!r} are the initials of {max(one, other, key=len)!r}"
    if len(short) == len(long) and (people or len(short) > 1) and all(map(_are_alike, short, long)):
        return 0.9, f"{one!r} and {other!r} are spelled alike"
    if len(short) > 1 and (_is_within(short, long) or _is_within(long, short)):
        return 0.85 if people else 0.6, f"all words of {' '.join(short)!r} are in {' '.join(long)!r}"
    if people and len(short) == 1 and short[0] == long[-1]:
        return 0.6, f"{short[0]!r} is the surname of {' '.join(long)!r}"
    return 0.0, ""


def filed(name: str) -> set[str]:
    """Under which keys a name is found by those that `sought` tells; which of these are alike is told by `likeness`.

    Two names of several words begin with one letter and have last words that begin alike, or have the same initials; a
    single word is looked for as a surname and as initials. So "ministry" alone brings no ministries together.
    """
    match words(name):
        case []:
            return set()
        case [word]:
            return {f"{word[:3]}-", f"{word} alone", f"{word}."}
        case several:
            return {*_by_letters(several), f"… {several[-1]}"}


def sought(name: str) -> set[str]:
    """The keys under which names are filed that may be alike."""
    match words(name):
        case []:
            return set()
        case [word]:
            return {f"{word[:3]}-", f"… {word}", f"{word}."}
        case several:
            return {*_by_letters(several), f"{several[-1]} alone"}


def words(name: str) -> list[str]:
    """The words of a name that tell, in small letters without accents: ``["assad"]`` of "al-Assad"."""
    flat = unicodedata.normalize("NFKD", plain(name)).encode("ascii", "ignore").decode().casefold()
    return [word for word in re.findall(r"\w+", flat) if word not in _SMALL]


def _by_letters(several: list[str]) -> set[str]:
    return {f"{several[0][0]} {several[-1][:3]}", "".join(word[0] for word in several) + "."}


def _is_acronym(name: str, of: list[str]) -> bool:
    letters = plain(name)
    return (
        letters.isupper() and _SHORTEST <= len(letters) == len(of) and [*letters.casefold()] == [word[0] for word in of]
    )


def _is_within(short: list[str], long: list[str]) -> bool:
    """The same first and last word or their initials, in order: "B. Carroll" and "Brian T. Carroll"."""
    left = iter(long)
    found = all(any(_are_alike(word, other) or _is_initial(word, other) for other in left) for word in short)
    return (
        found and _are_alike(short[-1], long[-1]) and (_are_alike(short[0], long[0]) or _is_initial(short[0], long[0]))
    )


def _is_initial(letter: str, word: str) -> bool:
    return len(letter) == 1 and word.startswith(letter)


def _are_alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_ALIKE or one[0] != other[0]:
        return False
    return SequenceMatcher(None, _squeezed(one), _squeezed(other)).ratio() >= _SPELLED_ALIKE


def _squeezed(word: str) -> str:
    """Without what transliterations differ in: doubled letters, and y, j and i as one."""
    same = word.translate(str.maketrans("yjkwq", "iicvc")).replace("iie", "ie")
    return same[:1] + "".join(letter for before, letter in pairwise(same) if letter != before)
