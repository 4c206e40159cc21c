"""The tipping point of chasing (evidence E), in short; `make proof` counts every cell of its table."""

from experiments.proof.chasing import LIMITS, RAN_AWAY, beside_evidence, hazard_of_one, limits, run_away


def test_the_closed_form_gives_the_limits_of_the_evidence():
    # 9.3, 3.9 and 0.7 chases per open desk request and day at loads of 0.72, 0.83 and 0.93, to a tenth
    assert [line.verdict for line in limits()] == ["agrees"] * 3


def test_at_one_chase_a_day_no_unit_runs_away():
    # evidence E: 0 of 12 at h = 1 and ρ_0 = 0.83
    assert hazard_of_one(6, 400).verdict == "agrees"


def test_above_the_limit_every_unit_runs_away():
    # no steady state is left at 1.5 times the limit, and 5,000 requests are open after some 150 days
    assert run_away(0.827, 1.5 * LIMITS[0.827], 4, 300) == 4


def test_at_half_the_limit_some_units_run_away_and_some_do_not_as_in_the_evidence():
    # evidence E: 5 of 12 at ρ_0 = 0.72 and h = 0.5 · 9.3; chance carries a unit over before the mean does
    gone = run_away(0.72, 0.5 * LIMITS[0.72], 12, 400)
    assert 0 < gone < 12
    assert beside_evidence(0.72, 0.5, gone, 12).verdict == "agrees"


def test_counts_that_twelve_runs_tell_apart_do_not_agree():
    # Fisher: 2 of 12 beside 24 of 24 has p = 3 · 10⁻⁷ and 2 of 12 beside 11 of 24 p = 0.14
    assert RAN_AWAY[0.93, 0.8] == 2
    assert beside_evidence(0.93, 0.8, 24, 24).verdict == "differs"
    assert beside_evidence(0.93, 0.8, 11, 24).verdict == "agrees"
