"""Claims: the permanent address of an edge."""

from typing import Annotated

from fastapi import APIRouter, Path

from app.problems import problems
from app.service import StoreOf
from graph.queries import claims
from graph.queries.claims import Claim

router = APIRouter(prefix="/claims", tags=["claims"])


@router.get("/{claim}", summary="One claim", responses=problems(404))
def get(
    store: StoreOf,
    claim: Annotated[str, Path(description="A claim's id, with or without `claim:`.")],
) -> Claim:
    """The edge, the sentence that proves it, and the article in which that stands."""
    return claims.get(store, f"claim:{claim.removeprefix('claim:')}")
