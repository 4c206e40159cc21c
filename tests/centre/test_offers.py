"""Offers on top of calls: from encounters through profiles and prompts to customers' answers (001-09 to 001-54)."""

import math

import pytest

from model.engine.centre.offering.tastes import resistance_of
from model.simulation import simulate
from tests.helpers.crm import plain, total
from tests.helpers.runs import fingerprint, plainly, row

PRODUCTS = ("credit_card", "loan", "home_insurance", "savings_account")


def test_offers_are_taken_as_often_as_stated_where_tastes_do_not_count():
    # 001-47: 95 of 100 people picked for an offer do not respond; 0.05 · quality, which is 1 without hurry or figures.
    run = plain(offers__taste_weight=0.0, offers__acceptance_base=0.05)
    n = total(run, "n_offers")
    assert n > 50_000
    assert run.measures["offer_acceptance_share"] == pytest.approx(0.05, abs=4.0 * math.sqrt(0.05 * 0.95 / n))


def test_every_call_has_an_offer_where_every_prompt_is_followed():
    # 001-16: an attempt to cross-sell on all calls.
    run = plain()
    assert run.measures["offers_per_call"] == 1.0
    assert run.measures["prompt_followed_share"] == 1.0
    half = {f"streams__{name}__p_offer": 0.5 for name in ("cards", "current_accounts", "insurance")}
    assert plain(**half).measures["offers_per_call"] == pytest.approx(0.5, abs=0.01)


def test_prompts_name_what_is_wanted_most_where_the_file_has_no_error_and_tastes_do_not_change():
    exact = plain(offers__prompt_error=0.0, offers__taste_days=0.0)
    assert exact.measures["prompt_accuracy"] == 1.0
    assert exact.measures["taste_profile_distance"] == 0.0


def test_a_file_without_any_data_prompts_the_right_one_of_four_products_by_chance():
    # Tastes for the four products are alike, so one customer in four wants the one that is always prompted.
    blind = plain(offers__profile_missing=1.0, offers__taste_days=0.0)
    assert blind.measures["prompt_accuracy"] == pytest.approx(0.25, abs=0.02)


def test_the_larger_the_error_of_the_file_the_fewer_prompts_are_right_and_taken():
    # 001-12
    runs = [plain(offers__prompt_error=sigma).measures for sigma in (0.0, 0.5, 1.0, 3.0)]
    for name in ("prompt_accuracy", "offer_acceptance_share"):
        values = [run[name] for run in runs]
        assert values == sorted(values, reverse=True) and values[0] > 1.2 * values[-1]


def test_the_rarer_the_updates_the_fewer_prompts_are_right():
    # 001-13: Finserver's are monthly.
    values = [plain(offers__refresh_days=days, offers__taste_days=60.0).measures["prompt_accuracy"]
              for days in (1, 20, 60)]  # fmt: skip
    assert values == sorted(values, reverse=True) and values[0] > values[-1] + 0.05


def test_what_is_seen_in_encounters_makes_later_prompts_better():
    # 001-09: the first flow of data goes from the encounter to the screen.
    few = {"people__accounts": 10_000, "offers__prompt_error": 1.5, "offers__taste_days": 0.0}
    learning = plain(**few, offers__encounter_weight=1.0).measures
    assert learning["prompt_accuracy_last_quarter"] > learning["prompt_accuracy_first_quarter"] + 0.05
    deaf = plain(**few, offers__encounter_weight=0.0).measures
    assert deaf["prompt_accuracy_last_quarter"] == pytest.approx(deaf["prompt_accuracy_first_quarter"], abs=0.02)


def test_bought_in_data_are_blended_in_for_as_many_customers_as_stated_and_make_their_prompts_better():
    # 001-18: 3,000 customers, a tenth of which at a tenth of the size.
    run = plain(offers__enriched_customers=3000)
    assert run.world.profiles["enriched"].sum() == 300
    half = plain(offers__enriched_customers=200_000, offers__prompt_error=2.0, offers__enriched_error=0.1)
    assert half.measures["enriched_uplift"] > 1.15
    same = plain(offers__enriched_customers=200_000, offers__prompt_error=2.0, offers__enriched_error=1.0)
    assert same.measures["enriched_uplift"] == pytest.approx(1.0, abs=0.08)


def test_offers_ranked_by_profit_bring_more_a_sale_and_are_taken_less_often():
    # 001-21: five stars stand for the firm's profit, not for the customer's wish.
    fit, rank = plain().measures, plain(offers__prompt="profit_ranked").measures
    assert rank["offer_acceptance_share"] < fit["offer_acceptance_share"]
    assert rank["prompt_accuracy"] < fit["prompt_accuracy"]
    worth = [run["offer_profit_per_call"] / run["offer_acceptance_share"] for run in (rank, fit)]
    assert worth[0] > worth[1]


