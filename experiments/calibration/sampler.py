"""pyABC's sampler for this model: candidates are numbered, and the first so many that are accepted are taken."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
from pyabc.sampler import Sampler

from experiments.calibration.workers import ahead, packed, sent_candidate


@dataclass(frozen=True)
class Stand:
    """How a generation is going: particles accepted of those wanted, and years run for them."""

    generation: int
    accepted: int
    wanted: int
    years: int


Tell = Callable[[Stand], None]


class NumberedSampler(Sampler):
    """Samples by number (see `workers`).

    Parameters
    ----------
    executor : does the candidates. `n_workers` : how many it does side by side.
    seed : of all luck, 0 or more.
    tell : is told after every candidate.
    """

    def __init__(self, executor: Executor, n_workers: int, seed: int, tell: Tell = lambda stand: None) -> None:
        super().__init__()
        self.executor, self.n_workers, self.seed, self.tell = executor, n_workers, seed, tell

    def sample_until_n_accepted(
        self, n, simulate_one, t, *, max_eval=np.inf, all_accepted=False, ana_vars=None
    ):  # the signature is pyABC's
        """A generation: candidates 0, 1, 2, … until `n` of them are accepted, or `max_eval` were tried."""
        key, content = packed(simulate_one)
        sample, in_hand, submitted, looked_at = self._create_empty_sample(), deque(), 0, 0
        self.tell(Stand(t, 0, n, 0))
        while sample.n_accepted < n and looked_at < max_eval:
            while len(in_hand) < ahead(self.n_workers):
                in_hand.append(self.executor.submit(sent_candidate, key, content, self.seed, t, submitted))
                submitted += 1
            sample.append(in_hand.popleft().result())
            looked_at += 1
            self.tell(Stand(t, sample.n_accepted, n, looked_at))
        for future in in_hand:
            future.cancel()
        self.nr_evaluations_ = looked_at
        sample.ok = sample.n_accepted == n
        return sample
