"""The server as a Starlette application: the page, what stands still, files to take away, and the websocket."""

import asyncio
import mimetypes
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from starlette.websockets import WebSocket

from experiments.seminar import downloads, drawn, prepared, schema
from experiments.seminar.guard import Guard
from experiments.seminar.limits import Refusal
from experiments.seminar.memory import settle
from experiments.seminar.state import State
from experiments.seminar.talk.conversation import Conversation
from model.scenario import scenario_names

STATIC = Path(__file__).parent / "static"
CLAIMS = drawn.CLAIMS
KEPT = "public, max-age=31536000, immutable"
"""For the bundle's parts, whose names change with their content."""
PAGES = ("/", "/explore", "/bet", "/teach", "/notes", "/figures")
SHOW_A_RUN = ("/", "/explore")
EARLY = {
    "/": ("/api/scenarios",), "/explore": ("/api/scenarios",), "/notes": ("/api/scenarios",),
    "/teach": ("/api/scenarios", "/api/measures"), "/figures": ("/api/claims",),
}  # fmt: skip
"""What each page's script asks for first."""
NOT_BUILT = (
    "<!doctype html><meta charset=utf-8><title>DeskSales</title><p>The page has not been built; <code>make web</code> "
    "builds it."
)


def application(
    rooms: Path, host: str = "127.0.0.1", threads: int | None = None, warm: str = schema.DEFAULT
) -> Starlette:
    """The application.

    Parameters
    ----------
    rooms : SQLite file of the bets; made when it is not there.
    host : address it will listen on, which decides what names it answers to.
    threads : of the studio; one a core if None.
    warm : scenario that is recorded before anybody asks, as the class will open with it; "" for none.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.seminar = State.begin(rooms, threads)
        await asyncio.to_thread(warm_up)
        if warm:
            app.state.seminar.keep_warm(warm)
        try:
            yield
        finally:
            app.state.seminar.end()

    routes = [
        *(Route(path, page) for path in PAGES),
        Route("/api/scenarios", _once(schema.scenarios)),
        Route("/api/scenarios/{name:str}", scenario),
        Route("/api/measures", _once(schema.measures)),
        Route("/api/claims", all_claims),
        Route("/api/health", health),
        Route("/data/days.csv", downloads.days),
        Route("/data/measures.csv", downloads.measures),
        Route("/data/network.graphml", downloads.network),
        Route("/data/room.csv", downloads.room),
        WebSocketRoute("/ws", websocket),
        Mount("/claims", Files(directory=CLAIMS, check_dir=False)),
        Mount("/", Files(directory=STATIC, check_dir=False)),
    ]
    return Starlette(
        routes=routes, lifespan=lifespan,
        middleware=[Middleware(Guard, host=host), Middleware(GZipMiddleware, minimum_size=4096, compresslevel=5)],
        exception_handlers={Refusal: refused, HTTPException: not_there, Exception: failed},
    )  # fmt: skip


def warm_up() -> None:
    """Read what every visitor asks for first, so that the first need not wait for it."""
    prepared.told_once(schema.scenarios)
    prepared.told_once(schema.scenario, schema.DEFAULT)
    prepared.told_once(schema.measures)
    for part in STATIC.glob("assets/*"):
        prepared.file_of(part, _kind(part))
    settle()


class Files(StaticFiles):
    """The files of a folder that may not be there yet; the bundle's parts, whose names tell their content, are kept."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file, with how long a browser may keep it."""
        answer = await super().get_response(path, scope)
        if path.startswith("assets/") and answer.status_code in (200, 304):
            part = Path(self.directory) / path
            return prepared.file_of(part, _kind(part)).answer(Request(scope), KEPT)
        answer.headers["Cache-Control"] = "no-cache"
        return answer

    async def check_config(self) -> None:
        """Answer that nothing is there, where Starlette would fail."""
        if not Path(self.directory).is_dir():
            raise HTTPException(404)


async def websocket(socket: WebSocket) -> None:
    """One conversation."""
    await Conversation(socket, socket.app.state.seminar).hold()


async def page(request: Request) -> Response:
    """The page, whichever of its addresses is asked for; it is asked for anew each time, its parts are kept."""
    index = STATIC / "index.html"
    if not index.exists():
        return HTMLResponse(NOT_BUILT, 503)
    if request.url.path in SHOW_A_RUN:
        request.app.state.seminar.expect(request.query_params.multi_items())
    link = early(request)
    return prepared.file_of(index, "text/html; charset=utf-8").answer(request, **({"Link": link} if link else {}))


def early(request: Request) -> str:
    """What the page will ask for as soon as its script runs, so that a browser fetches it beside the script."""
    asked = list(EARLY.get(request.url.path, ()))
    if request.url.path in SHOW_A_RUN:
        name = request.query_params.get("scenario")
        asked.append(f"/api/scenarios/{name if name in scenario_names() else schema.DEFAULT}")
    return ", ".join(f"<{path}>; rel=preload; as=fetch; crossorigin" for path in asked)


async def scenario(request: Request) -> Response:
    """One scenario with its parameters."""
    told = await asyncio.to_thread(prepared.told_once, schema.scenario, request.path_params["name"])
    return told.answer(request)


async def health(request: Request) -> Response:
    """How busy the server is."""
    state: State = request.app.state.seminar
    return JSONResponse({
        "sessions": state.sessions.n_connected, "recordings": state.studio.n_recordings,
        "recording": state.studio.n_under_way, "rooms": state.rooms.n_open, "memory_mb": _memory(),
    })  # fmt: skip


def claims() -> dict[str, Any]:
    """The claims that have a figure, as the figures' own index tells them."""
    entries = drawn.claims(CLAIMS)
    none = "No claim has been drawn yet; they appear here once figures/claims has some."
    return {"claims": entries, "sentence": "" if entries else none}


async def refused(request: Request, error: Exception) -> Response:
    """A refusal in a sentence."""
    return JSONResponse({"sentence": str(error)}, getattr(error, "status", 400))


async def failed(request: Request, error: Exception) -> Response:
    """A defect: its reason stands in the server's log."""
    return JSONResponse({"sentence": "The server could not answer this; the teacher finds the reason in its log."}, 500)


async def not_there(request: Request, error: HTTPException) -> Response:
    """What is not there, or not to be asked for in this way."""
    sentences = {404: f"There is nothing at {request.url.path[:80]}.", 405: "This address can only be read (GET)."}
    return JSONResponse({"sentence": sentences.get(error.status_code, error.detail)}, error.status_code)


def _once(tell: Callable[[], Any]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return (await asyncio.to_thread(prepared.told_once, tell)).answer(request)

    return answer


async def all_claims(request: Request) -> Response:
    """The claims as their index stands, which may be drawn anew while the server runs."""
    return prepared.told(await asyncio.to_thread(claims)).answer(request)


def _kind(part: Path) -> str:
    return mimetypes.guess_type(part.name)[0] or "application/octet-stream"


def _memory() -> float:
    """Resident memory of the server in MB; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm") as file:
            import os

            return round(int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
    except (OSError, ValueError):
        return 0.0