def test_stars_go_in_fifths_of_the_highest_profit():
    # 90 is the highest; 40 of it is 2.2 fifths, 50 is 2.8, 15 is 0.8, 10 is 0.6.
    assert plain().world.products["stars"].tolist() == [3, 5, 3, 1, 1]


def test_without_a_prompt_there_is_no_offer_unless_people_think_of_one():
    assert plain(offers__prompt="none").measures["offers_per_call"] == 0.0
    own = plain(offers__prompt="none", offers__use_prompt="override").measures
    assert own["offers_per_call"] > 0.9 and math.isnan(own["override_share"])


@pytest.mark.parametrize("rule", ["follow", "override", "skip", "push", "by_style"])
def test_every_prompt_is_followed_overridden_withheld_or_cut_off(rule):
    run = plain(offers__use_prompt=rule, offers__hang_up_share=0.1)
    ways = ("n_followed", "n_overridden", "n_withheld", "n_hung_up")
    assert total(run, "n_prompts") == sum(total(run, way) for way in ways) > 0
    assert total(run, "n_offers") == total(run, "n_followed") + total(run, "n_overridden")
    assert total(run, "n_offers") >= total(run, "n_accepted") + total(run, "n_bad")
    assert (total(run, "n_overridden") > 0) == (rule in ("override", "by_style"))
    assert (total(run, "n_withheld") > 0) == (rule in ("skip", "by_style"))


def test_discretion_pays_most_where_prompts_are_bad():
    # 001-35: who sees that a card was refused before does not offer another one.
    gain = {}
    for error in (0.0, 2.0):
        by_the_screen = plain(offers__prompt_error=error, offers__use_prompt="override", offers__discretion=0.0)
        by_the_talk = plain(offers__prompt_error=error, offers__use_prompt="override", offers__discretion=1.0)
        assert by_the_screen.measures["override_share"] == 0.0 < by_the_talk.measures["override_share"]
        gain[error] = (by_the_talk.measures["offer_acceptance_share"]
                       / by_the_screen.measures["offer_acceptance_share"])  # fmt: skip
    assert gain[2.0] > gain[0.0] + 0.1


def test_letting_customers_go_spares_them_bad_offers():
    # 001-48
    follow, skip = plain().measures, plain(offers__use_prompt="skip").measures
    assert skip["offer_withheld_share"] > 0.15 > 0.0 == follow["offer_withheld_share"]
    assert skip["bad_offer_share"] < follow["bad_offer_share"]


def test_customers_who_end_the_call_hear_no_offer():
    # 001-49
    assert plain(offers__hang_up_share=1.0).measures["offers_per_call"] == 0.0
    some = plain(offers__hang_up_share=0.2)
    assert some.measures["ended_before_offer_share"] == pytest.approx(0.2, abs=0.01)


def test_a_bad_offer_loses_the_primary_sale_as_often_as_stated():
    # 001-50: asked for a loan, offered home insurance, and neither was sold.
    none, all_lost = plain(offers__p_primary_lost=0.0), plain(offers__p_primary_lost=1.0)
    assert none.measures["primary_sale_lost_share"] == 0.0
    # What customers were about to buy is settled before the offer, so the bad offers are the same ones.
    assert total(none, "n_bad") == pytest.approx(total(all_lost, "n_bad"), rel=0.01)
    share = total(none, "n_bad") / total(none, "n_offers")
    assert all_lost.measures["primary_sale_lost_share"] == pytest.approx(share, abs=0.02)
    assert all_lost.measures["sales_now"] < none.measures["sales_now"]


def test_partial_data_make_absurd_prompts():
    # 001-51: a loan for a customer with £10,000 on deposit.
    whole, partial = plain(offers__prompt_error=0.0), plain(offers__prompt_error=0.0, offers__profile_missing=0.6)
    assert partial.measures["absurd_prompt_share"] > 3.0 * whole.measures["absurd_prompt_share"]
    assert partial.measures["absurd_prompt_share"] > 0.02


def test_bad_offers_build_up_resistance_that_lowers_acceptance_and_fades():
    # 001-52
    pushy = {"people__accounts": 10_000, "offers__use_prompt": "push", "offers__prompt_error": 3.0}
    calm = plain(**pushy).measures
    tired = plain(**pushy, offers__resistance_gain=1.0).measures
    assert calm["resistance_mean"] == 0.0 < tired["resistance_mean"]
    assert tired["offer_acceptance_last_quarter"] < 0.8 * calm["offer_acceptance_last_quarter"]
    brief = plain(**pushy, offers__resistance_gain=1.0, offers__resistance_days=5.0).measures
    assert brief["resistance_mean"] < 0.5 * tired["resistance_mean"]


