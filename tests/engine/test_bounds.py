"""No table is read or written outside its rows, of which compiled code says nothing unless asked."""

import pytest

from model.simulation import simulate
from tests.helpers.organisations import lively
from tests.helpers.runs import fingerprint, in_a_fresh_interpreter

PROGRAM = """
import numba
from model.compiled import cache_folder
from model.simulation import simulate
from model.scenario import load_scenario, scenario_names
from model.world import agenda
from tests.helpers.organisations import BUNDLES, lively
from tests.helpers.runs import fingerprint
assert numba.config.BOUNDSCHECK == 1 and cache_folder().name.endswith("bounds1")
for bundle in BUNDLES:
    print(fingerprint(simulate(lively(bundle), seed=4, log=True).log))
simulate(load_scenario("mtel", {"run.days": 60}), seed=4, log=True)
simulate(load_scenario("textbook_queue", {"days": 10, "patience_minutes": 5.0, "lines": 14}), seed=4)
for centre in scenario_names():
    if centre not in ("mtel_full", "textbook_queue"):
        simulate(load_scenario(centre, {"run.days": 3}), seed=4)
agenda.MANY = 1
looking = simulate(lively("first"), seed=4, log=True)
assert looking.world.clock["looks_ahead"] == 1
print(fingerprint(looking.log))
"""


@pytest.mark.slow
def test_with_bounds_checked_whole_runs_raise_nothing_and_change_nothing():
    found = in_a_fresh_interpreter(PROGRAM, NUMBA_BOUNDSCHECK="1").split()
    looking = found.pop()
    assert found[0] == looking == fingerprint(simulate(lively("first"), 4, log=True).log)
    assert len(set(found)) == len(found) == 6
