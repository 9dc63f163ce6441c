import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from tests.app.conftest import connect


def test_nothing_is_opened_before_the_service_starts(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    app = create_app(Settings(store=folder))
    assert not folder.exists()
    with TestClient(app):
        assert folder.is_dir()


def test_the_first_page_leads_to_the_documentation(client: TestClient) -> None:
    answer = client.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "docs")


def test_every_failure_in_the_schema_is_a_problem_document(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    routes = [
        route for methods in schema["paths"].values() for route in methods.values() if "views" not in route["tags"]
    ]
    failures = [answer for route in routes for status, answer in route["responses"].items() if status >= "400"]
    assert failures
    assert {media_type for answer in failures for media_type in answer["content"]} == {"application/problem+json"}
    assert all(route["summary"] and route["description"] for route in routes)


def test_the_documentation_needs_no_other_host(client: TestClient) -> None:
    page = client.get("/docs")
    if page.status_code == 503:
        pytest.skip("the web pages are not built")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert addresses
    assert all(client.get(f"/{address}").status_code == 200 for address in addresses)
    assert "//" not in "".join(addresses)


@pytest.mark.parametrize(
    ("origins", "expected"), [([], None), (["https://a.example"], "https://a.example"), (["*"], "*")]
)
def test_other_origins_read_if_a_setting_says_so(origins: list[str], expected: str | None) -> None:
    with connect(Settings(store=Path(":memory:"), cors_origins=origins)) as client:
        answer = client.get("/health", headers={"origin": "https://a.example"})
        assert answer.headers.get("access-control-allow-origin") == expected


def test_the_service_runs_by_its_import_name(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "app.main:app", "--port", str(port)]
    environment = {**os.environ, "BACKCHANNEL_STORE": str(tmp_path / "store")}
    server = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert _wait(f"http://127.0.0.1:{port}/health").json()["status"] == "ok"
    finally:
        server.send_signal(signal.SIGTERM)
        _, log = server.communicate(timeout=30)
    assert "Traceback" not in log


def _wait(url: str) -> httpx.Response:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            return httpx.get(url, timeout=5)
        except httpx.TransportError:
            time.sleep(0.2)
    raise TimeoutError(url)
