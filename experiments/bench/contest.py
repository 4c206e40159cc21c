"""The contest: every contestant runs the same queue, in turns, so that a machine's moods hit all alike."""

import gc
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import mean, median, stdev
from time import process_time

from experiments.bench import c_queue, ciw_queue, engine, heapq_loop, mesa_queue, simpy_queue
from experiments.bench.textbook import Contestant, Queue, Run

CUSTOMERS = 200_000
ROUNDS = 5
LEAST = 0.5
"""Seconds of a turn at least: short runs are repeated, for one of some hundredths of a second tells more of what the
processor did before than of the contestant."""
SEEDS = 1000
"""Seeds from one run of a turn to the next; the first has the number of the round."""


def contestants() -> list[Contestant]:
    """This engine first, then its peers; C only where there is a gcc."""
    compiled = [c_queue.CONTESTANT] if c_queue.present() else []
    peers = [module.CONTESTANT for module in (heapq_loop, simpy_queue, mesa_queue, ciw_queue)]
    return [engine.CONTESTANT, *compiled, *peers]


@dataclass
class Score:
    """What a contestant's runs came to, one entry a round.

    Attributes: `nanoseconds` a customer, `first` the same of the first run of each turn (after the others have used the
    processor and its caches), and the mean `waits` in minutes.
    """

    contestant: Contestant
    nanoseconds: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)

    @property
    def typical(self) -> float:
        """Median nanoseconds a customer."""
        return median(self.nanoseconds)

    def times(self, engine: "Score") -> tuple[float, float]:
        """How many times an engine's time it took, at least and at most in any single round."""
        ratios = [own / its for own, its in zip(self.nanoseconds, engine.nanoseconds, strict=True)]
        return min(ratios), max(ratios)

    @property
    def wait(self) -> float:
        """Mean wait over the rounds (minutes)."""
        return mean(self.waits)

    @property
    def error(self) -> float:
        """Standard error of the mean wait over R rounds, s/√R."""
        return stdev(self.waits) / math.sqrt(len(self.waits))

    def agrees(self, queue: Queue) -> bool:
        """Whether the mean wait is within four standard errors of Erlang C; a time counts only then."""
        return abs(self.wait - queue.mean_wait) <= 4.0 * self.error


def compete(
    entrants: Iterable[Contestant], queue: Queue, customers: int = CUSTOMERS, rounds: int = ROUNDS,
    least: float = LEAST, tell: Callable[[str], None] = lambda line: None,
) -> list[Score]:  # fmt: skip
    """Let everybody have a turn in every round, each run with a seed of its own.

    Times are of the processor, which other programs on the machine disturb less than the clock on the wall.
    A short run before the rounds, neither timed nor judged, loads what is loaded at the first call.
    """
    scores = [Score(entrant) for entrant in entrants]
    runs = [score.contestant.prepare() for score in scores]
    for run in runs:
        run(queue, 1000, 0)
    for round_ in range(1, rounds + 1):
        for score, run in zip(scores, runs, strict=True):
            gc.collect()
            _take_turn(score, run, queue, customers, round_, least)
            tell(f"round {round_} of {rounds}: {score.contestant.name}, {score.nanoseconds[-1]:,.0f} ns a customer")
    return scores


def _take_turn(score: Score, run: Run, queue: Queue, customers: int, seed: int, least: float) -> None:
    """Run until `least` seconds are over. All runs are timed; the first, whose seed all have in common, is judged."""
    seconds, served = 0.0, 0
    while seconds < least or served == 0:
        start = process_time()
        outcome = run(queue, customers, seed)
        spent = process_time() - start
        if served == 0:
            score.first.append(1e9 * spent / outcome.customers)
            score.waits.append(outcome.mean_wait)
        seconds, served, seed = seconds + spent, served + outcome.customers, seed + SEEDS
    score.nanoseconds.append(1e9 * seconds / served)
