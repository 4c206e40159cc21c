"""The way to a line, and who takes calls that wait (002-06..09, 002-17..22)."""

import numpy as np
import pytest

from model.engine.centre.choosing import longest_waiting
from model.parameters.record import alternatives
from model.simulation import simulate
from model.world.codes import L_PUT_THROUGH, NOBODY, SERVES, UNTRAINED
from tests.centre.star import found, quick, ran
from tests.helpers.runs import events, plainly, row

EVERYBODY = alternatives("routing/overflow").index("everybody")
NO_MENU = {"menu__menu_coverage": 1.0, "menu__p_mispress": 0.0}
SURE = NO_MENU | {"menu__p_unidentified": 0.0, "segmentation__computed": False}


def overflowed(result, stream: str) -> int:
    """Calls of a line that somebody outside its own groups took."""
    return int(result.world.streams["n_overflowed"][list(result.scenario.streams).index(stream)])


def test_the_share_of_identified_calls_is_what_the_look_up_finds():
    result = ran(menu__p_unidentified=0.25)
    n = result.world.segments["n_calls"].sum()
    assert result.measures["identified_call_share"] == pytest.approx(0.75, abs=4 * np.sqrt(0.25 * 0.75 / n))
    assert ran(menu__p_unidentified=1.0).measures["identified_call_share"] == 0.0


def test_with_a_fitting_menu_and_true_records_every_call_reaches_its_own_line():
    measures = ran(**SURE).measures
    assert measures["misroute_rate"] == measures["transfer_rate"] == measures["menu_abandonment_share"] == 0.0


def test_a_menu_that_fits_less_loses_callers_and_passes_more_on():
    for measure in ("menu_abandonment_share", "transfer_rate", "misroute_rate"):
        shares = [found(measure, menu__menu_coverage=share) for share in (1.0, 0.9, 0.7)]
        assert shares[0] < shares[1] < shares[2]


def test_callers_hang_up_in_the_menu_as_often_as_no_option_fits_and_they_do_not_press_another():
    result = ran(menu__menu_coverage=0.8, menu__p_leaves_menu=0.5)
    n = result.world.segments["n_calls"].sum()
    assert result.measures["menu_abandonment_share"] == pytest.approx(0.2 * 0.5, abs=4 * np.sqrt(0.1 * 0.9 / n))


def test_where_one_group_serves_every_concern_nobody_is_passed_on():
    assert ran(routing__pooled=True).measures["transfer_rate"] == 0.0 < ran().measures["transfer_rate"]


def test_without_overflow_only_the_own_groups_take_a_call():
    assert ran(routing__overflow="nobody").measures["overflow_share"] == 0.0


def test_overflow_to_contained_skills_goes_one_way():
    result = ran(**SURE, routing__overflow="contained")
    assert overflowed(result, "moderate_account") > 0
    assert overflowed(result, "winback_account") == overflowed(result, "vip_account") == 0  # within nobody's training
    both = ran(**SURE, routing__overflow="everybody")
    assert overflowed(both, "winback_account") > 0


def test_overflow_shortens_waits_and_lowers_what_calls_give():
    waits = [found("wait_minutes_stars", routing__overflow=policy) for policy in ("nobody", "everybody")]
    assert waits[0] > waits[1]
    everybody = ran(routing__overflow="everybody").measures
    assert everybody["overflow_resolution"] < everybody["home_resolution"]
    assert everybody["overflow_purchase_ratio"] < 1.0


def test_the_less_suited_the_overflow_the_fewer_queries_are_resolved():
    found_at = [found("overflow_resolution", routing__mismatch_quality=q) for q in (0.9, 0.7, 0.4)]
    assert found_at[0] > found_at[1] > found_at[2]


def test_moderates_are_idle_while_stars_wait_and_less_so_when_everybody_takes_calls():
    nobody, everybody = (found("moderate_idle_while_star_waits", routing__overflow=p) for p in ("nobody", "everybody"))
    assert nobody > everybody > 0.0


