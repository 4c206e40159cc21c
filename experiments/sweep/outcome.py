"""What comes back from one run: a status, the measures, and blocks of rows. Light enough for a worker to import."""

import hashlib
import io
import zlib
from dataclasses import dataclass, field

import numpy as np

DONE, RUNAWAY = "done", "runaway"
FAILED, OVER_TIME, OVER_MEMORY, KILLED = "failed", "over time", "over memory", "killed"
COMPLETE = (DONE, RUNAWAY)
"""Statuses with measures: `runaway` is a run in which the backlog of a unit grew without end."""
FAILURES = (FAILED, OVER_TIME, OVER_MEMORY, KILLED)
"""Statuses without: it raised, passed its limit of time or memory, or killed the workers that tried it."""


@dataclass(frozen=True)
class Block:
    """Rows of one table of a run, packed.

    Attributes
    ----------
    table : name of the table, such as `days`.
    period : how much of it is kept, as in the sweep file (`5` for every fifth day); other periods are other blocks.
    n_rows : number of rows.
    content : a NumPy `.npy` file (which carries names and types of the columns), compressed by zlib.
    """

    table: str
    period: str
    n_rows: int
    content: bytes

    @classmethod
    def of(cls, table: str, period: str, rows: np.ndarray) -> "Block":
        """Pack a structured array, without what may stand between its columns."""
        names = rows.dtype.names
        close = np.empty(len(rows), [(name, rows.dtype[name]) for name in names])
        for name in names:
            close[name] = rows[name]
        file = io.BytesIO()
        np.lib.format.write_array(file, close, allow_pickle=False)
        return cls(table, period, len(rows), zlib.compress(file.getvalue(), 1))

    def rows(self) -> np.ndarray:
        """The structured array."""
        return np.lib.format.read_array(io.BytesIO(zlib.decompress(self.content)), allow_pickle=False)

    @property
    def digest(self) -> str:
        """Hash by which a store finds out that a block was damaged."""
        return digest_of(self.table, self.period, str(self.n_rows), self.content)


@dataclass(frozen=True)
class Outcome:
    """What one run gave.

    Attributes
    ----------
    run : id of the run.
    status : one of `COMPLETE` or `FAILURES`.
    reason : one line on what went wrong; empty for `done`.
    seconds : wall time that the run took.
    n_events, n_contacts : as in `model.simulation.Result`; 0 for a failure.
    measures : every measure by name, None where it does not apply; empty for a failure.
    blocks : the other tables that were asked for; none for a failure.
    """

    run: str
    status: str
    reason: str = ""
    seconds: float = 0.0
    n_events: int = 0
    n_contacts: int = 0
    measures: dict[str, float | None] = field(default_factory=dict)
    blocks: tuple[Block, ...] = ()


def digest_of(*parts: str | bytes) -> str:
    """Hash of some parts, each with its length, so that moving a byte from one to the next changes it."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()[:32]