def test_resistance_fades_by_a_factor_of_e_in_its_time():
    # 60 days after it was 2, with a time of 60 days, it is 2 / e.
    parameters = row(resistance_days=60.0, day_minutes=480.0)
    world = row(parameters=parameters, clock=row(now=100 * 480.0), profiles=[row(resistance=2.0, felt=40 * 480.0)])
    assert plainly(resistance_of)(world, 0) == pytest.approx(2.0 / math.e)


def test_calls_that_the_firm_makes_build_up_resistance_too():
    # 001-52: outbound calls
    few = {"people__accounts": 10_000, "offers__resistance_gain": 0.3}
    quiet, called = plain(**few), plain(**few, streams__cards__resistance_added=0.5)
    assert called.measures["resistance_mean"] > quiet.measures["resistance_mean"] + 0.5
    assert called.measures["offer_acceptance_share"] < quiet.measures["offer_acceptance_share"]


def test_resistance_makes_callers_end_the_call_first():
    # 001-49, 001-52
    few = {"people__accounts": 10_000, "offers__resistance_gain": 1.0}
    assert plain(**few, offers__hang_up_resistance=0.2).measures["ended_before_offer_share"] > 0.02


def test_repeated_offers_pull_tastes_to_the_profile():
    # 001-53: the copy has power over what it is a copy of.
    few = {"people__accounts": 5000, "offers__prompt_error": 1.5, "offers__taste_days": 0.0,
           "offers__refresh_days": 500}  # fmt: skip
    values = [plain(**few, offers__performativity=omega).measures["taste_profile_distance"]
              for omega in (0.0, 0.1, 0.5)]  # fmt: skip
    assert values == sorted(values, reverse=True) and values[-1] < 0.85 * values[0]


def test_a_bad_offer_costs_satisfaction():
    few = {"people__accounts": 10_000, "offers__prompt_error": 3.0}
    kind, rude = plain(**few, offers__annoyance=0.0), plain(**few, offers__annoyance=0.3)
    assert rude.world.customers["satisfaction"].mean() < kind.world.customers["satisfaction"].mean() - 0.02


def test_a_call_lasts_longer_by_what_its_offer_takes():
    # Everybody has the same pace and waits for ever, so both runs answer the same calls but for the last ones.
    brief = plain(offers__pitch_minutes=0.0, offers__sale_minutes=0.0).measures
    long = plain(offers__pitch_minutes=0.4, offers__sale_minutes=3.0).measures
    added = 60.0 * (0.4 * long["offers_per_call"] + 3.0 * long["offers_per_call"] * long["offer_acceptance_share"])
    assert long["handle_time_mean_s"] - brief["handle_time_mean_s"] == pytest.approx(added, rel=0.05)


def test_accepted_offers_are_sales():
    # 001-22
    run = plain(**{f"products__{name}__value": 100.0 for name in PRODUCTS})
    without = plain(offers__prompt="none", offers__pitch_minutes=0.0)
    day = total(run, "n_accepted") * 100.0 / 60.0
    lost = 1.0 - run.measures["primary_sale_lost_share"]
    assert run.measures["sales_now"] == pytest.approx(lost * without.measures["sales_now"] + day, rel=0.02)


def test_where_callers_queue_fewer_offers_are_made():
    # 001-05, 001-06: while more queries queue, a call is to be got off.
    busy = {"streams__cards__calls_per_day": 14_000.0, "streams__cards__patience": 20.0,
            "streams__current_accounts__patience": 20.0, "streams__insurance__patience": 20.0}  # fmt: skip
    calm, pressed = plain(**busy), plain(**busy, service__backlog_pressure=0.5)
    assert pressed.measures["offers_per_call"] < 0.97 * calm.measures["offers_per_call"]


def test_tastes_of_customers_do_not_depend_on_what_people_do_with_prompts():
    # With ten times the staff nobody waits, so both designs answer the same calls at the same moments.
    staff = {"groups__telephone_banking__people": 2500, "run__days": 20}
    first, second = plain(**staff), plain(**staff, offers__use_prompt="skip")
    assert first.measures["average_speed_of_answer_s"] == second.measures["average_speed_of_answer_s"] == 0.0
    assert fingerprint(first.world.tastes) == fingerprint(second.world.tastes)


def test_an_organisation_without_products_has_no_offers():
    run = simulate("mtel", until_day=5)
    assert all(len(getattr(run.world, name)) == 0 for name in ("products", "tastes", "profiles", "pitches"))
    assert math.isnan(run.measures["offers_per_call"]) and math.isnan(run.measures["points_per_hour"])
