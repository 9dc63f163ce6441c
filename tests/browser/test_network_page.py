from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import drawing
from tests.browser.conftest import Open

RUBIO = "/embed/network/marco-rubio"
SENTENCE = "US Secretary of State Marco Rubio spoke with Russian Foreign Minister Sergei Lavrov"


def test_contacts_are_drawn_and_listed(visit: Open) -> None:
    page = visit(RUBIO).page
    drawing.wait(page)
    assert {"Marco Rubio", "Sergei Lavrov"} <= drawing.names(page)
    assert drawing.painted(page) > 2000
    expect(page.get_by_role("heading", level=1)).to_have_text("Marco Rubio")
    expect(page.get_by_role("button", name="Sergei Lavrov spoke with")).to_be_visible()


def test_clicking_an_edge_opens_its_sentences(visit: Open) -> None:
    page = visit(RUBIO).page
    drawing.wait(page)
    drawing.click_edge(page, "Marco Rubio", "Sergei Lavrov")
    card = page.locator(".card", has_text="Marco Rubio spoke with Sergei Lavrov")
    expect(card.locator("blockquote")).to_contain_text(SENTENCE)
    assert card.locator("mark").all_inner_texts() == ["Marco Rubio", "Sergei Lavrov"]
    expect(card.get_by_text("according to Russian Foreign Ministry")).to_be_visible()


def test_clicking_a_node_opens_the_sentences_of_all_its_edges(visit: Open) -> None:
    page = visit(RUBIO).page
    drawing.wait(page)
    drawing.click_node(page, "Sergei Lavrov")
    expect(page.locator("#panel h2")).to_have_text("Sergei Lavrov")
    expect(page.locator("#panel")).to_contain_text(SENTENCE)


def test_the_permalink_leads_to_the_claim(visit: Open) -> None:
    page = visit(RUBIO).page
    page.get_by_role("button", name="Sergei Lavrov").first.click()
    address = page.get_by_role("link", name="Permalink").first.get_attribute("href")
    assert address
    answer = page.request.get(address)
    assert answer.ok
    assert answer.json()["object"]["name"] in ("Sergei Lavrov", "Marco Rubio")


def test_everything_works_by_keyboard(visit: Open) -> None:
    page = visit(RUBIO).page
    drawing.wait(page)
    entry = page.get_by_role("button", name="Sergei Lavrov").first
    _tab_to(page, "Sergei Lavrov")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_contain_text(SENTENCE)
    expect(page.locator("#panel h2")).to_be_focused()
    expect(page.get_by_role("status").first).to_contain_text("Sergei Lavrov")
    page.keyboard.press("Escape")
    expect(entry).to_be_focused()


def _tab_to(page: Page, words: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate(
            "words => document.activeElement.matches('button') && document.activeElement.innerText.includes(words)",
            words,
        ):
            return
    raise AssertionError(f"nothing with {words!r} can be reached by Tab")


def test_limit_keeps_to_the_strongest_contacts(visit: Open) -> None:
    page = visit(f"{RUBIO}?limit=1").page
    drawing.wait(page)
    assert drawing.names(page) == {"Marco Rubio", "Sergei Lavrov"}


@pytest.mark.parametrize("width", [320, 800, 1400])
def test_nothing_sticks_out_at_any_width(visit: Open, width: int) -> None:
    page = visit("/embed/network/vladimir-putin", width=width).page
    drawing.wait(page)
    assert drawing.overflow(page) == 0
    page.locator(".entries button").first.click()
    expect(page.locator(".card").first).to_be_visible()
    assert drawing.overflow(page) == 0


@pytest.mark.parametrize(
    ("address", "dark", "background"),
    [
        (RUBIO, False, "rgb(255, 255, 255)"),
        (RUBIO, True, "rgb(20, 23, 28)"),
        (f"{RUBIO}?theme=light", True, "rgb(255, 255, 255)"),
        (f"{RUBIO}?theme=dark", False, "rgb(20, 23, 28)"),
    ],
)
def test_colours_follow_the_system_unless_told(visit: Open, address: str, dark: bool, background: str) -> None:
    page = visit(address, dark=dark).page
    drawing.wait(page)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == background


def test_it_asks_no_other_host_and_complains_of_nothing(visit: Open) -> None:
    visited = visit(RUBIO)
    drawing.wait(visited.page)
    drawing.click_edge(visited.page, "Marco Rubio", "Sergei Lavrov")
    expect(visited.page.locator(".card").first).to_be_visible()
    assert visited.hosts == {"127.0.0.1"}
    assert visited.complaints == []


def test_an_unknown_actor_is_told_in_words_with_a_way_on(visit: Open) -> None:
    page = visit("/embed/network/Marko%20Rubio").page
    expect(page.get_by_role("main")).to_contain_text("There is no actor 'Marko Rubio'")
    page.get_by_role("link", name="Marco Rubio").click()
    drawing.wait(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Marco Rubio")


def test_an_actor_without_contacts_is_no_error(visit: Open) -> None:
    page = visit("/embed/network/place:riyadh").page
    expect(page.locator("#message")).to_contain_text("No article says that")


def test_a_service_that_does_not_answer_can_be_tried_again(visit: Open) -> None:
    page = visit("about:blank").page
    page.route("**/actors/**", lambda route: route.abort())
    page.goto(RUBIO)
    expect(page.locator("#message")).to_contain_text("The service cannot be reached.")
    page.unroute("**/actors/**")
    page.get_by_role("button", name="Try again").click()
    drawing.wait(page)


@pytest.fixture
def dashboard(service: str) -> Iterator[str]:
    """A page of another origin that embeds the view."""
    body = f'<!doctype html><title>Dashboard</title><iframe src="{service}{RUBIO}" width="900" height="600"></iframe>'

    class Dashboard(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body.encode() if self.path == "/" else b"")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing: the tests' output is theirs."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Dashboard) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def test_it_works_in_a_frame_of_another_origin(visit: Open, dashboard: str) -> None:
    visited = visit(dashboard)
    frame = visited.page.frame_locator("iframe")
    frame.get_by_role("button", name="Sergei Lavrov").first.click()
    expect(frame.locator("#panel")).to_contain_text(SENTENCE)
    assert visited.hosts == {"localhost", "127.0.0.1"}
    assert visited.complaints == []
    assert urlsplit(visited.page.url).hostname == "localhost"
