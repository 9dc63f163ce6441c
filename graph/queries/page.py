"""One page of a long answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.errors import BadInput

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some of the items of a list, from ``offset`` on; ``total`` is how many the whole list has."""

    items: tuple[T, ...]
    total: int
    limit: int
    offset: int


def page(found: Sequence[K], read: Callable[[K], T], *, limit: int, offset: int) -> Page[T]:
    """The part of what was found that is asked for; only that part is read."""
    if limit < 0 or offset < 0:
        raise BadInput("limit and offset must not be negative")
    return Page(tuple(map(read, found[offset : offset + limit])), len(found), limit, offset)
