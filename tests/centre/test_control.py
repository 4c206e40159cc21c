"""Control of front-line people: figures, listening, styles, programmes, and what they lead to (001-07 to 001-56)."""

import numpy as np
import pytest

from model.scenario import load_scenario
from model.simulation import simulate
from tests.helpers.crm import controlled, total

BUSY = {"streams__cards__calls_per_day": 12_000.0, "streams__current_accounts__calls_per_day": 10_000.0}
"""More calls than the staff can take, so that the number of calls is decided by how long they are."""

PROGRAMME = {"control__programme_from": 21, "control__programme_listening": 0.05}


def test_points_are_those_of_the_products_sold():
    # 001-37: 30 points for each of the four products, and nobody but the customers decides when they are earned.
    run = controlled(**{f"products__{name}__points": 30.0 for name in ("credit_card", "loan", "home_insurance",
                                                                        "savings_account")})  # fmt: skip
    assert run.world.control_days["points"].sum() == pytest.approx(30.0 * total(run, "n_accepted"))
    # 25 people for 60 days of 8 hours at 85 %.
    assert run.measures["points_per_hour"] == pytest.approx(30.0 * total(run, "n_accepted") / (25 * 60 * 8 * 0.85))


@pytest.mark.parametrize("figure", ["calls_per_hour", "calls_per_shift"])
def test_the_more_the_number_of_calls_counts_the_shorter_they_are_and_the_more_come_again(figure):
    # 001-19, 001-24: volume takes priority, and repeats follow.
    runs = [controlled(**{f"control__weight_{figure}": weight}, control__weight_points=1.0).measures
            for weight in (0.0, 1.0, 5.0)]  # fmt: skip
    lengths, repeats = [[run[name] for run in runs] for name in ("handle_time_mean_s", "repeat_call_share")]
    assert lengths == sorted(lengths, reverse=True) and lengths[-1] < 0.9 * lengths[0]
    assert repeats == sorted(repeats) and repeats[-1] > 1.2 * repeats[0]


def test_haste_gets_more_calls_an_hour_out_of_people_only_where_there_are_more_to_take():
    # 001-19, 001-23
    slow, fast = controlled(**BUSY), controlled(**BUSY, control__weight_calls_per_hour=1.0)
    assert fast.measures["calls_per_hour"] > 1.1 * slow.measures["calls_per_hour"]


def test_people_who_are_shown_fewer_calls_than_the_team_make_up_for_it():
    # 001-23: figures of calls per hour are passed down to the team. People differ in pace by 30 %.
    def spread(feedback: float) -> float:
        run = controlled(**BUSY, control__weight_calls_per_hour=1.0, control__calls_feedback=feedback,
                         service__pace_cv=0.3, people__turnover_per_year=0.0)  # fmt: skip
        calls = run.world.figures["calls_all"]
        return float(calls.std() / calls.mean())

    assert spread(2.0) < 0.95 * spread(0.0)


def test_rapport_takes_time_and_sells():
    # 001-24: rapport is wanted, but not too much of it.
    counted, both = [controlled(control__weight_calls_per_hour=1.0, control__weight_rapport=weight).measures
                     for weight in (0.0, 2.0)]  # fmt: skip
    assert both["handle_time_mean_s"] > 1.1 * counted["handle_time_mean_s"]
    assert both["offer_acceptance_share"] > 1.1 * counted["offer_acceptance_share"]


def test_the_fewer_figures_count_the_more_often_their_targets_are_met():
    # 001-25: the target is what people with nothing else to attend to just reach.
    target = {**BUSY, "control__target_calls_per_hour": 11.5, "control__target_points": 30.0,
              "control__listened_share": 0.03}  # fmt: skip
    one = controlled(**target, control__weight_calls_per_hour=1.0).measures
    three = controlled(**target, control__weight_calls_per_hour=1.0, control__weight_points=1.0,
                       control__weight_compliance=1.0).measures  # fmt: skip
    assert one["kpi_attainment"] > three["kpi_attainment"] + 0.1


