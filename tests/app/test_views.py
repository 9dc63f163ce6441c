import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from fastapi.testclient import TestClient

from app import views
from app.main import create_app
from app.settings import Settings
from graph.extraction import Extractor
from graph.ingest import ingest
from graph.reading import read
from graph.store import open_store

SEED = Path(__file__).parents[2] / "seeds" / "2025-03-16-us-russia-ukraine.txt"
NETWORK = "/embed/network/marco-rubio"
PATH = "/embed/path?from=keir-starmer&to=vladimir-putin"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("views") / "store"
    with open_store(folder) as store:
        assert ingest(store, Extractor(), read([SEED])).new == 1
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=folder))) as client:
        yield client


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        (NETWORK, "Marco Rubio"),
        ("/embed/network/Marco%20Rubio", "Marco Rubio"),
        (PATH, "Keir Starmer – Vladimir Putin"),
        ("/embed/path?from=Keir Starmer&to=putin", "Keir Starmer – Vladimir Putin"),
    ],
)
def test_a_page_is_about_the_actors_that_its_address_names(client: TestClient, address: str, heading: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f"<h1>{heading}</h1>" in answer.text


@pytest.mark.parametrize("address", [NETWORK, PATH])
def test_a_page_names_its_files_relative_and_they_are_there(client: TestClient, address: str) -> None:
    named = re.findall(r'(?:src|href)="([^"]+)"', client.get(address).text)
    assert len(named) == 3
    assert all(name.startswith("../") for name in named)
    assert [client.get(urljoin(address, name)).status_code for name in named] == [200, 200, 200]


@pytest.mark.parametrize("address", [NETWORK, PATH, "/embed/network/nobody-at-all", f"{NETWORK}?limit=x"])
def test_every_page_forbids_what_it_does_not_need(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["content-security-policy"].startswith("default-src 'self'; ")
    assert headers["content-security-policy"].endswith("; frame-ancestors *")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "x-frame-options" not in headers


def test_the_operator_decides_who_may_frame_the_pages(tmp_path: Path) -> None:
    settings = Settings(store=tmp_path / "store", embed_ancestors="'self' https://dashboard.example.org")
    with TestClient(create_app(settings)) as client:
        policy = client.get(NETWORK).headers["content-security-policy"]
    assert policy.endswith("; frame-ancestors 'self' https://dashboard.example.org")


def test_a_page_holds_nothing_inline(client: TestClient) -> None:
    text = client.get(NETWORK).text
    assert re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL) == [""]
    assert not re.search(r"<style|style=|\son[a-z]+=", text)


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("/embed/network/Marko%20Rubio", "Marco%20Rubio"),
        ("/embed/network/Marko%20Rubio?limit=5&theme=dark", "Marco%20Rubio?limit=5&amp;theme=dark"),
        ("/embed/path?from=Marko+Rubio&to=putin", "?from=Marco+Rubio&amp;to=putin"),
        ("/embed/path?from=putin&to=Marko+Rubio&k=1", "?from=putin&amp;to=Marco+Rubio&amp;k=1"),
    ],
)
def test_an_unknown_actor_is_a_404_that_leads_on(client: TestClient, address: str, link: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "There is no actor &#39;Marko Rubio&#39;." in answer.text
    assert f'<a href="{link}">Marco Rubio</a>' in answer.text


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        (f"{NETWORK}?limit=0", 422, "limit"),
        (f"{NETWORK}?limit=many", 422, "limit"),
        (f"{NETWORK}?limit=100000", 400, "limit may be 200 at most"),
        (f"{NETWORK}?theme=pink", 422, "theme"),
        ("/embed/path?from=putin", 422, "to"),
        (f"{PATH}&k=1000", 400, "k may be 20 at most"),
        ("/embed/path?from=putin&to=Vladimir Putin", 400, "two different actors"),
    ],
)
def test_what_cannot_be_used_is_told_on_a_page(client: TestClient, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert words in answer.text


@pytest.mark.parametrize("name", ["<script>alert(1)<%2Fscript>", '"><img src=x onerror=alert(1)>'])
def test_markup_in_a_name_stays_text(client: TestClient, name: str) -> None:
    for address in (f"/embed/path?from={name}&to=putin", f"/embed/path?from=putin&to=trump&theme={name}"):
        answer = client.get(address)
        assert answer.status_code in (404, 422)
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text


def test_pages_that_are_not_built_say_how_to_build_them(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "STATIC", tmp_path)
    answer = client.get(NETWORK)
    assert answer.status_code == 503
    assert "make setup" in answer.text


def test_the_theme_is_the_one_that_was_asked_for(client: TestClient) -> None:
    assert '<html lang="en" data-theme="dark">' in client.get(f"{NETWORK}?theme=dark").text
    assert '<html lang="en" data-theme="auto">' in client.get(NETWORK).text
