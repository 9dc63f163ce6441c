"""Problem documents (RFC 9457): how the service says that something went wrong."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

MEDIA_TYPE = "application/problem+json"
# Python has named these two differently over the years, and the type of a problem must not change with it.
_TITLES = {413: "Content Too Large", 422: "Unprocessable Content"}


class Problem(BaseModel):
    """What went wrong, for a program (`type`, `status`) and for a person (`title`, `detail`)."""

    type: str = Field(examples=["urn:backchannel:problem:not-found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["There is no actor 'Rubioo'."])
    suggestions: list[str] | None = Field(
        None, description="Names that may have been meant.", examples=[["Marco Rubio"]]
    )
    errors: list[dict[str, Any]] | None = Field(None, description="What is wrong with each parameter or field.")


class ProblemResponse(JSONResponse):
    """A problem document."""

    media_type = MEDIA_TYPE


def problem(
    status: int,
    detail: str,
    *,
    kind: str | None = None,
    headers: Mapping[str, str] | None = None,
    suggestions: list[str] | None = None,
    errors: list[dict[str, Any]] | None = None,
) -> ProblemResponse:
    """A problem as a response; ``kind`` is the last part of its type, by default the status in words."""
    title = _title(status)
    body = Problem(
        type=f"urn:backchannel:problem:{kind or title.lower().replace(' ', '-')}",
        title=title,
        status=status,
        detail=detail,
        suggestions=suggestions,
        errors=errors,
    )
    return ProblemResponse(body.model_dump(exclude_none=True), status_code=status, headers=headers)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may answer, for its documentation."""
    content = {MEDIA_TYPE: {"schema": Problem.model_json_schema()}}
    return {status: {"description": _title(status), "content": content} for status in statuses}


def _title(status: int) -> str:
    return _TITLES.get(status) or HTTPStatus(status).phrase
