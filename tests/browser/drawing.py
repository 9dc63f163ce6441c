"""What the tests ask of a drawing: where on the screen its parts are, and whether anything is painted at all."""

from playwright.sync_api import Page

_CY = "document.getElementById('graph')._cyreg.cy"


def wait(page: Page) -> None:
    """Until the page is drawn."""
    page.wait_for_selector("body[data-state=ready] #graph canvas", state="attached")


def names(page: Page) -> set[str]:
    """The names of the nodes that are drawn."""
    return set(page.evaluate(f"{_CY}.nodes(':visible').map(node => node.data('name'))"))


def click_edge(page: Page, one: str, other: str) -> None:
    """A click of the mouse on the middle of the edge between two named nodes."""
    place = page.evaluate(
        f"""names => {{
            const ends = edge => edge.connectedNodes().map(node => node.data('name'));
            const edge = {_CY}.edges().filter(edge => names.every(name => ends(edge).includes(name)))[0];
            const box = document.getElementById('graph').getBoundingClientRect();
            const {{ x, y }} = edge.renderedMidpoint();
            return [box.x + x, box.y + y];
        }}""",
        [one, other],
    )
    page.mouse.click(*place)


def click_node(page: Page, name: str) -> None:
    """A click of the mouse on a named node."""
    place = page.evaluate(
        f"""name => {{
            const box = document.getElementById('graph').getBoundingClientRect();
            const {{ x, y }} = {_CY}.nodes().filter(node => node.data('name') === name)[0].renderedPosition();
            return [box.x + x, box.y + y];
        }}""",
        name,
    )
    page.mouse.click(*place)


def painted(page: Page) -> int:
    """How many pixels of the canvases are not transparent."""
    pixels = page.evaluate(
        """() => [...document.querySelectorAll('#graph canvas')].map(canvas => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            return data.filter((value, index) => index % 4 === 3 && value > 0).length;
        }).reduce((sum, count) => sum + count, 0)"""
    )
    return int(pixels)


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
