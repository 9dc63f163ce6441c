"""A browser, and the service itself on a store that was filled from the seed article."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from app.views import STATIC
from tests.serving import PATIENCE, SEED, filled, serving

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@dataclass
class Visit:
    """A page that was opened, what its console complained about, and which hosts it asked."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


Open = Callable[..., Visit]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = os.environ.get("BACKCHANNEL_TEST_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("no Chromium was found; BACKCHANNEL_TEST_BROWSER may name one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, headless=True, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the running service."""
    assert (STATIC / "embed.js").is_file(), "the pages are not built: run `make setup`"
    with serving(filled(tmp_path_factory.mktemp("browser") / "store", SEED)) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, service: str) -> Iterator[Open]:
    """Opens a page of the service, or one anywhere, in a window of its own."""
    pages: list[Page] = []

    def open_page(address: str, *, width: int = 1000, height: int = 700, dark: bool = False) -> Visit:
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", base_url=service
        )
        pages.append(page)
        page.set_default_timeout(PATIENCE * 1000)
        opened = Visit(page)
        page.on("console", lambda message: opened.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("request", lambda request: opened.hosts.add(urlsplit(request.url).hostname or ""))
        page.goto(address)
        return opened

    yield open_page
    for page in pages:
        page.close()
