"""Where results come from: the code, the locked packages, the machine."""

import hashlib
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def now() -> str:
    """The time, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def provenance() -> dict[str, Any]:
    """Commit and whether files differ from it, hash of the lock file, program, machine and process.

    What cannot be told (no git, no lock file beside the code) is None.
    """
    from model.compiled import model_version

    return {
        "desksales": _installed("desksales"), "model_version": model_version(), **commit(), "lock": lock_hash(),
        "python": platform.python_version(), "numpy": _installed("numpy"), "numba": _installed("numba"),
        "host": platform.node(), "system": platform.platform(), "machine": platform.machine(),
        "cores": os.cpu_count(), "process": os.getpid(), "command": " ".join(sys.argv),
    }  # fmt: skip


def commit(besides: Sequence[str] = ()) -> dict[str, Any]:
    """The commit of the code and whether any tracked file differs from it, `besides` those that match a pathspec."""
    but = [f":(exclude){pattern}" for pattern in besides]
    try:
        head = _git("rev-parse", "HEAD")
        return {"commit": head, "dirty": bool(_git("status", "--porcelain", "--untracked-files=no", "--", ".", *but))}
    except (OSError, subprocess.SubprocessError):
        return {"commit": None, "dirty": None}


def lock_hash() -> str | None:
    """SHA-256 of the lock file, which fixes every package."""
    file = ROOT / "uv.lock"
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else None


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=True, timeout=10
    )
    return done.stdout.strip()


def _installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
