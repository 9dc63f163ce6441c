"""The embedded views: pages for a frame, whose script draws what the other routes answer.

Errors are pages as well, with the status and the words that the same error has elsewhere.
"""

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.templating import Jinja2Templates

from app.errors import invalid, ours, refused
from app.paging import within
from app.problems import Problem, ProblemResponse
from app.service import SettingsOf, StoreOf, settings_of
from graph.errors import BackchannelError, BadInput, NotFound
from graph.queries import actors
from graph.queries.actors import Actor
from graph.store.store import Store

WEB = Path(__file__).parent / "web"
STATIC = WEB / "static"
# Everything from this service and nothing inline; a page that is meant to be framed still says by whom.
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors "

Theme = Literal["auto", "light", "dark"]
Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class UnknownActor(NotFound):
    """Nobody has the name that ``parameter`` gives."""

    def __init__(self, error: NotFound, *, parameter: str) -> None:
        super().__init__(str(error), suggestions=error.suggestions)
        self.parameter = parameter


class PageRoute(APIRoute):
    """A route that answers pages, whatever happens."""

    def get_route_handler(self) -> Handler:
        """The route's own handler, with errors made readable and the headers that a framed page needs."""
        answer = super().get_route_handler()
        # Relative, so that the service may stand below any prefix of a proxy without being told.
        root = "/".join([".."] * (self.path.count("/") - 1))

        async def page(request: Request) -> Response:
            request.state.root = root
            response = await _readable(answer, request)
            response.headers["Content-Security-Policy"] = POLICY + settings_of(request).embed_ancestors
            response.headers["X-Content-Type-Options"] = "nosniff"
            response.headers["Referrer-Policy"] = "no-referrer"
            return response

        return page


def built() -> None:
    """Raises HTTPException 503 where the scripts of the pages are missing."""
    if not (STATIC / "embed.js").is_file():
        raise HTTPException(503, "The pages of the service have not been built yet: run `make setup`.")


router = APIRouter(
    prefix="/embed",
    tags=["views"],
    route_class=PageRoute,
    default_response_class=HTMLResponse,
    dependencies=[Depends(built)],
)


@router.get("/network/{actor}", summary="A page with the contacts of an actor")
def network(
    request: Request,
    store: StoreOf,
    settings: SettingsOf,
    actor: str,
    *,
    limit: Annotated[int, Query(ge=1, description="The most contacts that are drawn, the strongest first.")] = 50,
    theme: Annotated[Theme, Query(description="Colours; `auto` follows the reader's system.")] = "auto",
) -> Response:
    """For an `<iframe>`: the actor's contacts as a drawing and as a list; every edge opens its sentences."""
    within(limit, settings.max_contacts, name="limit")
    about = _known(store, actor, parameter="actor")
    data = {"view": "network", "actor": about.id, "limit": limit}
    return _view(request, about.name, data, empty=f"No article says that {about.name} had to do with anybody.")


@router.get("/path", summary="A page with the paths between two actors")
def path(
    request: Request,
    store: StoreOf,
    settings: SettingsOf,
    from_: Annotated[str, Query(alias="from", description="An actor by id or name.", examples=["marco-rubio"])],
    to: Annotated[str, Query(description="Another actor by id or name.", examples=["Vladimir Putin"])],
    *,
    k: Annotated[int, Query(ge=1, description="The most paths that are shown, the best first.")] = 3,
    theme: Annotated[Theme, Query(description="Colours; `auto` follows the reader's system.")] = "auto",
) -> Response:
    """For an `<iframe>`: the paths between two actors, in which every hop opens the sentence that proves it."""
    within(k, settings.max_paths, name="k")
    start, end = _known(store, from_, parameter="from"), _known(store, to, parameter="to")
    if start.id == end.id:
        raise BadInput("A path needs two different actors.")
    data = {"view": "path", "from": start.id, "to": end.id, "k": k}
    empty = f"No article connects {start.name} and {end.name}, not even through others."
    return _view(request, f"{start.name} – {end.name}", data, empty=empty)


def _known(store: Store, name: str, *, parameter: str) -> Actor:
    try:
        return actors.get(store, actors.resolve(store, name))
    except NotFound as error:
        raise UnknownActor(error, parameter=parameter) from error


def _view(request: Request, title: str, data: dict[str, object], *, empty: str) -> Response:
    context = {"title": title, "data": {**data, "empty": empty}}
    return templates.TemplateResponse(request, "view.html", context)


async def _readable(answer: Handler, request: Request) -> Response:
    try:
        return await answer(request)
    except UnknownActor as error:
        return _notice(request, await ours(request, error), parameter=error.parameter)
    except BackchannelError as error:
        return _notice(request, await ours(request, error))
    except RequestValidationError as error:
        return _notice(request, await invalid(request, error))
    except HTTPException as error:
        return _notice(request, await refused(request, error))


def _notice(request: Request, response: ProblemResponse, *, parameter: str = "") -> Response:
    problem = Problem.model_validate_json(bytes(response.body))
    suggestions = [(name, _instead(request, parameter, name)) for name in problem.suggestions or ()]
    context = {"title": problem.title, "detail": problem.detail, "suggestions": suggestions}
    return templates.TemplateResponse(request, "notice.html", context, status_code=problem.status)


def _instead(request: Request, parameter: str, name: str) -> str:
    """The address of the same page with another name for the parameter, relative to this one."""
    if parameter in request.path_params:
        return f"{quote(name, safe='')}?{request.url.query}".removesuffix("?")
    return "?" + urlencode({**request.query_params, parameter: name})


def _shared(request: Request) -> dict[str, Any]:
    """What every template needs; ``version`` makes browsers fetch scripts and styles that were built anew."""
    script = STATIC / "embed.js"
    theme = request.query_params.get("theme")
    return {
        "root": request.state.root,
        "theme": theme if theme in ("light", "dark") else "auto",
        "version": int(script.stat().st_mtime) if script.is_file() else 0,
    }


templates = Jinja2Templates(directory=WEB / "templates", context_processors=[_shared])
