"""Transport: requests to the service, its problem documents raised as errors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx

from graph.errors import BackchannelError, BadInput, BadQuery, NotFound, Overloaded, Refused, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS: dict[str, type[BackchannelError]] = {
    "bad-query": BadQuery,
    "refused": Refused,
    "overloaded": Overloaded,
    "store-unavailable": StoreUnavailable,
}


class Transport:
    """One connection to a service; ``timeout`` in seconds."""

    def __init__(self, url: str, *, token: str | None, timeout: float) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        # A relative path is joined to the base only if that ends in a slash, so that a service behind a prefix works.
        self._http = httpx.Client(base_url=url.rstrip("/") + "/", headers=headers, timeout=timeout)

    def get(self, path: str, **parameters: Any) -> Any:
        """The JSON at a path; parameters that are None are left out."""
        given = {name: value for name, value in parameters.items() if value is not None}
        return self.send("GET", path, params=given).json()

    def send(self, method: str, path: str, **request: Any) -> httpx.Response:
        """The response, or the error that it stands for."""
        try:
            response = self._http.request(method, path.lstrip("/"), **request)
        except httpx.TimeoutException:
            raise Overloaded(f"{self._http.base_url} gave no answer within the timeout.") from None
        except httpx.TransportError as error:
            raise StoreUnavailable(f"{self._http.base_url} cannot be reached: {error}") from None
        if response.is_success:
            return response
        raise problem(response)

    def close(self) -> None:
        """Ends the connection."""
        self._http.close()


def problem(response: httpx.Response) -> BackchannelError:
    """The error of a response that failed, with the words of its problem document where it has one."""
    document: Mapping[str, Any] = {}
    if response.headers.get("content-type", "").startswith("application/problem+json"):
        document = response.json()
    detail = str(document.get("detail", f"{response.status_code} {response.reason_phrase}"))
    if response.status_code == 404:
        return NotFound(detail, suggestions=tuple(document.get("suggestions", ())))
    kind = KINDS.get(str(document.get("type", "")).rpartition(":")[2])
    return (kind or (BadInput if response.is_client_error else BackchannelError))(detail)