def test_points_that_count_make_people_use_more_opportunities():
    # 001-16: one half of them by themselves, and half of the rest if points are one of two figures.
    half = controlled(offers__attempt_share=0.5, control__weight_calls_per_hour=1.0, offers__use_prompt="follow",
                      offers__hang_up_share=0.0, offers__hang_up_resistance=0.0)  # fmt: skip
    more = controlled(offers__attempt_share=0.5, control__weight_calls_per_hour=1.0, control__weight_points=1.0,
                      offers__use_prompt="follow", offers__hang_up_share=0.0,
                      offers__hang_up_resistance=0.0)  # fmt: skip
    assert half.measures["offers_per_call"] == pytest.approx(0.5, abs=0.01)
    assert more.measures["offers_per_call"] == pytest.approx(0.75, abs=0.01)


def test_people_who_are_listened_to_comply_more_and_give_less():
    # 001-07, 001-43: work to rule.
    runs = [controlled(control__listened_share=share, control__weight_compliance=1.0).measures
            for share in (0.0, 0.01, 0.1)]  # fmt: skip
    for name, rising in (("compliance_mean", True), ("watched_mean", True), ("effort_mean", False),
                         ("morale_mean", False)):  # fmt: skip
        values = [run[name] for run in runs]
        assert values == sorted(values, reverse=not rising) and values[0] != values[-1], name
    assert runs[0]["compliance_mean"] == pytest.approx(0.4)


def test_as_many_calls_are_listened_to_as_stated():
    # 001-10, 001-46
    assert controlled(control__listened_share=0.1).measures["listened_call_share"] == pytest.approx(0.1, abs=0.005)
    assert controlled(control__listened_share=0.0).measures["listened_call_share"] == 0.0


def test_compliance_rises_with_listening_and_then_reaches_a_plateau():
    # 001-28
    run = controlled(control__listened_share=0.05, control__weight_compliance=1.0).measures
    assert run["compliance_gain_early"] > 0.2
    assert abs(run["compliance_gain_late"]) < 0.2 * run["compliance_gain_early"]


def test_a_score_says_less_of_people_the_noisier_it_is():
    # 001-46: half of the teams are in the programme, and people differ in the quality of their work.
    def correlations(**more) -> dict:
        return controlled(**PROGRAMME, control__trial_share=0.5, control__quality_cv=0.2,
                          groups__telephone_banking__people=500, **more).measures  # fmt: skip

    exact, noisy = correlations(control__score_noise=0.0), correlations(control__score_noise=2.0)
    assert exact["score_compliance_correlation"] > noisy["score_compliance_correlation"]
    assert exact["score_quality_correlation"] > 0.9 > 0.3 > noisy["score_quality_correlation"]
    of_form = correlations(control__score_noise=0.0, control__score_quality=0.0)
    assert of_form["score_compliance_correlation"] > exact["score_compliance_correlation"] + 0.3
    assert of_form["score_quality_correlation"] < exact["score_quality_correlation"] - 0.3


def test_people_differ_in_the_quality_of_their_work_and_keep_it():
    # 001-46
    quality = controlled(groups__telephone_banking__people=500, control__quality_cv=0.2).world.figures["quality"]
    assert quality.mean() == pytest.approx(1.0, abs=4.0 * 0.2 / len(quality) ** 0.5)
    assert quality.std() == pytest.approx(0.2, rel=0.15)
    alike = controlled(control__quality_cv=0.0).world.figures["quality"]
    assert (alike == 1.0).all()


def test_figures_that_are_not_shown_cost_no_morale():
    # 001-39
    shown, kept = [controlled(control__listened_share=0.05, control__publish_weekly=publish).measures
                   for publish in (True, False)]  # fmt: skip
    assert shown["morale_mean"] < kept["morale_mean"] - 0.02


def test_managers_who_react_loosen_and_tighten_by_turns():
    # 001-08
    still = controlled(control__listened_share=0.02)
    react = controlled(control__listened_share=0.02, control__control_level="react")
    assert still.measures["control_turns_per_year"] == 0.0
    assert still.measures["control_level_mean"] == pytest.approx(1.0)
    assert react.measures["control_turns_per_year"] > 2.0
    assert 0.0 < react.measures["control_level_mean"] < 1.0


def test_leeway_resolves_more_queries():
    # 001-44
    leeway, script = [controlled(control__listened_share=0.05, control__control_initial=level,
                                 control__withdrawal=0.0).measures for level in (0.0, 1.0)]  # fmt: skip
    assert leeway["first_contact_resolution"] > script["first_contact_resolution"] + 0.02


