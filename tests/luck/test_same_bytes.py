"""The same inputs give the same bytes, however many workers make the runs, in whatever order and interpreter."""

import random

import pytest

from experiments.replicate import replicate
from model.simulation import simulate
from tests.helpers.organisations import lively
from tests.helpers.runs import fingerprint, in_a_fresh_interpreter

SEEDS = 6
PROGRAM = """
from tests.luck.test_same_bytes import marks
print(repr(marks(workers=2)))
"""


def mark(result) -> str:
    """Hash of all issues and requests and of what everybody did with every minute."""
    return "".join(fingerprint(table) for table in (result.world.issues, result.world.requests, result.world.ledger))


def marks(workers: int) -> tuple:
    """Every record and hash of some runs of a lively organisation."""
    done = replicate(lively(run__days=10), SEEDS, workers=workers, extract=mark)
    return [list(record.items()) for record in done.runs], done.extracts


@pytest.mark.parametrize("workers", [2, 4])
def test_several_workers_give_the_bytes_of_one(workers):
    assert repr(marks(workers)) == repr(marks(1))


def test_the_order_of_seeds_changes_no_run():
    seeds = list(range(1, 1 + SEEDS))
    in_order = {seed: fingerprint(simulate(lively(), seed, log=True).log) for seed in seeds}
    random.Random(4).shuffle(seeds)
    assert seeds != sorted(seeds)
    assert {seed: fingerprint(simulate(lively(), seed, log=True).log) for seed in seeds} == in_order


@pytest.mark.parametrize("setting", [{"PYTHONHASHSEED": "7"}, {"PYTHONHASHSEED": "8", "NUMBA_DISABLE_JIT": "1"}],
                         ids=["another hash seed", "interpreted under a third"])  # fmt: skip
def test_another_interpreter_gives_the_same_bytes(setting):
    assert in_a_fresh_interpreter(PROGRAM, **setting) == repr(marks(1))
