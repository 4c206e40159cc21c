"""Where nothing comes in, nothing is counted, and shares of nothing do not apply."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.measures import MEASURES
from model.scenario import load_scenario, scenario_names
from model.simulation import simulate
from model.world.codes import L_CALL_BLOCKED, L_CALL_CAME, L_CALL_ENDED, L_CALL_TAKEN, L_CALLER_LEFT
from tests.helpers.organisations import BUNDLES, lively

NO_DEMAND = {
    "demand__requests_per_account_day": 0.0, "demand__opportunities_per_account_day": 0.0,
    "demand__enquiries_per_account_day": 0.0, "demand__bulk_per_account_year": 0.0,
}  # fmt: skip


OF_CALLS = (L_CALL_CAME, L_CALL_BLOCKED, L_CALL_TAKEN, L_CALL_ENDED, L_CALLER_LEFT)
CENTRES = [name for name in scenario_names() if load_scenario(name).streams]
COUNTED = ("calls", "queue", "waits")


def nothing_is_counted(result) -> None:
    """Measures of calls, queues and waits are zero, or do not apply where they would be shares or means of nothing."""
    for name, measure in MEASURES.items():
        if measure.theme in COUNTED:
            value = result.measures[name]
            assert value == 0.0 or math.isnan(value), (name, value)


@pytest.mark.filterwarnings("error")
@settings(max_examples=25)
@given(
    st.sampled_from(sorted(BUNDLES)), st.integers(1, 3), st.integers(1, 3), st.integers(1, 30), st.integers(0, 2**32)
)
def test_without_arrivals_every_measure_of_calls_and_waits_is_zero_or_does_not_apply(bundle, teams, units, days, seed):
    sizes = {"people__teams": teams, "people__units": units, "run__days": days}
    result = simulate(lively(bundle, **NO_DEMAND, **sizes), seed, log=True)
    assert result.n_contacts == 0 and len(result.world.issues) == 0
    assert (result.log["issue"] == -1).all()
    nothing_is_counted(result)


@pytest.mark.filterwarnings("error")
@settings(max_examples=12)
@given(st.sampled_from(CENTRES), st.integers(1, 12), st.integers(0, 2**32))
def test_a_centre_that_nobody_calls_counts_nothing(name, days, seed):
    full = load_scenario(name)
    quiet = {f"streams.{stream}.calls_per_day": 0.0 for stream in full.streams} | {"spikes.spikes_per_year": 0.0}
    result = simulate(full.changed(quiet | {"run.days": days}), seed, log=True)
    assert result.world.clock["n_calls"] == 0 and not np.isin(result.log["event"], OF_CALLS).any()
    nothing_is_counted(result)
