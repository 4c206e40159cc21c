"""`desksales serve`: the seminar in the browser."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.errors import InputError, say
from experiments.cli.options import named_path, whole

Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address to listen on; 0.0.0.0 lets others in.")]
Port = Annotated[
    int, typer.Option("--port", parser=whole("--port", 0, 65_535), metavar="P", help="Port; 0 takes a free one.")
]
First = Annotated[str, typer.Option("--scenario", metavar="NAME", help="The scenario that the page opens with.")]
Bets = Annotated[
    Path,
    typer.Option("--rooms", parser=named_path("--rooms"), metavar="F.sqlite", help="File that keeps the class's bets."),
]


def serve(
    host: Host = "127.0.0.1", port: Port = 8765, scenario: First = "mtel", rooms: Bets = Path("results/seminar.sqlite")
) -> None:
    """Let a class explore, bet and read field notes in the browser; Ctrl-C ends it."""
    check_installed()
    from model.scenario import ScenarioError, nearest, scenario_names

    if scenario not in scenario_names():
        raise ScenarioError(
            f"--scenario is {scenario!r}{nearest(scenario, scenario_names())}; it must be one of "
            f"{', '.join(scenario_names())}."
        )
    from experiments.seminar.serve import bound_to
    from experiments.seminar.serve import serve as serve_on

    try:
        bound = bound_to(host, port)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(
            f"{host}:{port} cannot be listened on ({reason}); choose another --port, or an address of this machine."
        ) from None
    from experiments.replicate import prepare

    def ready(address: str) -> None:
        page = address if scenario == "mtel" else f"{address}explore?scenario={scenario}"
        say(f"The seminar is at {page} (Ctrl-C ends it)")
        if host not in ("127.0.0.1", "localhost", "::1"):
            say("Everybody who can reach this address can use it; there are no accounts.")

    with bound:
        check_rooms(rooms)  # with an address there is a use for the file
        prepare(lambda done, message: say(message) if message else None)
        serve_on(rooms, bound, host, scenario, ready)


def check_installed() -> None:
    """Refuse where the packages of the seminar are not installed."""
    from importlib.util import find_spec

    missing = [name for name in ("starlette", "uvicorn", "websockets") if find_spec(name) is None]
    if missing:
        raise InputError(
            f"The seminar needs {' and '.join(missing)}, not installed; `pip install 'desksales[seminar]'` does it."
        )


def check_rooms(rooms: Path) -> None:
    """Refuse a file for the bets that cannot be written, or that belongs to another program."""
    import sqlite3

    from experiments.seminar.bets.store import RoomStore

    try:
        RoomStore(rooms).close()
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"--rooms is {str(rooms)!r}, which cannot be used ({reason}); choose another file.") from None
