"""The queue as the shortest loop in plain Python: a heap of events and a line of arrival times."""

from collections import deque
from heapq import heappop, heappush, heapreplace
from random import Random

from experiments.bench.textbook import WARM_UP, Contestant, Outcome, Queue, Run

ARRIVAL, END = 0, 1


def run(queue: Queue, customers: int, seed: int) -> Outcome:
    """Every event either replaces itself by the next one of its kind or leaves the heap."""
    exponential = Random(seed).expovariate
    arrivals, services, idle = queue.arrivals, queue.services, queue.servers
    events = [(exponential(arrivals), ARRIVAL)]
    waiting: deque[float] = deque()
    to_come, skipped, total, begun = customers - 1, int(WARM_UP * customers), 0.0, 0
    while events:
        now, kind = events[0]
        if kind == ARRIVAL:
            if to_come:
                to_come -= 1
                heapreplace(events, (now + exponential(arrivals), ARRIVAL))
            else:
                heappop(events)
            if not idle:
                waiting.append(now)
                continue
            idle -= 1
            begun += 1
            heappush(events, (now + exponential(services), END))
        elif waiting:
            arrived = waiting.popleft()
            begun += 1
            if begun > skipped:
                total += now - arrived
            heapreplace(events, (now + exponential(services), END))
        else:
            idle += 1
            heappop(events)
    return Outcome(customers, total / (customers - skipped))


def prepare() -> Run:
    """Nothing to prepare."""
    return run


CONTESTANT = Contestant("plain Python, heapq", None, prepare)
