"""The queue that every contestant runs: M/M/c, whose mean wait Erlang C gives."""

from collections.abc import Callable
from dataclasses import dataclass

from model.theory import patient

WARM_UP = 0.1
"""Share of the customers (in the engine, of the days) at the start whose waits are left out of the mean."""


@dataclass(frozen=True)
class Queue:
    """Customers arrive at random and are served in order of arrival by whoever is free of `servers` people.

    Attributes: `servers` c; `arrivals` λ and `services` μ, both per minute and exponential.
    """

    servers: int
    arrivals: float
    services: float

    @property
    def load(self) -> float:
        """ρ = λ / (c μ)."""
        return self.arrivals / (self.servers * self.services)

    @property
    def mean_wait(self) -> float:
        """Mean wait of all customers in minutes, by Erlang C."""
        return patient(self.arrivals, self.services, self.servers).mean_wait


BUSY = Queue(servers=12, arrivals=0.92 * 12 * 0.1, services=0.1)
"""The queue of the contest: 12 people, 10 minutes a customer, 92 % load."""


@dataclass(frozen=True)
class Outcome:
    """What one run gives: customers simulated, and their mean wait after the warm-up (minutes)."""

    customers: int
    mean_wait: float


Run = Callable[[Queue, int, int], Outcome]
"""A contestant's run: called with the queue, the number of customers and a seed."""


@dataclass(frozen=True)
class Contestant:
    """Somebody's way to simulate the queue.

    Attributes
    ----------
    name : as in the table.
    target : how many times this engine's time per customer it should take at least, if that is a promise.
    prepare : loads or compiles whatever is needed, before any clock runs, and returns the run.
    """

    name: str
    target: float | None
    prepare: Callable[[], Run]
