"""What may be in a call beyond query and purchase: one engine in two forms, luck in common, nothing lost from sight."""

import numpy as np
import pytest

from model.simulation import simulate
from model.world.codes import L_CALL_CAME, L_CALL_ENDED, L_CALL_TAKEN, L_HANDED_ON
from tests.helpers.beyond import BUNDLES, everything
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import events, fingerprint

TABLES = ("in_hand", "conduct", "loyalty", "codes", "departments", "floor", "beyond_days", "centre_days", "workers",
          "salespeople", "reviews", "queues")  # fmt: skip

NEVER = {("fourth", "n_over"), ("fourth", "n_caught")}
"""What a bundle never counts: nobody passes a cap at which everybody hangs up."""


@pytest.mark.parametrize("bundle", BUNDLES)
def test_compiled_and_interpreted_write_the_same_log_and_world(bundle):
    scenario = everything(bundle, run__days=3)
    compiled, interpreted = (simulate(scenario, 4, log=True, interpreted=way) for way in (False, True))
    assert len(compiled.log) > 1000
    assert fingerprint(interpreted.log) == fingerprint(compiled.log)
    for name in TABLES:
        assert fingerprint(getattr(interpreted.world, name)) == fingerprint(getattr(compiled.world, name)), name


@pytest.mark.parametrize("bundle", BUNDLES)
def test_every_call_taken_is_ended_handed_on_or_in_hand(bundle):
    result = simulate(everything(bundle), 2, log=True)
    queues = result.world.queues
    ended, handed_on = len(events(result, L_CALL_ENDED)), len(events(result, L_HANDED_ON))
    assert len(events(result, L_CALL_TAKEN)) == ended + handed_on + queues["serving"].sum()
    assert queues["n_in"].sum() == sum(queues[name].sum() for name in ("n_begun", "n_left", "n_blocked", "length"))
    days = result.world.beyond_days
    assert days["n_transferred"].sum() == handed_on > 20
    assert result.world.centre_days["n_answered"].sum() == ended > 500


@pytest.mark.parametrize("bundle", BUNDLES)
def test_counts_of_parts_do_not_exceed_those_of_their_wholes(bundle):
    days = simulate(everything(bundle), 3).world.beyond_days
    for part, whole in (
        ("n_picked_up", "n_dialled"), ("n_refused", "n_picked_up"), ("n_uninformed", "n_consulted"),
        ("n_caught", "n_heard"), ("n_caught", "n_over"), ("n_dismissed", "n_caught"), ("n_let_go", "n_near"),
        ("n_talked_into", "n_near"),
    ):  # fmt: skip
        assert 0 <= days[part].sum() <= days[whole].sum(), (part, whole)
        assert days[whole].sum() > 0 or (bundle, whole) in NEVER, (part, whole)


@pytest.mark.parametrize(
    ("name", "value"),
    [("regime__persist", "until_yes"), ("discounts__concede", "always"), ("elsewhere__seats", 9),
     ("goodwill__staying_initial", 1.0), ("departments__warehouse__p_informed", 0.0)],
)  # fmt: skip
def test_a_design_changes_nobody_s_calls(name, value):
    logs = [simulate(everything(run__days=4, **more), 5, log=True) for more in ({}, {name: value})]
    came = [events(result, L_CALL_CAME) for result in logs]
    inbound = [log[log["other"] == 0][["time", "actor"]] for log in came]
    assert np.array_equal(*inbound)
    assert fingerprint(logs[0].log) != fingerprint(logs[1].log)


def test_a_centre_that_has_nothing_of_it_keeps_no_tables_for_it():
    world = simulate(centre(ONE_STREAM, run__days=1), 1).world
    assert [name for name in TABLES[:7] if len(getattr(world, name))] == []
