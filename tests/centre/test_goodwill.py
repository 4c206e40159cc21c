"""Calls as long as it takes, praise, imitation, and loyalty (003-06 to 003-08), and both regimes (003-10)."""


import numpy as np
import pytest

from model.engine.centre.beyond.learning import praise_team
from model.scenario import load_scenario
from model.simulation import simulate
from model.world.codes import L_CALL_ENDED, L_STAYED
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import events, near, plainly, row

QUIET = {"streams__all__calls_per_day": 60.0, "streams__all__handle_law": "fixed", "streams__all__handle_minutes": 1.0}
TALKATIVE = {**QUIET, "goodwill__p_open_ended": 1.0, "goodwill__staying_initial": 1.0}


def run(seed: int = 1, **changes):
    return simulate(centre(ONE_STREAM, **changes), seed, log=True)


@pytest.mark.parametrize("index", [1.2, 2.0])
def test_the_tail_of_talk_is_a_power_law_up_to_a_whole_shift(index):
    result = run(**TALKATIVE, run__days=40, goodwill__tail_start=2.0, goodwill__tail_index=index)
    talk = events(result, L_STAYED)["value"]
    for factor in (2.0, 5.0, 20.0):  # P(talk > x) = (start / x)^index; 003-06
        assert (talk > factor * 2.0).mean() == pytest.approx(factor**-index, abs=near(factor**-index, len(talk)))
    assert events(result, L_CALL_ENDED)["value"].max() <= 480.0


def test_somebody_spends_a_whole_shift_with_one_customer():
    result = run(**TALKATIVE, run__days=40, goodwill__tail_start=5.0, goodwill__tail_index=0.5)
    assert result.measures["longest_call_minutes"] == 480.0


def test_people_stay_as_often_as_they_are_ready_to():
    result = run(**(TALKATIVE | {"goodwill__staying_initial": 0.3}), run__days=20, goodwill__tail_index=3.0)
    assert result.measures["stayed_share"] == pytest.approx(0.3, abs=near(0.3, 1200))
    assert result.measures["staying_mean"] == pytest.approx(0.3)


def test_a_praised_talk_moves_the_own_team_more_than_the_others():
    conduct = [row(longest=length, staying=0.2) for length in (30.0, 200.0, 0.0, 90.0)]
    people = [row(team=team) for team in (0, 0, 0, 1)]
    world = row(
        parameters=row(praise_minutes=120.0, praise_imitation=0.5, praise_reach=0.2), conduct=conduct,
        salespeople=people, beyond_days=[row(n_praised=0)], clock=row(day=1), log=[],
    )  # fmt: skip
    plainly(praise_team)(world, 0)
    assert [one.staying for one in conduct] == pytest.approx([0.6, 0.6, 0.6, 0.28])  # 0.2 + 0.5 · 0.8; a fifth of it
    plainly(praise_team)(world, 3)  # 90 minutes are not enough
    assert world.beyond_days[0].n_praised == 1
    assert [one.longest for one in conduct] == [0.0] * 4


def test_praise_spreads_long_calls():
    silent, praised = (
        run(**QUIET, run__days=40, goodwill__p_open_ended=0.3, goodwill__praise_minutes=least) for least in (0.0, 10.0)
    )  # 003-07
    assert praised.measures["staying_mean"] > silent.measures["staying_mean"] == pytest.approx(0.2)
    assert praised.measures["stayed_share"] > silent.measures["stayed_share"]
    assert praised.measures["handle_time_p99_s"] >= silent.measures["handle_time_p99_s"]


def test_a_contact_brings_later_orders_at_the_rate_of_satisfaction():
    result = run(
        streams__all__calls_per_day=200.0, service__satisfaction_weight=0.0, service__satisfaction_initial=0.7,
        goodwill__p_later_order=0.5, goodwill__later_days=0.1, run__days=30,
    )  # fmt: skip
    contacts, orders = result.world.centre_days["n_answered"].sum(), result.world.beyond_days["n_later"].sum()
    assert orders / contacts == pytest.approx(0.35, abs=near(0.35, contacts) + 0.35 * 0.1 / 30)  # 0.5 · 0.7
    assert result.measures["sales_later"] == pytest.approx(80.0 * orders / 30, rel=0.15)


def test_goodwill_from_long_talks_returns_as_later_orders():
    changes = {**QUIET, "run__days": 60, "goodwill__p_open_ended": 0.5, "goodwill__p_later_order": 0.3,
               "goodwill__later_days": 5.0, "goodwill__tail_index": 2.0}  # fmt: skip
    brief, staying = (run(**changes, goodwill__staying_initial=ready) for ready in (0.0, 1.0))  # 003-08
    assert not brief.world.loyalty["goodwill"].any()
    assert staying.world.loyalty["goodwill"].max() < 1.0
    assert staying.world.loyalty["goodwill"].mean() > 0.5 * 5.0 / 25.0  # once the shortest talk of 5 minutes
    assert staying.measures["sales_later"] > 1.1 * brief.measures["sales_later"]


def test_later_orders_after_the_end_are_not_counted():
    result = run(**QUIET, goodwill__p_later_order=1.0, goodwill__later_days=1000.0, run__days=10)
    contacts = result.world.centre_days["n_answered"].sum()
    assert result.world.beyond_days["n_later"].sum() < 0.02 * contacts
    assert result.world.beyond_days["n_later"].sum() == result.world.loyalty["n_later"].sum()


@pytest.fixture(scope="module")
def regimes():
    """Measures of the same customers without a cap and with praise, and with the cap and dismissal, two seeds each."""
    cap = {"regime.call_cap_seconds": 90.0, "regime.breach": "dismiss", "regime.p_listened": 0.002,
           "goodwill.praise_minutes": 0.0, "regime.persist": "until_yes"}  # fmt: skip
    scenarios = [load_scenario("zappos", {"run.days": 60} | changes) for changes in ({}, cap)]
    return [[simulate(scenario, seed).measures for seed in (1, 2)] for scenario in scenarios]


@pytest.mark.parametrize(
    ("measure", "sign"),
    [("handle_time_mean_s", -1), ("satisfaction_mean", -1), ("turnover_per_year", 1), ("handle_time_p99_s", -1),
     ("sales_later", -1), ("first_contact_resolution", -1), ("sales_now", -1)],
)  # fmt: skip
def test_a_cap_with_dismissal_takes_what_no_cap_with_praise_gives(regimes, measure, sign):
    for free, capped in zip(*regimes, strict=True):  # 003-01 to 003-10
        assert sign * (capped[measure] - free[measure]) > 0.0


def test_the_two_centres_meet_what_the_source_tells_of_them():
    card, zappos = (simulate(load_scenario(name, {"run.days": 120}), 1).measures for name in ("credit_card", "zappos"))
    assert 30.0 < card["longest_call_minutes"] < 60.0  # 003-02
    assert card["dismissals"] > 0.0 < card["cap_breach_share"] < 0.05  # 003-01, 003-03
    assert zappos["longest_call_minutes"] == 480.0  # 003-06
    assert zappos["praised_per_year"] > 0.0  # 003-07
    assert np.isnan(zappos["cap_breach_share"])
    for name in ("satisfaction_mean", "sales_later", "handle_time_mean_s"):
        assert zappos[name] > card[name]
    assert zappos["turnover_per_year"] < card["turnover_per_year"]
    assert 0.65 < card["on_line_share"] + card["unavailable_share"] < 0.95
    assert 0.65 < zappos["on_line_share"] + zappos["unavailable_share"] < 0.95
