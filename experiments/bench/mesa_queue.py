"""The queue in Mesa, driven by events: the people are agents, and an event ends each customer's service.

Kept lean in Mesa's favour: customers are times of arrival and not agents, and time is counted in days, since
Mesa also fires a step at every whole unit of time.
"""

from collections import deque
from random import Random

from experiments.bench.textbook import WARM_UP, Contestant, Outcome, Queue, Run

DAY = 480.0
"""Minutes of a unit of Mesa's time."""


def prepare() -> Run:
    """Import Mesa and make the classes, which the rest of the program need not know."""
    import mesa

    class Server(mesa.Agent):
        """Somebody who serves one customer after another."""

        def begin(self, arrived: float) -> None:
            """Serve a customer who came at a time."""
            model = self.model
            model.waits.append((model.time - arrived) * DAY)
            model.schedule_event(self.finish, after=model.luck.expovariate(model.queue.services * DAY))

        def finish(self) -> None:
            """Take the customer who has waited longest, or none."""
            if self.model.waiting:
                self.begin(self.model.waiting.popleft())
            else:
                self.model.idle.append(self)

    class Desk(mesa.Model):
        """The queue."""

        def __init__(self, queue: Queue, customers: int, seed: int) -> None:
            super().__init__(rng=seed)
            self.queue, self.to_come, self.luck = queue, customers, Random(seed)
            self.waiting: deque[float] = deque()
            self.waits: list[float] = []
            self.idle = Server.create_agents(self, queue.servers).to_list()
            self.expect()

        def expect(self) -> None:
            """Let the next customer come."""
            self.to_come -= 1
            self.schedule_event(self.arrive, after=self.luck.expovariate(self.queue.arrivals * DAY))

        def arrive(self) -> None:
            """A customer comes."""
            if self.idle:
                self.idle.pop().begin(self.time)
            else:
                self.waiting.append(self.time)
            if self.to_come:
                self.expect()

    def run(queue: Queue, customers: int, seed: int) -> Outcome:
        desk = Desk(queue, customers, seed)
        while len(desk.waits) < customers:
            desk.run_for(1.0)
        measured = desk.waits[int(WARM_UP * customers) :]
        return Outcome(customers, sum(measured) / len(measured))

    return run


CONTESTANT = Contestant("Mesa, event-driven", 70.0, prepare)
