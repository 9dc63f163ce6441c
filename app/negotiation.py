"""Which of the forms on offer a client likes best (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """One entry of an Accept header: ``text/*;q=0.5``."""

    type: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """3 for the very type, 2 for its family, 1 for anything, 0 for no match."""
        family, _, _ = media_type.partition("/")
        return {media_type: 3, f"{family}/*": 2, "*/*": 1}.get(self.type, 0)


def choose(accept: str | None, offered: Sequence[str]) -> str | None:
    """The best of ``offered``, which stand in our own order of preference; None where the client takes none of them.

    >>> choose("text/csv, */*;q=0.1", ["application/json", "text/csv"])
    'text/csv'
    """
    ranges = list(map(_range, (accept or "*/*").split(",")))
    best = max(offered, key=lambda media_type: _quality(media_type, ranges))
    return best if _quality(best, ranges) > 0 else None


def _quality(media_type: str, ranges: Sequence[Range]) -> float:
    """What the most specific range that matches says."""
    match = max(ranges, key=lambda entry: (entry.specificity(media_type), entry.quality))
    return match.quality if match.specificity(media_type) else 0


def _range(entry: str) -> Range:
    media_type, *parameters = (part.strip().lower() for part in entry.split(";"))
    values = dict(parameter.partition("=")[::2] for parameter in parameters)
    return Range(media_type, _number(values.get("q", "1")))


def _number(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
