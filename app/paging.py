"""Which part of a list is asked for."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from app.service import SettingsOf
from graph.errors import BadInput


@dataclass(frozen=True, slots=True)
class Paging:
    """At most ``limit`` items, from ``offset`` on."""

    limit: int
    offset: int


def within(value: int, most: int, *, name: str) -> int:
    """The value; BadInput where it passes a setting's limit."""
    if value > most:
        raise BadInput(f"{name} may be {most} at most.")
    return value


def paging(
    settings: SettingsOf,
    limit: Annotated[int, Query(ge=1, description="How many items at most.")] = 50,
    offset: Annotated[int, Query(ge=0, le=10**9, description="How many items to pass over.")] = 0,
) -> Paging:
    """The part that the query string names."""
    return Paging(within(limit, settings.max_page, name="limit"), offset)


PagingOf = Annotated[Paging, Depends(paging)]
