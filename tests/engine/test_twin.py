"""Compiled and interpreted: one source gives the identical event log, byte for byte."""

import ast

import pytest

from model.compiled import FOLDER
from model.simulation import simulate
from model.world.world import TABLES
from tests.helpers.organisations import BUNDLES, lively
from tests.helpers.runs import fingerprint, in_a_fresh_interpreter

COMPILED = ("engine", "rules")
PROGRAM = """
from model.simulation import simulate
from tests.helpers.organisations import lively
from tests.helpers.runs import fingerprint
for bundle in ({bundles}):
    print(fingerprint(simulate(lively(bundle, run__days=15), seed=3, log=True).log))
"""


@pytest.mark.parametrize("bundle", BUNDLES)
def test_the_interpreted_engine_writes_the_same_log_and_leaves_the_same_world(bundle):
    scenario = lively(bundle)
    compiled, interpreted = (simulate(scenario, 2, log=True, interpreted=way) for way in (False, True))
    assert len(compiled.log) > 200
    assert fingerprint(interpreted.log) == fingerprint(compiled.log)
    assert interpreted.n_events == compiled.n_events
    for name in set(TABLES) - {"parameters", "clock", "heap", "tasks", "log"}:
        assert fingerprint(getattr(interpreted.world, name)) == fingerprint(getattr(compiled.world, name)), name


def test_with_numba_switched_off_a_fresh_interpreter_writes_the_same_log():
    bundles = ("first", "second", "third")
    expected = [fingerprint(simulate(lively(name, run__days=15), 3, log=True).log) for name in bundles]
    found = in_a_fresh_interpreter(PROGRAM.format(bundles=", ".join(map(repr, bundles))), NUMBA_DISABLE_JIT="1")
    assert found.split() == expected


def test_the_log_is_the_same_whatever_the_seed_of_pythons_hashes():
    program = PROGRAM.format(bundles="'first',")
    expected = fingerprint(simulate(lively("first", run__days=15), 3, log=True).log)
    for hash_seed in ("0", "1", "4242"):
        assert in_a_fresh_interpreter(program, PYTHONHASHSEED=hash_seed) == expected


def test_another_seed_gives_another_log():
    one, two = (fingerprint(simulate(lively(), seed, log=True).log) for seed in (1, 2))
    assert one != two


def test_keeping_a_log_changes_nothing_else():
    with_log, without = (simulate(lively(), 5, log=keep) for keep in (True, False))
    assert len(without.log) == 0
    assert fingerprint(with_log.world.issues) == fingerprint(without.world.issues)
    assert fingerprint(with_log.world.requests) == fingerprint(without.world.requests)
    assert with_log.n_events == without.n_events


@pytest.mark.parametrize(
    "file",
    [file for part in COMPILED for file in sorted((FOLDER / part).rglob("*.py"))],
    ids=lambda file: file.stem,
)
def test_no_compiled_source_raises_to_a_constant_power_or_a_constant_to_one(file):
    # LLVM turns 2.0 ** x into exp2(x), and x ** 0.5 into sqrt(x), which differ from Python's pow in the last
    # bit.
    powers = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
        and (isinstance(node.left, ast.Constant) or isinstance(node.right, ast.Constant))
    ]  # fmt: skip
    assert powers == []
