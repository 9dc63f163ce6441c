"""Namesakes: which names may be those of one person, body or thing, as they vary within an article."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from graph.linking.traits import calling
from graph.names import slug
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from graph.extraction.mentions import Mention
    from graph.linking.knowledge import Known

COMPANY_FORMS = wordlist("company_forms")
_ENVOYS = wordlist("envoys")


def are_variants(one: list[str], other: list[str]) -> bool:
    """True for names with the same first and last word whose middle names do not differ: one may lack them."""
    middles = [[word[0] for word in name[1:-1]] for name in (one, other)]
    same = min(len(one), len(other)) > 1 and (one[0], one[-1]) == (other[0], other[-1])
    return same and ([] in middles or middles[0] == middles[1])


def may_be_called(known: Known, words: list[str]) -> bool:
    """False for another person, or one of other middle names: George W. Bush is not George H. W. Bush."""
    names = [slug(name).split("-") for name in (known.name, *known.aliases)]
    alike = [name for name in names if (name[0], name[-1]) == (words[0], words[-1])]
    return known.type == "person" and all(are_variants(words, name) for name in alike)


def is_another(mention: Mention) -> bool:
    """True for "the Australian *minister* Boris Johnson": the known one held no office of that country."""
    known, office = mention.known, mention.office_of
    if known is None or known.type != "person" or mention.role is None or office is None or office.type != "country":
        return False
    of = {known.country, *(held.of.partition(":")[2] for held in known.offices)}
    strange = office.country not in of and (office.known is None or office.known.id.partition(":")[2] not in of)
    national = mention.role.office and mention.role.noun not in _ENVOYS and not mention.role.speaks
    apart = calling(mention.role.noun, mention.role.sector) not in (None, "politics") and bool(known.offices)
    return strange and known.country is not None and (national or apart)


def begins_or_ends(name: str, word: str, position: int) -> bool:
    """True if the name's last words (position -1), or its first, are these."""
    words, part = slug(name).split("-"), slug(word).split("-")
    return (words[-len(part) :] if position else words[: len(part)]) == part


def core(name: str) -> list[str]:
    """The words of a name without a company's form: "Acme" of "Acme Ltd."."""
    words = name.split()
    while len(words) > 1 and words[-1].strip(".,").lower() in COMPANY_FORMS:
        words.pop()
    return words


def has_initials(full: list[str], words: list[str]) -> bool:
    """ "EADS" for the European Aeronautic Defence and Space Company."""
    initials = "".join(word[0] for word in full if word[0].isupper())
    return len(words) == 1 and words[0].isupper() and len(full) > 1 and initials.startswith(words[0])


def begins_with(full: list[str], words: list[str]) -> bool:
    """ "Northrop" for Northrop Grumman."""
    return full[: len(words)] == words


def ends_with(full: list[str], words: list[str]) -> bool:
    """One word is too little, unless it is a number: "the *747*" is the Boeing 747, "the Agency" may be any."""
    telling = len(words) > 1 or any(sign.isdigit() for sign in words[0])
    return telling and len(full) > len(words) and full[-len(words) :] == words


def model_name(name: str) -> list[str]:
    """The longest run of capitals and numbers, if one of its words has a digit: "two new *Boeing 787s*"."""
    runs = (list(run) for telling, run in groupby(name.split(), lambda word: not word[0].islower()) if telling)
    longest = max(runs, key=len, default=[])
    if longest and longest[0].isdigit() and _is_model(longest[1:]):
        longest = longest[1:]  # how many of them
    return longest if _is_model(longest) else []


def model_line(words: list[str]) -> str | None:
    """Of which model several or a version are: "Acme X5" of "Acme X5s" and "Acme X5-200LR"; None without a number."""
    telling = [word for word in words if any(map(str.isdigit, word))]
    if not telling or words[-1] != telling[-1]:
        return None
    return " ".join([*words[:-1], re.sub(r"(?<=\d)(?:-\d\w*|[A-Z]{2}|'?s)+$", "", words[-1])])


def _is_model(words: list[str]) -> bool:
    signs = "".join(words)
    return any(map(str.isdigit, signs)) and any(map(str.isalpha, signs))
