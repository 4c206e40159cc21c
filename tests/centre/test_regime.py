"""The cap on calls, persistence, fear, dialling and gaming (003-01 to 003-05, 003-09, 003-11, 001-30)."""


import numpy as np
import pytest

from model.engine.centre.beyond.enforcing import frighten
from model.rules.salespeople.near_cap.by_fear import by_fear
from model.simulation import simulate
from model.world.codes import L_ALMOST, L_CALL_ENDED, L_CAUGHT, L_DISMISSED
from tests.helpers.centres import ONE_STREAM, centre
from tests.helpers.runs import events, fingerprint, near, plainly, row

SELLING = {"streams__all__p_purchase": 1e-9, "regime__p_near_close": 1.0}
"""Nobody buys at once, and everybody wants to confer with somebody first."""


def run(seed: int = 1, text: str = ONE_STREAM, **changes):
    return simulate(centre(text, **changes), seed, log=True)


def test_nobody_who_hangs_up_at_the_cap_talks_longer_than_90_seconds():
    result = run(regime__call_cap_seconds=90.0, regime__near_cap="hang_up")  # 003-01
    assert events(result, L_CALL_ENDED)["value"].max() == 1.5
    assert result.measures["cap_breach_share"] == 0.0
    assert result.measures["cut_off_share"] == pytest.approx(np.exp(-1.5 / 5.0), abs=near(0.74, 4800))


def test_a_cap_that_nobody_heeds_and_nobody_enforces_changes_no_call():
    capped = run(regime__call_cap_seconds=90.0, regime__near_cap="heedless")
    free = run(regime__call_cap_seconds=0.0, regime__p_near_close=1e-12)
    assert fingerprint(capped.log) == fingerprint(free.log)
    assert capped.measures["cap_breach_share"] == pytest.approx(np.exp(-1.5 / 5.0), abs=near(0.74, 4800))


def test_half_of_the_queries_are_done_in_half_of_the_time_they_need():
    result = run(
        streams__all__handle_law="fixed", streams__all__handle_minutes=3.0, regime__call_cap_seconds=90.0,
        regime__near_cap="hang_up", service__p_repeat=0.0,
    )  # fmt: skip
    assert result.measures["first_contact_resolution"] == pytest.approx(0.5, abs=near(0.5, 4800))


def test_supervisors_hear_the_share_of_breaches_in_which_they_listen_in():
    result = run(regime__call_cap_seconds=90.0, regime__near_cap="heedless", regime__p_listened=0.2)  # 003-05
    n_over = result.world.beyond_days["n_over"].sum()
    assert result.measures["breach_detection_share"] == pytest.approx(0.2, abs=near(0.2, n_over))
    assert len(events(result, L_CAUGHT)) == result.world.beyond_days["n_caught"].sum()


@pytest.mark.parametrize(
    ("rule", "least", "most"), [("overlook", 0.0, 0.0), ("warn_first", 0.2, 0.6), ("dismiss", 1.0, 1.0)]
)
def test_whoever_is_caught_is_overlooked_warned_or_dismissed(rule, least, most):
    result = run(
        regime__call_cap_seconds=90.0, regime__near_cap="heedless", regime__p_listened=0.05, regime__breach=rule
    )
    days, reviews = result.world.beyond_days, result.world.reviews
    caught, dismissed = days["n_caught"].sum(), days["n_dismissed"].sum()
    assert least * caught <= dismissed <= most * caught
    assert dismissed == result.world.salespeople["person"].sum() == reviews["n_dismissed"].sum()  # posts are refilled
    assert dismissed == len(events(result, L_DISMISSED))
    assert result.measures["turnover_per_year"] == pytest.approx(dismissed * 25.0 / 6.0)


def test_only_the_team_of_somebody_dismissed_is_frightened_and_not_the_newcomer():
    fear = [row(fear=0.5) for _ in range(5)]
    people = [row(team=team) for team in (0, 0, 0, 1, 1)]
    world = row(parameters=row(fear_gain=0.4), conduct=fear, salespeople=people)
    for step in (-1, 1):
        plainly(frighten)(world, 1, step)
    assert [one.fear for one in fear] == pytest.approx([0.7, 0.5, 0.7, 0.5, 0.5])  # 0.5 + 0.4 (1 - 0.5); 003-03


def test_temptation_is_curbed_by_fear():
    rates = row(breach_usual=0.2, breach_tempted=0.8)
    assert plainly(by_fear)(0.75, 0, rates) == pytest.approx(0.05)
    assert plainly(by_fear)(0.75, 1, rates) == pytest.approx(0.2)
    assert plainly(by_fear)(1.0, 1, rates) == 0.0


def test_dismissals_make_fear_and_fear_makes_fewer_breaches():
    designs = ("overlook", "dismiss")
    runs = [run(regime__call_cap_seconds=90.0, regime__p_listened=0.05, regime__breach=rule) for rule in designs]
    overlooked, dismissed = (result.measures for result in runs)
    assert dismissed["fear_mean"] > overlooked["fear_mean"] == pytest.approx(0.5)
    assert dismissed["cap_breach_share"] < overlooked["cap_breach_share"]
    assert dismissed["morale_mean"] < overlooked["morale_mean"]


