"""Time has no unit of its own: with every time doubled, everything happens, and takes twice as long."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.parameters import catalogue
from model.simulation import simulate
from model.world.codes import L_COMPLETED, L_HUNG_UP, L_NOTICE, L_STARTED
from tests.helpers.organisations import BUNDLES, lively

DURATIONS = (L_HUNG_UP, L_STARTED, L_COMPLETED, L_NOTICE)
"""Events whose value is a time."""


def slower(scenario):
    """The same scenario with every parameter that is a time in minutes or hours doubled."""
    units = ("minutes", "working hours", "minutes per day")
    times = [name for name, record in catalogue().items() if record.unit in units]
    return scenario.changed({name: 2.0 * scenario[name] for name in times})


@settings(max_examples=6)
@given(st.sampled_from(list(BUNDLES)), st.integers(0, 2**32))
def test_all_times_doubled_double_every_wait_and_change_nothing_else(bundle, seed):
    # doubling is exact in binary arithmetic, so the two logs must agree to the last bit
    scenario = lively(bundle, run__days=12)
    one, two = (simulate(each, seed, log=True) for each in (scenario, slower(scenario)))
    assert len(one.log) > 100
    assert (two.log["time"] == 2.0 * one.log["time"]).all()
    for column in ("event", "issue", "actor", "other"):
        assert (two.log[column] == one.log[column]).all(), column
    factor = np.where(np.isin(one.log["event"], DURATIONS), 2.0, 1.0)
    assert (two.log["value"] == factor * one.log["value"]).all()
    assert (two.world.ledger["minutes"] == 2.0 * one.world.ledger["minutes"]).all()


def test_the_measured_waits_double_too():
    one, two = (simulate(each, 1).measures for each in (lively(), slower(lively())))
    for name in ("mean_wait_minutes", "wait_hours_desk_p50", "wait_hours_direct_p90", "minutes_to_bucket_desk_p50"):
        assert one[name] > 0.0
        assert two[name] == pytest.approx(2.0 * one[name]), name
