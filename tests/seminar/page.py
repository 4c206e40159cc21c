"""A server on a free port of this machine, and a page that talks to it."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import uvicorn
from websockets.sync.client import ClientConnection, connect

from experiments.replicate import prepare
from experiments.seminar.serve import bound_to, config

PATIENCE = 60.0
"""Seconds after which a test gives up waiting for an answer."""


class Server:
    """A running server: its port, and what it keeps."""

    def __init__(self, port: int, app: Any) -> None:
        self.port, self._app = port, app

    @property
    def state(self) -> Any:
        return self._app.state.seminar

    def get(self, path: str, **headers: str) -> tuple[int, Any, str]:
        """Status, headers and text of an address."""
        try:
            with urlopen(Request(f"http://127.0.0.1:{self.port}{path}", headers=headers), timeout=PATIENCE) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except HTTPError as error:
            return error.code, error.headers, error.read().decode()

    def json(self, path: str) -> Any:
        return json.loads(self.get(path)[2])

    @contextmanager
    def page(self, token: str | None = None, greet: bool = True) -> Iterator["Page"]:
        with connect(f"ws://127.0.0.1:{self.port}/ws", max_size=2**22) as socket:
            page = Page(socket)
            if greet:
                page.hello = page.ask("hello", token=token)
            yield page

    def until(self, what: Any, seconds: float) -> bool:
        """Whether something comes true in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if what(self.state):
                return True
            time.sleep(0.05)
        return False


class Page:
    """One connection; `ask` waits for the answer to its question, and keeps what else comes in `unasked`."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket, self.unasked, self.hello, self._number = socket, [], None, 0

    def send(self, do: str, **members: Any) -> int:
        self._number += 1
        self.socket.send(json.dumps({"do": do, "id": self._number, **members}))
        return self._number

    def hear(self, seconds: float = PATIENCE) -> dict[str, Any]:
        return json.loads(self.socket.recv(seconds))

    def ask(self, do: str, **members: Any) -> dict[str, Any]:
        number = self.send(do, **members)
        while True:
            heard = self.hear()
            if heard.get("re") == number:
                return heard
            self.unasked.append(heard)

    def open(self, slot: str = "a", scenario: str = "mtel", seed: int = 1, **changes: Any) -> dict[str, Any]:
        return self.ask("open", slot=slot, scenario=scenario, seed=seed, changes=changes)

    def frames(self, first: int, last: int, slot: str = "a") -> list[dict[str, Any]]:
        number = self.send("frames", slot=slot, **{"from": first, "to": last})
        frames = []
        while True:
            heard = self.hear()
            if heard.get("re") != number:
                self.unasked.append(heard)
            elif heard["is"] == "frame":
                frames.append(heard)
            else:
                assert heard["is"] == "sent", heard
                return frames

    def refusal(self, do: str, **members: Any) -> str:
        """The sentence with which a question is refused."""
        heard = self.ask(do, **members)
        assert heard["is"] == "error", heard
        return heard["sentence"]


@contextmanager
def served(
    rooms: Path, threads: int | None = None, host: str = "127.0.0.1", warm: str = ""
) -> Iterator[Server]:  # fmt: skip
    """A server that runs while one looks at it; the engine is ready, as when `desksales serve` starts one."""
    prepare()
    with bound_to("127.0.0.1", 0) as bound:
        port = bound.getsockname()[1]
        settings = config(rooms, host, port, threads, warm=warm)
        server = uvicorn.Server(settings)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive(), "the server did not start"
                time.sleep(0.01)
            yield Server(port, settings.app)
        finally:
            server.should_exit = True
            thread.join(10.0)