def test_what_is_measured_crowds_out_what_is_not():
    # 001-45: compliance counts, solving problems does not.
    free = controlled(control__listened_share=0.03).measures
    counted = controlled(control__listened_share=0.03, control__weight_compliance=1.0).measures
    assert counted["compliance_mean"] > free["compliance_mean"]
    assert counted["effort_mean"] < free["effort_mean"]
    assert counted["first_contact_resolution"] < free["first_contact_resolution"] - 0.02


def test_styles_are_shared_out_as_stated_and_stay_if_nothing_moves_them():
    # 001-17
    run = controlled(groups__telephone_banking__people=4000, run__days=10, people__turnover_per_year=0.0,
                     control__share_pushing=0.3, control__share_moderate=0.5)  # fmt: skip
    shares = np.bincount(run.world.figures["style"], minlength=3) / 400
    assert shares == pytest.approx([0.2, 0.5, 0.3], abs=4.0 * np.sqrt(0.25 / 400))
    assert run.measures["share_pushing_end"] == run.world.control_days["n_pushing"][0] / 400


def test_aggressive_selling_sells_more_now_and_leaves_more_resistance():
    # 001-17
    kind, rude = [controlled(control__share_pushing=share, control__share_moderate=0.0).measures
                  for share in (0.0, 1.0)]  # fmt: skip
    assert rude["points_per_hour"] > 1.2 * kind["points_per_hour"]
    assert rude["pushed_offer_share"] == 1.0 > kind["pushed_offer_share"] == 0.0
    assert rude["resistance_mean"] > 2.0 * kind["resistance_mean"]


def test_a_programme_makes_aggressive_selling_recede_in_its_teams_alone():
    # 001-17, 001-36
    run = controlled(**PROGRAMME, control__recede=0.3, control__share_pushing=1.0, control__share_moderate=0.0,
                     people__turnover_per_year=0.0)  # fmt: skip
    styles, trial = run.world.figures["style"], run.world.teams["trial"][run.world.salespeople["team"]]
    assert (styles[trial == 0] == 2).all()
    assert (styles[trial == 1] == 2).mean() < 0.2


def test_who_earns_less_and_has_lost_heart_goes_back_to_aggressive_selling():
    # 001-40
    fallen = {**PROGRAMME, "control__recede": 0.2, "control__share_pushing": 0.4, "control__programme_restraint": 0.5,
              "groups__telephone_banking__people": 500, "run__days": 100,
              "control__programme_minutes": 2.0}  # fmt: skip
    steady = controlled(**fallen).measures
    relapse = controlled(**fallen, control__relapse=1.0).measures
    assert steady["share_pushing_before"] > steady["share_pushing_lowest"] == steady["share_pushing_end"]
    assert relapse["share_pushing_end"] > steady["share_pushing_end"] + 0.03
    assert relapse["relapses_per_year"] > 0.0 == steady["relapses_per_year"]


@pytest.mark.parametrize(("share", "teams"), [(0.5, 10), (0.0, 0), (1.0, 20), (0.3, 6)])
def test_the_programme_takes_in_the_stated_share_of_the_teams(share, teams):
    # 001-36: one half. 100 people in teams of five are 20 teams.
    run = controlled(run__days=1, control__trial_share=share, groups__telephone_banking__people=1000,
                     people__salespeople_per_team=5)  # fmt: skip
    assert len(run.world.teams) == 20 and run.world.teams["trial"].sum() == teams


def test_teams_under_the_programme_earn_less_than_the_others_who_earn_as_before():
    # 001-36, 001-37
    run = controlled(**PROGRAMME, control__programme_minutes=1.0, control__programme_restraint=0.3,
                     control__recede=0.2, groups__telephone_banking__people=500,
                     streams__cards__calls_per_day=12_000.0, streams__current_accounts__calls_per_day=11_200.0,
                     streams__insurance__calls_per_day=6000.0).measures  # fmt: skip
    assert run["points_per_hour_trial"] < 0.8 * run["points_per_hour_control"]
    assert run["points_per_hour_control"] == pytest.approx(run["points_per_hour_before"], rel=0.1)


