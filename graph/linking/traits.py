"""Traits: by what people of one name are told apart."""

from __future__ import annotations

from dataclasses import dataclass

from graph.linking.knowledge import knowledge
from graph.wordlist import wordlist

_CALLINGS = {"sport": wordlist("athletes"), "arts": wordlist("artists"), "childhood": wordlist("children")}
_OFFICES = frozenset(("GOV", "LEG"))  # what people of other sectors are called says less: "captain", "advocate"
_LIFETIME = 80  # years between two articles that can hardly speak of one person


@dataclass(frozen=True, slots=True)
class Traits:
    """What articles tell of somebody: the ``country`` (ISO 3166-1 alpha-3) and ``calling``; and of which ``years``."""

    country: str | None = None
    calling: str | None = None
    years: tuple[int, ...] = ()

    def words(self) -> tuple[str, ...]:
        """The traits as they stand in an id: ``("australia", "politics", "1951")``."""
        known = knowledge().country(self.country or "")
        country = known.id.partition(":")[2] if known is not None else (self.country or "").lower()
        return tuple(word for word in (country, self.calling, str(min(self.years, default=""))) if word)

    def against(self, other: Traits) -> Traits:
        """Those that cannot be one person's together with the other's; all empty where nothing contradicts."""
        far = self.years and other.years and min(abs(a - b) for a in self.years for b in other.years) > _LIFETIME
        return Traits(
            self.country if _differ(self.country, other.country) else None,
            self.calling if _differ(self.calling, other.calling) else None,
            self.years if far else (),
        )

    def shared(self, other: Traits) -> int:
        """How many of them are the other's as well."""
        pairs = ((self.country, other.country), (self.calling, other.calling))
        return sum(one is not None and one == two for one, two in pairs)


def calling(title: str | None, sector: str | None) -> str | None:
    """What somebody is known for, where it hardly goes with the others: "footballer" is sport, "minister" politics."""
    noun = title.lower().split()[-1] if title else ""
    told = next((name for name, nouns in _CALLINGS.items() if noun in nouns), None)
    return told or ("politics" if sector in _OFFICES else None)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other
