"""Candidates: who may be one, for somebody to judge."""

from fastapi import APIRouter

from app.actors import ActorPath
from app.paging import PagingOf
from app.problems import problems
from app.service import StoreOf
from graph.queries import actors
from graph.queries.candidates import Candidate, Candidates
from graph.queries.page import Page, page
from graph.rdf.terms import node

router = APIRouter(tags=["judgements"])


@router.get("/candidates", summary="List who may be one", responses=problems(400))
def find(store: StoreOf, paging: PagingOf) -> Page[Candidate]:
    """Every pair of named actors that may be one, the likeliest first; who was decided to be two is left out."""
    candidates = Candidates(store)
    return page(candidates.all(), candidates.with_passages, limit=paging.limit, offset=paging.offset)


@router.get("/actors/{actor}/candidates", summary="Who may be one with an actor", responses=problems(400, 404))
def of_actor(store: StoreOf, paging: PagingOf, actor: ActorPath) -> Page[Candidate]:
    """Each with what speaks for it and against it, and sentences that name the two."""
    candidates = Candidates(store)
    found = candidates.of(node(actors.resolve(store, actor)))
    return page(found, candidates.with_passages, limit=paging.limit, offset=paging.offset)
