from playwright.sync_api import expect

from tests.browser import drawing
from tests.browser.conftest import Open

ADDRESS = "/embed/path?from=keir-starmer&to=volodymyr-zelensky"


def test_every_hop_opens_the_sentence_that_proves_it(visit: Open) -> None:
    visited = visit(ADDRESS)
    page = visited.page
    drawing.wait(page)
    hops = page.locator(".entries button").count()
    assert hops == len(drawing.names(page)) - 1 == 2
    for hop in range(hops):
        page.locator(".entries button").nth(hop).click()
        expect(page.locator(".card blockquote").first).not_to_be_empty()
        page.keyboard.press("Escape")
    assert visited.complaints == []
    assert visited.hosts == {"127.0.0.1"}


def test_clicking_a_hop_opens_its_sentences(visit: Open) -> None:
    page = visit("/embed/path?from=keir-starmer&to=vladimir-putin&k=1").page
    drawing.wait(page)
    drawing.click_edge(page, "Keir Starmer", "Vladimir Putin")
    expect(page.locator("#panel")).to_contain_text("he accused Putin of “dragging his feet” on the ceasefire proposal")
    assert page.locator(".card mark").all_inner_texts() == ["he", "Putin"]


def test_the_other_paths_can_be_chosen(visit: Open) -> None:
    page = visit(ADDRESS).page
    drawing.wait(page)
    first = drawing.names(page)
    page.get_by_role("button", name="Path 2").click()
    expect(page.get_by_role("button", name="Path 2")).to_have_attribute("aria-pressed", "true")
    assert drawing.names(page) != first


def test_a_narrow_page_shows_the_path_downwards(visit: Open) -> None:
    page = visit(ADDRESS, width=320).page
    drawing.wait(page)
    assert drawing.overflow(page) == 0
    assert drawing.painted(page) > 1000


def test_an_unknown_end_is_told_in_words_with_a_way_on(visit: Open) -> None:
    page = visit("/embed/path?from=keir-starmer&to=Vladimir%20Puttin").page
    page.get_by_role("link", name="Vladimir Putin").click()
    drawing.wait(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Keir Starmer – Vladimir Putin")
