"""One day of a run as frames and plots see it: what the tables say now, beside what they said a day ago."""

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from model.world.codes import BREAK, IDLE, MINUTES, SELL

if TYPE_CHECKING:
    from model.scenario import Scenario
    from model.world.world import World

QUEUE_TALLIES = ("waited", "n_begun", "n_left", "n_blocked")
"""Those of the whole run; measures leave the warm-up out, plots show it."""
RECENT = 10
"""Days over which shares and medians are taken, so that a line can be read."""
ASKED = 5
"""Days over which it is counted how often a rep was named."""


class Tallies(NamedTuple):
    """Running sums at the end of a day.

    Attributes: `busy` (people,) minutes on tasks, `waiting` (queues,) things waiting integrated over time, `named`
    (reps,) messages naming the rep, `queues` from a name in QUEUE_TALLIES to a sum over customers' call queues.
    """

    busy: np.ndarray
    waiting: np.ndarray
    named: np.ndarray
    queues: dict[str, float]


def tallies(world: "World") -> Tallies:
    """The running sums as they stand."""
    minutes = world.ledger["minutes"].reshape(-1, len(MINUTES))
    busy = minutes.sum(axis=1) - minutes[:, BREAK] - minutes[:, IDLE] - minutes[:, SELL]
    queues, now = world.queues, float(world.clock["now"])
    waiting = queues["area"] + queues["length"] * (now - queues["changed"])
    measured = queues["measured"] == 1
    sums = {name: float(queues[name][measured].sum()) for name in QUEUE_TALLIES}
    return Tallies(busy, waiting, world.reps["n_named"].copy(), sums)


class Day:
    """The end of a day.

    Attributes
    ----------
    world, scenario : the run as it stands.
    number : days done; 0 is the first morning.
    now, before : tallies at the end of the day and a day earlier (the same ones on the first morning).
    recent : tallies of the last days, the oldest first, `before` included.
    kept : what several series of the day share, reckoned by the first that needs it.
    """

    def __init__(self, world: "World", scenario: "Scenario", number: int, recent: deque[Tallies]) -> None:
        self.world, self.scenario, self.number, self.recent = world, scenario, number, recent
        self.kept: dict[str, np.ndarray] = {}
        self.now = tallies(world)
        self.before = recent[-1] if recent else self.now

    @cached_property
    def waiting(self) -> np.ndarray:
        """Things waiting in each queue, mean over the day."""
        return (self.now.waiting - self.before.waiting) / self.scenario.run.day_minutes

    @cached_property
    def named(self) -> np.ndarray:
        """Messages that named each rep on the last five days; a newcomer starts from nothing."""
        earlier = self.recent[-ASKED] if len(self.recent) >= ASKED else self.recent[0] if self.recent else self.now
        return np.maximum(0, self.now.named - earlier.named)

    def tally(self, name: str) -> float:
        """Of the day: what a tally of the call queues has grown by."""
        return self.now.queues[name] - self.before.queues[name]

    def of_days(self, table: str, column: str, days: int = 1) -> float:
        """Sum of a column of a table with one row a day, over the last days."""
        rows = getattr(self.world, table)
        return float(rows[column][max(0, self.number - days) : self.number].sum())

    def last(self, table: str, column: str) -> float:
        """A column of a table with one row a day, on this day; nan on the first morning."""
        rows = getattr(self.world, table)
        return float(rows[column][self.number - 1]) if 0 < self.number <= len(rows) else float("nan")
