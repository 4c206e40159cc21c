"""Where a store stands: whether it can be written there, and how durable its commits have to be made.

On a local disk: a write-ahead log with `synchronous = NORMAL`. Whatever kills the program loses nothing committed;
a power cut may lose the last few commits but never leaves half a run, and runs that are lost so are done again.
On a network file system the log's shared memory cannot be relied on (https://www.sqlite.org/wal.html, section 1), so
there it is a rollback journal with `synchronous = FULL`, and the user is told.
"""

import os
import tempfile
from pathlib import Path

from experiments.sweep.errors import SweepError

LOCAL = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA busy_timeout = 10000")
NETWORK = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL", "PRAGMA busy_timeout = 10000")

NETWORK_SYSTEMS = (
    "nfs", "cifs", "smb", "ncpfs", "afs", "lustre", "gpfs", "beegfs", "ceph", "glusterfs", "pvfs2", "orangefs",
    "9p", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph",
)  # fmt: skip
"""Beginnings of the names of file systems that several machines share."""


def settings(path: Path) -> tuple[str, ...]:
    """SQLite's settings for a store at this place."""
    return NETWORK if is_network(path) else LOCAL


def is_network(path: Path) -> bool:
    """Whether a path lies on a file system that several machines share."""
    return file_system(path).startswith(NETWORK_SYSTEMS)


def file_system(path: Path) -> str:
    """Type of the file system on which a path lies; empty where that cannot be told."""
    try:
        lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    place, found, longest = os.path.realpath(path), "", -1
    for line in lines:
        before, _, after = line.partition(" - ")
        mount = before.split()[4].replace("\\040", " ")
        inside = mount == "/" or place == mount or place.startswith(mount + "/")
        if inside and len(mount) >= longest:  # of mounts on one place the last counts
            found, longest = after.split()[0], len(mount)
    return found


def check_writable(path: Path) -> None:
    """Refuse a store that could not be written; makes the folder if there is none."""
    if path.is_dir():
        raise SweepError(f"The store {str(path)!r} is a folder; give the path of a file.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=path.parent):
            pass
        if path.exists():
            with path.open("ab"):
                pass
    except OSError as error:
        raise SweepError(
            f"The store {str(path)!r} cannot be written ({error.strerror or error}); choose another place."
        ) from None
