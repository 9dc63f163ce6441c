"""From exceptions to problem documents, in this one place."""

import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.problems import ProblemResponse, problem
from graph.errors import (
    BackchannelError,
    BadInput,
    BadQuery,
    Conflict,
    Exhausted,
    Late,
    NotFound,
    Overloaded,
    Refused,
    StoreUnavailable,
    TooLarge,
)

RETRY = 5  # seconds to wait where nobody knows better
log = logging.getLogger(__name__)

STATUSES: Mapping[type[BackchannelError], tuple[int, str]] = {
    BadInput: (400, "bad-input"),
    BadQuery: (400, "bad-query"),
    Refused: (403, "refused"),
    NotFound: (404, "not-found"),
    Conflict: (409, "conflict"),
    Exhausted: (429, "exhausted"),
    Late: (504, "late"),
    TooLarge: (413, "answer-too-large"),
    Overloaded: (503, "overloaded"),
    StoreUnavailable: (503, "store-unavailable"),
}


def handle(app: FastAPI) -> None:
    """Makes the service answer every failure with a problem document."""
    app.exception_handler(BackchannelError)(ours)
    app.exception_handler(RequestValidationError)(invalid)
    app.exception_handler(HTTPException)(refused)
    app.exception_handler(Exception)(unexpected)


async def ours(_: Request, error: BackchannelError) -> ProblemResponse:
    """What was raised on purpose."""
    status, kind = next(STATUSES[base] for base in type(error).__mro__ if base in STATUSES)
    suggestions = list(error.suggestions) if isinstance(error, NotFound) and error.suggestions else None
    wait = error.retry_after if isinstance(error, Overloaded) else None
    headers = {"Retry-After": str(wait or RETRY)} if status in (429, 503) else None
    return problem(status, str(error), kind=kind, suggestions=suggestions, headers=headers)


async def invalid(_: Request, error: RequestValidationError) -> ProblemResponse:
    """A parameter or body of the wrong form; what was sent is not repeated, as it may be long or private."""
    errors = [
        {"in": ".".join(map(str, one["loc"])), "message": one["msg"], "type": one["type"]} for one in error.errors()
    ]
    detail = "; ".join(f"{one['in']}: {one['message']}" for one in errors[:3])
    return problem(422, detail, kind="invalid", errors=errors)


async def refused(_: Request, error: HTTPException) -> ProblemResponse:
    """What the framework refuses: an unknown path, a method that a path does not have."""
    return problem(error.status_code, str(error.detail), headers=error.headers)


async def unexpected(request: Request, error: Exception) -> ProblemResponse:
    """The outermost edge: a fault of ours, whose particulars belong in the log and not in the answer."""
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return problem(500, "Something went wrong here. The log of the service says what.")