def test_a_pool_has_neither_overflow_nor_idle_people_beside_waiting_stars():
    pooled = ran(routing__pooled=True).measures
    assert pooled["overflow_share"] == pooled["moderate_idle_while_star_waits"] == 0.0


def test_the_supervisor_puts_calls_through_to_none_below_the_quality_asked_for():
    scenario = quick(routing__overflow="by_hand", supervision__hand_quality=0.8, people__turnover_per_year=0.0)
    result = simulate(scenario, 1, log=True)
    chosen = events(result, L_PUT_THROUGH)["actor"]
    assert len(chosen) > 0
    # at most 0.7 · skill, or 0.8 of that where nothing was trained: 0.8 needs a skill of at least 0.8 / 0.7
    assert result.world.sellers["foreign"][chosen].min() >= 0.8 / 0.7
    # whoever had pressed a wrong key is passed on at once and is no overflow
    assert 0.8 * len(chosen) < result.world.streams["n_overflowed"].sum() <= len(chosen)


def test_where_all_are_alike_and_below_the_quality_asked_for_nothing_is_put_through():
    result = ran(routing__overflow="by_hand", supervision__foreign_cv=0.0, supervision__hand_quality=0.71)
    assert result.measures["overflow_share"] == 0.0


def test_knowing_the_people_resolves_more_of_the_overflow_than_the_software_does():
    resolved = [found("overflow_resolution", routing__overflow=policy) for policy in ("everybody", "by_hand")]
    assert resolved[0] < resolved[1]


def test_a_supervisor_who_comes_by_more_often_puts_more_through():
    by_hand = {"routing__overflow": "by_hand"}
    shares = [found("overflow_share", **by_hand, supervision__round_minutes=minutes) for minutes in (30.0, 5.0, 1.0)]
    assert shares[0] < shares[1] < shares[2]


def test_stars_have_their_evening_and_moderates_their_day():
    # 002-24: the load curves put 0.40 of Stars' calls and 0.15 of Moderates' into the last three of twelve hours
    result = ran(**SURE, availability__latent_minutes=0.0, routing__retrial=0.0, service__p_repeat=0.0)
    hours = result.world.line_hours.reshape(-1, 24)
    came = (hours["n"] + hours["n_left"]).astype(float)
    names = list(result.scenario.streams)
    for stream, share in (("star_account", 0.40), ("moderate_account", 15 / 100)):
        mine = came[names.index(stream)]
        assert mine[18:].sum() / mine.sum() == pytest.approx(share, abs=0.02)


def test_people_take_their_own_calls_first():
    # with overflow nothing is lost to the own line: whoever serves a line is never idle while it has a call
    result = ran(routing__overflow="everybody")
    world = result.world
    level = world.skills["level"].reshape(len(world.groups), -1)
    for s, stream in enumerate(world.streams):
        if world.queues[stream["queue"]]["length"] > 0:
            assert (world.pools["n_idle"][world.groups["pool"]][level[:, s] == SERVES] == 0).all()


def test_a_call_overflows_at_the_very_moment_for_which_it_was_planned():
    # 002-18: rounded, a wait across a power of two may seem shorter than it is: (e + 1) − 1 < e
    entered = next(e for e in (1023.0 + k / 7919 for k in range(7919)) if (e + 1.0) - 1.0 < e)
    world = row(
        parameters=row(overflow_seconds=60.0, overflow=EVERYBODY), sites=[],
        groups=[row(location=0)], streams=[row(queue=0)], queues=[row(head=5)], skills=[row(level=UNTRAINED)],
        tasks={5: row(entered=entered)}, clock=row(now=entered + 1.0),
    )  # fmt: skip
    assert plainly(longest_waiting)(world, 0, 1) == 5
    world.clock.now = entered + 0.99
    assert plainly(longest_waiting)(world, 0, 1) == NOBODY
