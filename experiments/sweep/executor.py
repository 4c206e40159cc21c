"""What does runs: specs go in, outcomes and deaths come out, in any order.

`local.LocalProcesses` is one; anything with these methods can stand in its place (another machine, a cluster), and
the store holds the same bytes, because a run depends on its spec alone.
"""

from dataclasses import dataclass
from typing import Protocol

from experiments.sweep.outcome import Outcome
from experiments.sweep.run_spec import RunSpec


@dataclass(frozen=True)
class Death:
    """A worker died during a run, which has no outcome.

    Attributes: `spec` of the run; `how` it died, in words.
    """

    spec: RunSpec
    how: str


class Executor(Protocol):
    """What the runner asks of whoever does the runs."""

    def room(self) -> int:
        """How many more specs are worth submitting now; the runner submits no more, so that queues stay short."""
        ...

    def submit(self, spec: RunSpec) -> None:
        """Have a run done some time."""
        ...

    def collect(self, timeout: float) -> list[Outcome | Death]:
        """What has come in, waiting up to `timeout` seconds for the first; each submitted spec comes back once.

        Raises
        ------
        SweepError : if no more runs can be done, in one sentence.
        """
        ...

    def close(self) -> None:
        """Stop all work at once; runs in hand are abandoned."""
        ...