def test_a_programme_that_ends_is_over():
    # 001-36
    ended = controlled(control__programme_from=11, control__programme_to=21, control__programme_listening=0.2)
    listened = ended.world.control_days["n_listened"]
    assert listened[:10].sum() == 0 < listened[10:20].min() and listened[20:].sum() == 0


def test_the_universal_product_brings_points_back_and_ends_customised_offers():
    # 001-41, 001-42: the anti-thesis of a customised offer.
    without = controlled(**PROGRAMME, control__programme_restraint=0.4).measures
    run = controlled(**PROGRAMME, control__programme_restraint=0.4, control__universal_product=True,
                     control__universal_from=41).measures  # fmt: skip
    assert run["points_per_hour_during"] == pytest.approx(without["points_per_hour_during"], rel=0.1)
    assert run["points_per_hour_after"] > 1.1 * without["points_per_hour_during"]
    assert run["customised_offer_share_before_universal"] == 1.0
    assert run["customised_offer_share_with_universal"] < 0.5
    assert run["offers_per_call"] > 0.0


def test_managers_who_think_of_this_week_press_harder_and_leave_less_to_be_sold_later():
    # 001-54: every refused offer tires the customer, whose calls come some seventy times in the run.
    def press(weight: float) -> dict:
        return controlled(control__press="weigh", control__long_run_weight=weight, offers__attempt_share=0.3,
                          people__accounts=20_000, offers__refusal_resistance=0.05, offers__use_prompt="follow",
                          run__days=100).measures  # fmt: skip

    now, later = press(0.0), press(3.0)
    assert now["press_mean"] > later["press_mean"] + 0.2
    assert now["offers_per_call"] > 1.5 * later["offers_per_call"]
    assert now["resistance_mean"] > 1.5 * later["resistance_mean"]
    decline = [run["offer_acceptance_last_quarter"] / run["offer_acceptance_first_quarter"] for run in (now, later)]
    assert decline[0] < 0.9 * decline[1]


def test_teams_part_into_camps_where_people_take_on_the_style_of_those_who_earn_more():
    # 001-56, 001-17
    def camps(imitation: float) -> float:
        runs = [controlled(seed, control__imitation=imitation, control__share_pushing=0.3,
                           people__turnover_per_year=0.0, groups__telephone_banking__people=500,
                           run__days=100).measures
                for seed in (1, 2, 3)]  # fmt: skip
        return float(np.mean([run["style_segregation"] for run in runs]))

    assert camps(0.3) > camps(0.0) + 0.1


def test_two_camps_of_equal_size_are_as_polarised_as_can_be():
    # 001-56: a half at 0 and a half at 1 have a variance of a quarter.
    run = controlled(groups__telephone_banking__people=4000, run__days=10, people__turnover_per_year=0.0,
                     control__share_pushing=0.5, control__share_moderate=0.0)  # fmt: skip
    assert run.measures["style_polarisation"] == pytest.approx(1.0, abs=0.02)
    alike = controlled(run__days=10, control__share_pushing=0.0, control__share_moderate=1.0)
    assert alike.measures["style_polarisation"] == 0.0


def test_figures_alone_change_nothing():
    # Keeping figures without weights, listening, programme or rules that move anything is only a record.
    kept = controlled(run__days=20, control__quality_cv=0.0, control__shortfall_cost=0.0, control__statistics_cost=0.0,
                      control__share_moderate=1.0, control__share_pushing=0.0, control__script_cost=0.0)  # fmt: skip
    scenario = kept.scenario.changed({"control.figures_kept": False})
    unkept = simulate(scenario, 1)
    for name in ("sales_now", "handle_time_mean_s", "first_contact_resolution", "morale_mean", "offers_per_call"):
        assert kept.measures[name] == unkept.measures[name], name


def test_switching_the_style_of_one_half_leaves_the_luck_of_calls_as_it_was():
    # As many calls come, at the same moments, whatever people do with them.
    first, second = controlled(run__days=10), controlled(run__days=10, control__share_pushing=0.5)
    assert first.world.streams["n_calls"].tolist() == second.world.streams["n_calls"].tolist()


def test_control_needs_groups_of_people():
    assert len(simulate(load_scenario("mtel", {"control.figures_kept": True}), until_day=2).world.figures) == 0
