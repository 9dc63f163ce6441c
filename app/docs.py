"""The pages that document the service: drawn by scripts of its own, as it must work where there is no internet."""

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException

router = APIRouter(include_in_schema=False)

STATIC = Path(__file__).parent / "web" / "static"


@router.get("/")
def index() -> RedirectResponse:
    """The service's first page is its documentation."""
    return RedirectResponse("docs")


@router.get("/docs")
def docs(request: Request) -> HTMLResponse:
    """Every route, to read and to try out."""
    if not (STATIC / "swagger" / "swagger-ui-bundle.js").is_file():
        raise HTTPException(503, "This page has not been built yet: run `make setup`. The routes are in /openapi.json.")
    # Relative addresses, so that the page works below a path prefix too.
    return get_swagger_ui_html(
        openapi_url="openapi.json",
        title=request.app.title,
        swagger_js_url="static/swagger/swagger-ui-bundle.js",
        swagger_css_url="static/swagger/swagger-ui.css",
        swagger_favicon_url="static/icon.svg",
    )
