"""Who may write."""

import secrets
from ipaddress import ip_address
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from starlette.exceptions import HTTPException

from app.service import SettingsOf
from graph.errors import Refused

bearer = HTTPBearer(auto_error=False, description="The `write_token` of the service, where one is set.")


def writer(
    request: Request,
    settings: SettingsOf,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> None:
    """Lets a request pass that may write: one with the token, or one from this machine where no token is set."""
    if settings.write_token is not None:
        _check(settings.write_token.get_secret_value(), credentials)
    elif not (_is_local(request.client.host if request.client else "") and _is_local(request.url.hostname or "")):
        # The host's name is looked at too: a page elsewhere can have its own name lead to 127.0.0.1.
        raise Refused("Only this machine may write, as no BACKCHANNEL_WRITE_TOKEN is set.")


def json_body(request: Request) -> None:
    """Refuses a body that is not declared as JSON: a form of another site's page can send anything but that."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        raise HTTPException(415, "The body must be JSON, with Content-Type application/json.")


def _check(token: str, credentials: HTTPAuthorizationCredentials | None) -> None:
    given = credentials.credentials if credentials else ""
    if not secrets.compare_digest(given.encode(), token.encode()):
        raise HTTPException(
            401, "Writing needs the header `Authorization: Bearer` and the token.", {"WWW-Authenticate": "Bearer"}
        )


def _is_local(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
