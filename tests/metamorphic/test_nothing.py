"""Where nothing comes in, nothing is counted, and shares of nothing do not apply."""

import math

import pytest

from model.measures import MEASURES
from model.simulation import simulate
from tests.helpers.organisations import BUNDLES, lively

NO_DEMAND = {
    "demand__requests_per_account_day": 0.0, "demand__opportunities_per_account_day": 0.0,
    "demand__enquiries_per_account_day": 0.0, "demand__bulk_per_account_year": 0.0,
}  # fmt: skip


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("bundle", BUNDLES)
def test_without_arrivals_every_measure_of_calls_and_waits_is_zero_or_does_not_apply(bundle):
    result = simulate(lively(bundle, **NO_DEMAND), 1, log=True)
    assert result.n_contacts == 0 and len(result.world.issues) == 0
    assert (result.log["issue"] == -1).all()
    for name, measure in MEASURES.items():
        if measure.theme in ("calls", "queue", "waits"):
            value = result.measures[name]
            assert value == 0.0 or math.isnan(value), (name, value)
