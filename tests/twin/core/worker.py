"""Workers, and the tasks that wait for them in queues (3, 7.4, 7.5).

A process is a generator. It yields a number: go on after so many minutes. Or a queue: wait there for a worker; the
yield returns the worker, who is busy with the process until it yields another queue or ends. Or None: sleep until
`go_on`.
"""

from collections import Counter, deque, namedtuple

import mesa

Task = namedtuple("Task", "steps issue")
"""A process, and the issue that it is about."""


class Queue(deque):
    """Tasks that wait for one of some workers (7.4)."""

    def __init__(self, workers):
        super().__init__()
        self.workers = workers

    def put(self, task):
        """Begun at once by one of the idle, else it waits."""
        self.append(task)
        if idle := [worker for worker in self.workers if worker.idle]:
            model = idle[0].model
            model.go_on(model.luck.any_of(idle, task.issue).work)


class Worker(mesa.Agent):
    """Somebody who does one task at a time, from the first of the queues that has one."""

    def __init__(self, model, key, before=(), after=()):
        super().__init__(model)
        self.p, self.key, self.minutes = model.p, key, Counter()
        self.line, self.own = Queue([self]), Queue([self])
        self.queues, self.idle = (self.line, *before, self.own, *after), False
        self.work = model.start(self.working())

    def working(self):
        """7.4: the next task, else free time."""
        while True:
            if queue := next(filter(None, self.queues), None):
                task = queue.popleft()
                wish = task.steps.send(self)
                while wish is not None and not isinstance(wish, Queue):
                    yield wish
                    wish = next(task.steps, None)
                if isinstance(wish, Queue):
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

    def end_free_time(self):
        """7.5: so far it was idle."""
        self.minutes["idle"] += self.model.now - self.since
        self.since = self.model.now
