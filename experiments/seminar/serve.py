"""Listen: the application on an address, until it is told to stop."""

import socket
import sys
from collections.abc import Callable
from pathlib import Path

from experiments.seminar.limits import MESSAGE_BYTES, MOST_CONNECTIONS, PING_SECONDS, PONG_SECONDS


def config(
    rooms: Path, host: str, port: int, threads: int | None = None, log_level: str = "warning", warm: str = "mtel"
):  # fmt: skip
    """How uvicorn is to run the application; for `threads` and `warm` see there.

    A browser that vanished is noticed by its silence. Messages are not compressed: that would cost each connection
    300 kB, and frames are small.
    """
    import uvicorn

    from experiments.seminar.app import application

    return uvicorn.Config(
        application(rooms, host, threads, warm), host=host, port=port, log_level=log_level, access_log=False,
        ws="websockets-sansio", ws_max_size=2 * MESSAGE_BYTES, ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PONG_SECONDS, ws_per_message_deflate=False, server_header=False,
        timeout_graceful_shutdown=3, lifespan="on", limit_concurrency=MOST_CONNECTIONS,
    )  # fmt: skip


def bound_to(host: str, port: int) -> socket.socket:
    """A socket with an address, so that one that cannot be had is known before anything else is done.

    It does not listen yet: while the engine is compiled a browser is told that nobody is there, and need not wait.

    Raises
    ------
    OSError : the address is taken, or not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except BaseException:
        bound.close()
        raise
    return bound


def address_of_this_machine() -> str:
    """The address by which others on the network reach this machine; loopback's where there is no network.

    Connecting a datagram socket sends nothing; it only asks the system which way it would go.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address for documentation, which nobody has
            return asking.getsockname()[0]
        except OSError:
            return "127.0.0.1"


SWITCH_SECONDS = 0.0005
"""How long a thread that records may keep the interpreter from the one that answers; Python's own 5 ms, with a thread a
core at work, would make every answer wait for some tens of milliseconds."""


def serve(rooms: Path, bound: socket.socket, host: str, scenario: str, ready: Callable[[str], None]) -> None:
    """Serve on a socket with an address until Ctrl-C; `ready` is told the address of the page.

    The class opens with `scenario`, which is recorded at once.
    """
    import uvicorn

    port = bound.getsockname()[1]
    name = f"[{host}]" if ":" in host else address_of_this_machine() if host == "0.0.0.0" else host

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if not self.should_exit:
                ready(f"http://{name}:{port}/")

    sys.setswitchinterval(SWITCH_SECONDS)
    Server(config(rooms, host, port, warm=scenario)).run(sockets=[bound])
