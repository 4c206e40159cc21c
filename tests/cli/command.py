"""Ways to give a command: in this process, or as a program of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from experiments.cli.main import status

ROOT = Path(__file__).parents[2]
ENTRY = [sys.executable, "-c", "from experiments.cli.main import main; main()"]
SMALL = ["--set", "people.accounts=20", "--days", "25"]
"""A small organisation for just over one review period."""


def environment(**more: str) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "DESKSALES_DEBUG")}
    return known | {"PYTHONPATH": str(ROOT)} | more


def program(*arguments: str, folder: Path, **more: str) -> subprocess.CompletedProcess:
    """Run `desksales` with these arguments in a folder, as its own program."""
    return subprocess.run(
        [*ENTRY, *arguments], cwd=folder, env=environment(**more), text=True, capture_output=True,
        timeout=300,
    )  # fmt: skip


def started(*arguments: str, folder: Path, **more: str) -> subprocess.Popen:
    """Start `desksales` and leave it running; Ctrl-C reaches it even where the caller's is switched off."""
    return subprocess.Popen(
        [*ENTRY, *arguments], cwd=folder, env=environment(**more), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip


def refusal(capsys, *arguments: str) -> str:
    """The one sentence with which a command is refused: status 2, nothing on stdout, no traceback."""
    code = status(list(arguments))
    said = capsys.readouterr()
    assert code == 2, said.err
    assert said.out == ""
    assert said.err.count("\n") == 1 and "Traceback" not in said.err
    return said.err.strip()
