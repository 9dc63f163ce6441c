"""What the documentation says is there, is there, and what is there is documented."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.main import create_app
from app.settings import Settings
from graph.settings import Settings as GraphSettings
from graph.store import open_store
from tests.stories import CALL, LAVROV, fill

DOCS = Path(__file__).parents[1] / "docs"
API = (DOCS / "api.md").read_text(encoding="utf-8")
SETTINGS = (DOCS / "settings.md").read_text(encoding="utf-8")
HOST = "http://127.0.0.1:8000"


def commands() -> list[str]:
    """The curl commands of the documentation, continued lines joined."""
    blocks = re.findall(r"```sh\n(.*?)```", API, re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines() if line.startswith("curl")]


def routes() -> list[str]:
    """``GET /actors`` and so on, as the schema has them."""
    paths = create_app(Settings(store=Path(":memory:"))).openapi()["paths"]
    return [f"{method.upper()} {path}" for path, methods in paths.items() for method in methods]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("docs") / "store"
    with open_store(folder) as store:
        fill(store)
        fill(store, replace(CALL, id="lawrow", object=replace(LAVROV, id="actor:sergej-lawrow", name="Sergej Lawrow")))
    with TestClient(create_app(Settings(store=folder)), base_url=HOST, client=("127.0.0.1", 50_000)) as client:
        yield client


@pytest.mark.parametrize("route", routes())
def test_every_route_is_documented(route: str) -> None:
    assert f"`{route}`" in API


def test_every_documented_route_is_there() -> None:
    assert set(re.findall(r"`((?:GET|POST|PUT|DELETE) /[^`]*)`", API)) == set(routes())


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_with_its_help(name: str) -> None:
    rows = [line for line in SETTINGS.splitlines() if line.startswith(f"| `BACKCHANNEL_{name.upper()}` |")]
    assert len(rows) == 1
    assert rows[0].endswith(f"| {Settings.model_fields[name].description} |")


def test_every_documented_setting_is_there() -> None:
    documented = {name.lower() for name in re.findall(r"^\| `BACKCHANNEL_(\w+)`", SETTINGS, re.MULTILINE)}
    assert documented == set(Settings.model_fields)
    assert set(GraphSettings.model_fields) < documented


@pytest.mark.parametrize("command", commands())
def test_every_example_is_answered(client: TestClient, command: str) -> None:
    *options, address = shlex.split(command)[1:]
    assert address.startswith(HOST)
    answer = _run(client, address, list(zip(options[::2], options[1::2], strict=True)))
    assert answer.status_code in (200, 201)
    if answer.headers["content-type"] == "application/json":
        assert answer.json().get("total", 1) > 0


def _run(client: TestClient, address: str, options: list[tuple[str, str]]) -> Response:
    """What curl would do: it posts where it is given something to send."""
    headers = dict(_halves(value, ": ") for option, value in options if option == "-H")
    form = dict(_halves(value, "=") for option, value in options if option == "--data-urlencode")
    body = next((value for option, value in options if option == "-d"), None)
    assert {option for option, _ in options} <= {"-H", "-d", "--data-urlencode"}
    if not (form or body):
        return client.get(address, headers=headers)
    return client.post(address, headers=headers, data=form or None, content=body)


def _halves(value: str, separator: str) -> tuple[str, str]:
    first, _, second = value.partition(separator)
    return first, second


@pytest.mark.parametrize("page", sorted(DOCS.glob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        target = urlsplit(link)
        if target.scheme:
            continue
        file = page.parent / target.path if target.path else page
        assert file.exists(), link
        if target.fragment:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert target.fragment in {heading.lower().replace(" ", "-") for heading in headings}, link
