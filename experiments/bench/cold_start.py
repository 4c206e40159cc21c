"""Cold start: what somebody waits for at the command line, before and after the engine has been compiled."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

RUN = ("run", "mtel", "--replications", "1", "--json")


def cold_start(tell: Callable[[str], None] = lambda line: None) -> dict[str, float]:
    """Seconds of each command, as a process of its own; every cache is empty at first."""
    with tempfile.TemporaryDirectory() as caches:
        help_ = median(_seconds(caches, "--help") for _ in range(5))
        tell(f"desksales --help: {help_:.2f} s; now a first run, which compiles")
        first = _seconds(caches, *RUN)
        tell(f"first run: {first:.1f} s")
        later = median(_seconds(caches, *RUN) for _ in range(3))
        tell(f"later runs: {later:.2f} s")
    run = f"`desksales {' '.join(RUN)}`"
    return {"`desksales --help`": help_, f"{run}, first time": first, f"{run}, later": later}


def _seconds(caches: str, *arguments: str) -> float:
    command = Path(sys.executable).with_name("desksales")
    environment = os.environ | {"XDG_CACHE_HOME": caches}
    start = perf_counter()
    subprocess.run([command, *arguments], check=True, capture_output=True, env=environment)
    return perf_counter() - start
