"""A class of websocket clients: what thirty pages ask of the server, without the weight of thirty browsers."""

import asyncio
import json
import re
import socket
import time
import urllib.request
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from experiments.bench_seminar.servers import Server

CLASS = 30
PLAYING = 10
STEPS = 50
HURRIED = 5.0
"""Seconds."""
DAYS = 250
HEAVY = {"scenario": "star_customer", "changes": {"run.days": 1000}}
"""Some fifteen seconds of one core, about the most that a browser may ask for."""


@dataclass
class Load:
    """What was measured; seconds unless said otherwise."""

    paint_alone: float = 0.0
    paint_class: list[float] = field(default_factory=list)
    step_alone: list[float] = field(default_factory=list)
    step_class: list[float] = field(default_factory=list)
    step_beside_heavy: list[float] = field(default_factory=list)
    updates_a_second: list[float] = field(default_factory=list)
    frame_bytes: list[int] = field(default_factory=list)
    megabytes: dict[str, float] = field(default_factory=dict)
    vanished: float = 0.0


class Client:
    """One page: it opens a run of its own and asks for days."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket, self._number = socket, 0

    async def ask(self, do: str, **members: Any) -> tuple[dict[str, Any], int]:
        """The answer to a question, and its bytes."""
        self._number += 1
        await self._socket.send(json.dumps({"do": do, "id": self._number, **members}))
        while True:
            text = await self._socket.recv()
            heard = json.loads(text)
            if heard.get("re") == self._number and heard["is"] != "sent":
                if heard["is"] == "error":
                    raise RuntimeError(heard["sentence"])
                return heard, len(text)

    async def leave(self) -> None:
        """Close the page."""
        await self._socket.close()

    async def day(self, number: int) -> tuple[float, int]:
        """Seconds until a day is there, and its bytes."""
        began = time.perf_counter()
        _, size = await self.ask("frames", slot="a", **{"from": number, "to": number})
        return time.perf_counter() - began, size


async def visit(server: Server, seed: int) -> tuple[Client, float]:
    """A page that has its first picture, and the seconds from asking for the page until then."""
    began = time.perf_counter()
    await asyncio.to_thread(_fetch_page, server)
    client = Client(await connect(f"ws://127.0.0.1:{server.port}/ws", max_size=2**22, compression=None))
    await client.ask("hello", token=None)
    await client.ask("open", slot="a", scenario="mtel", changes={}, seed=seed)
    await client.day(0)
    return client, time.perf_counter() - began


def _fetch_page(server: Server) -> None:
    """The page, its scripts and styles, and what it asks for first, as a browser does."""
    with urllib.request.urlopen(f"{server.address}/", timeout=60) as answer:
        page = answer.read().decode()
    parts = re.findall(r'(?:src|href)="\.?(/[^"]+\.(?:js|css))"', page)
    for path in (*parts, "/api/scenarios", "/api/scenarios/mtel"):
        with urllib.request.urlopen(f"{server.address}{path}", timeout=60) as answer:
            answer.read()


async def paced(client: Client, first: int, days: int, every: float, offset: float) -> list[tuple[float, int]]:
    """Days asked for one after another at a steady pace, as a page that plays does."""
    await asyncio.sleep(offset)
    start, taken = time.perf_counter(), []
    for number in range(days):
        await asyncio.sleep(max(0.0, start + number * every - time.perf_counter()))
        taken.append(await client.day((first + number) % DAYS))
    return taken


async def hurried(client: Client, seconds: float) -> float:
    """Days a second when each is asked for as soon as the last is there."""
    start, number = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        number += 1
        await client.day(number % DAYS)
    return number / (time.perf_counter() - start)


async def class_of(server: Server, tell: Any) -> Load:
    """The whole lesson; about a minute."""
    load = Load()
    load.megabytes["nobody"] = server.megabytes()
    tell("one page alone")
    alone, load.paint_alone = await visit(server, seed=1)
    load.step_alone = [seconds for seconds, _ in await paced(alone, 1, STEPS, 0.1, 0.0)]
    tell(f"{CLASS} pages at once, each with a run of its own")
    visits = await asyncio.gather(*(visit(server, seed) for seed in range(2, CLASS + 1)))
    load.paint_class = [seconds for _, seconds in visits]
    pages = [alone, *(client for client, _ in visits)]
    await asyncio.gather(*(page.ask("measures", slot="a") for page in pages))
    load.megabytes["class"] = server.megabytes()
    tell(f"{CLASS} pages play five days a second")
    taken = await asyncio.gather(*(paced(page, 1, STEPS, 0.2, 0.2 * k / CLASS) for k, page in enumerate(pages)))
    load.step_class = [seconds for page in taken for seconds, _ in page]
    load.frame_bytes = [size for page in taken for _, size in page]
    tell(f"{PLAYING} pages play as fast as they can")
    load.updates_a_second = list(await asyncio.gather(*(hurried(page, HURRIED) for page in pages[:PLAYING])))
    tell("one page asks for the heaviest run there may be, the others play on")
    heavy = Client(await connect(f"ws://127.0.0.1:{server.port}/ws", max_size=2**22, compression=None))
    await heavy.ask("hello", token=None)
    await heavy.ask("open", slot="a", seed=1, **HEAVY)
    taken = await asyncio.gather(*(paced(page, 51, STEPS, 0.2, 0.2 * k / CLASS) for k, page in enumerate(pages)))
    load.step_beside_heavy = [seconds for page in taken for seconds, _ in page]
    for page in [heavy, *pages]:
        await page.leave()
    tell("everybody has left")
    await asyncio.sleep(2.0)
    load.megabytes["left"] = server.megabytes()
    tell("a browser vanishes without a word while it plays")
    load.vanished = await asyncio.to_thread(vanish, server)
    return load


def vanish(server: Server) -> float:
    """Seconds until the run of a page that has fallen silent, its connection still up, is given up."""
    with socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(
            b"GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" % server.port
        )
        raw.recv(1000)
        for number in (1, 2):  # two of the heaviest, so that they are not done before the silence is noticed
            members = {"slot": "ab"[number - 1], "seed": 70 + number, **HEAVY}
            if number == 1:
                raw.sendall(_masked(json.dumps({"do": "hello", "id": 0}).encode()))
            raw.sendall(_masked(json.dumps({"do": "open", "id": number, **members}).encode()))
        while server.health()["recording"] < 2:
            time.sleep(0.05)
        began = time.perf_counter()
        while server.health()["recording"] and time.perf_counter() - began < 30.0:
            time.sleep(0.05)
        return time.perf_counter() - began


def _masked(payload: bytes) -> bytes:
    """A text frame of a websocket client; the mask is zero, which leaves the payload as it is."""
    length = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + len(payload).to_bytes(2, "big")
    return b"\x81" + length + b"\0\0\0\0" + payload