def test_the_persistent_go_on_for_half_an_hour_with_a_customer_who_never_gives_in():
    result = run(**SELLING, regime__persist="until_yes", regime__p_talked_into=0.0, streams__all__calls_per_day=60.0)
    ended = events(result, L_CALL_ENDED)["value"]
    assert ended.min() >= 30.0  # 003-02
    assert ended.mean() == pytest.approx(31.5, abs=0.3)  # the last attempt, of 1.5 minutes in the mean, is finished
    assert result.measures["persistence_minutes_share"] > 0.8
    assert result.measures["let_go_share"] == 0.0


def test_each_attempt_is_another_chance_that_the_customer_gives_in():
    result = run(**SELLING, regime__persist="few_times", regime__p_talked_into=0.3, streams__all__calls_per_day=200.0)
    expected = 1.0 - 0.7**2  # two attempts; 003-04
    assert result.measures["talked_into_share"] == pytest.approx(expected, abs=near(expected, 2000))
    assert len(events(result, L_ALMOST)) > 500


def test_a_cap_ends_the_attempts():
    result = run(
        **SELLING, regime__persist="until_yes", regime__call_cap_seconds=90.0, regime__near_cap="hang_up",
        streams__all__handle_minutes=0.5,
    )  # fmt: skip
    assert events(result, L_CALL_ENDED)["value"].max() <= 1.5


def test_customers_who_are_let_go_buy_once_when_they_call_back_with_consent():
    result = run(**SELLING, regime__p_consent=1.0, regime__consent_days=0.1, streams__all__calls_per_day=100.0)
    measures, days = result.measures, result.world.centre_days
    assert measures["let_go_share"] == 1.0
    came_back = days["n_answered"].sum() - days["n_first"].sum()
    sold = result.world.advisors["sales"].sum()
    assert came_back > 0.9 * days["n_first"].sum()
    assert sold / came_back == pytest.approx(50.0, rel=0.15)  # purchase_mean, lognormal with spread 1


def test_talking_into_sells_more_at_once_and_less_later():
    designs = ("let_go", "until_yes")
    let_go, persisted = (
        run(
            **SELLING, regime__persist=rule, regime__p_talked_into=0.1, regime__p_regret=1.0, goodwill__later_days=1.0,
            goodwill__p_later_order=1e-6, streams__all__calls_per_day=100.0,
        ).measures
        for rule in designs
    )  # fmt: skip
    assert persisted["sales_now"] > let_go["sales_now"]
    assert persisted["sales_later"] < 0.0 == let_go["sales_later"]
    assert persisted["satisfaction_mean"] < let_go["satisfaction_mean"]


DIALLED = ONE_STREAM.replace("patience = 0.0", 'patience = 0.2\nmode = "outbound"\np_answer = 0.4\np_refusal = 0.3')


def test_a_dialler_reaches_some_of_whom_some_refuse():
    result = run(text=DIALLED)  # 003-11
    days = result.world.beyond_days
    n, answered = days["n_dialled"].sum(), days["n_picked_up"].sum()
    assert result.measures["dialled_answered_share"] == pytest.approx(0.4, abs=near(0.4, n))
    assert result.measures["dialled_refused_share"] == pytest.approx(0.3, abs=near(0.3, answered))


def test_nobody_waits_for_whom_the_dialler_waited():
    busy = {"streams__all__calls_per_day": 4000.0}  # 4000 · 0.4 · (0.7 · 5 + 0.3 · 0.3) minutes for six times 480
    rules = ("progressive", "predictive")
    progressive, predictive = (run(text=DIALLED, **busy, regime__dialler=rule) for rule in rules)
    assert progressive.measures["p_wait"] == 0.0
    assert predictive.measures["p_wait"] > 0.5
    assert predictive.measures["abandonment_share"] > 0.3
    assert progressive.measures["abandonment_share"] == 0.0


def test_where_nobody_is_judged_by_a_figure_there_is_nothing_to_game():
    asked, never = (run(regime__judged_by="nothing", regime__gaming=share) for share in (1.0, 1e-12))  # 003-09
    assert fingerprint(asked.log) == fingerprint(never.log)


def test_unavailable_time_is_gamed_into_time_on_the_line():
    honest, gamed = (
        run(streams__all__wrap_up_minutes=1.0, regime__judged_by="unavailable_time", regime__gaming=share).measures
        for share in (1e-12, 1.0)
    )  # 001-30
    assert gamed["unavailable_share"] == 0.0 < honest["unavailable_share"]
    assert gamed["handle_time_mean_s"] == pytest.approx(honest["handle_time_mean_s"] + 60.0, rel=0.01)
    assert gamed["occupancy"] == pytest.approx(honest["occupancy"], rel=0.01)


def test_handle_time_is_gamed_into_queries_that_come_again():
    honest, gamed = (
        run(regime__judged_by="handle_time", regime__gaming=share, streams__all__calls_per_day=300.0).measures
        for share in (1e-12, 0.3)
    )  # 003-09
    assert gamed["handle_time_mean_s"] < honest["handle_time_mean_s"]
    assert gamed["repeat_call_share"] > honest["repeat_call_share"]
    assert gamed["first_contact_resolution"] < honest["first_contact_resolution"]
