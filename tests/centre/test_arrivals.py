"""Who calls next and when: the next caller is known before, and the load curve is followed from call to call."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.compiled import relink
from model.engine.centre.arrivals import time_of_day
from model.engine.centre.foresight import expect_caller
from model.engine.schedule import advance
from model.simulation import Engine
from model.world.build import build
from model.world.codes import L_CALL_CAME
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import plainly, row

TIME_OF_DAY = plainly(time_of_day)


def test_the_customer_whose_rows_are_brought_near_is_who_calls_next():
    expected, engine = [], Engine(interpreted=True)
    engine.advance = relink(advance, {expect_caller: lambda world, customer: expected.append(customer)})
    scenario = centre(ONE_STREAM, run__days=1)
    world = engine.run(build(scenario, 3, log=True), scenario.run.day_minutes)
    log = world.log[: int(world.clock["n_log"])]
    called = log["actor"][log["event"] == L_CALL_CAME].tolist()
    assert len(set(called)) > 20
    assert expected[: len(called)] == called and len(expected) <= len(called) + 1


@given(
    st.lists(st.floats(0.01, 5.0), min_size=1, max_size=12),
    st.lists(st.floats(0.0, 1.0, exclude_max=True), min_size=1, max_size=30),
)
def test_following_the_load_curve_gives_the_times_that_looking_it_up_gives(loads, shares):
    ends = [load / sum(loads) for load in accumulate(loads)]
    ends[-1] = 1.0
    world = row(curves=[row(up_to=end) for end in [0.5, *ends]])  # it begins somewhere in the table
    stream = row(first_part=1, n_parts=len(loads), part=0)
    for share in sorted(shares):
        part = next(n for n, end in enumerate(ends) if share < end)
        before = ends[part - 1] if part else 0.0
        wanted = (part + min(1.0, (share - before) / (ends[part] - before))) / len(loads)
        assert TIME_OF_DAY(world, stream, share) == pytest.approx(wanted, abs=1e-12)
