"""What the service tells those who run it: who asked what, with what outcome, and how long it took."""

import logging
import re
import time
from uuid import uuid4

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.logs import ABOUT

log = logging.getLogger(__name__)

HEADER = "X-Request-ID"
_GIVEN = re.compile(r"[\w.-]{1,64}", re.ASCII)
_NOWHERE = "none"  # the route of an address that leads nowhere: addresses are not counted one by one


class Metrics:
    """Counts for Prometheus, those of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "backchannel_requests", "Requests answered.", ("method", "route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "backchannel_request_seconds", "Time to answer a request.", ("route",), registry=self._registry
        )
        self._version = Gauge("backchannel_store_version", "Changes of the store so far.", registry=self._registry)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one request."""
        self._requests.labels(method, route, status).inc()
        self._seconds.labels(route).observe(seconds)

    def text(self, *, store_version: int) -> bytes:
        """All of it in Prometheus's text format."""
        self._version.set(store_version)
        return generate_latest(self._registry)


class Telemetry:
    """Gives each request an id, which its answer bears and the log names, and counts it.

    The log holds the route and no query, as what people look for is nobody's business.
    """

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        id_, begin, status = _id(scope), time.perf_counter(), 500

        async def marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = id_
            await send(message)

        try:
            await self.app(scope, receive, marked)
        finally:
            self._tell(scope, id_, status, time.perf_counter() - begin)

    def _tell(self, scope: Scope, id_: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", _NOWHERE)
        method = scope["method"] if route != _NOWHERE else _NOWHERE
        self.metrics.count(method, route, status, seconds)
        about = {"request": id_, "method": method, "route": route, "status": status, "ms": round(1000 * seconds, 1)}
        log.info("answered", extra={ABOUT: about})


def _id(scope: Scope) -> str:
    """The id that a proxy or client gave, if it is a plain one, else a new one."""
    given = Headers(scope=scope).get(HEADER, "")
    return given if _GIVEN.fullmatch(given) else uuid4().hex
