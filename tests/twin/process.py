"""What the second model is built of: queues, tasks, workers, and the laws of chance (3, 7.4, 7.5).

Everything that takes time is a process, written as a generator. It yields minutes, after which it goes on; or a queue,
in which it waits until a worker takes it, who is handed to it and has no hand free until it yields another queue or
ends; or None, to sleep until somebody wakes it.
"""

import math
from collections import Counter, deque
from collections.abc import Generator
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import mesa


def exponential(u, mean):
    """The time with this mean that a uniform number u stands for."""
    return -math.log(u) * mean


def lognormal(u, mean, cv):
    """The same for a lognormal quantity with this mean and coefficient of variation."""
    variance = math.log(1.0 + cv * cv)
    return mean * math.exp(math.sqrt(variance) * NormalDist().inv_cdf(u) - 0.5 * variance)


@dataclass(eq=False)
class Task:
    """A process, and the issue that it is about."""

    steps: Generator
    issue: Any = None


class Queue(deque):
    """Tasks that wait for one of some workers (7.4)."""

    def __init__(self, workers):
        super().__init__()
        self.workers = workers

    def put(self, task):
        """Begun at once by one of the idle, else it waits."""
        self.append(task)
        if idle := [worker for worker in self.workers if worker.idle]:
            idle[0].model.go_on(idle[0].model.luck.any_of(idle, task.issue).work)


class Worker(mesa.Agent):
    """Somebody who does one task at a time, from the first of the queues that has one, and has a break a day."""

    def __init__(self, model, key, availability, before=(), after=()):
        super().__init__(model)
        self.p, self.key, self.minutes = model.p, key, Counter()
        self.line, self.own = Queue([self]), Queue([self])
        self.queues = self.line, *before, self.own, *after
        self.idle = self.away = self.break_due = False
        self.work = model.start(self.working((1.0 - availability) * self.p.day_minutes))
        if availability < 1.0:
            model.start(self.wanting_breaks(availability * self.p.day_minutes))

    def working(self, pause):
        """7.4: a break that is due, else the next task, else free time."""
        while True:
            if self.break_due:
                self.break_due, self.away = False, True
                yield from self.spend(pause, "breaks")
                self.away = False
            elif queue := next(filter(None, self.queues), None):
                task = queue.popleft()
                wish = task.steps.send(self)
                while isinstance(wish, float):
                    yield wish
                    wish = next(task.steps, None)
                if wish is not None:
                    wish.put(task)
            else:
                self.idle, self.since = True, self.model.now
                yield None
                self.end_free_time()
                self.idle = False

    def spend(self, minutes, kind):
        """7.5: minutes are booked when they are over."""
        yield minutes
        self.minutes[kind] += minutes

    def wanting_breaks(self, at_work):
        """7.5: always at the same time of the day; one that falls due during the last one lapses."""
        yield self.model.number("BREAK", self) * at_work
        while True:
            self.break_due = not self.away
            if self.idle:
                self.model.go_on(self.work)
            yield self.p.day_minutes
