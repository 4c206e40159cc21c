"""The tipping point of chasing (evidence E), in short; `make proof` counts every cell of its table."""

from experiments.proof.chasing import LIMITS, default_hazard, limits, share_run_away


def test_the_closed_form_gives_the_limits_of_the_evidence():
    # 9.3, 3.9 and 0.7 chases per open desk request and day at loads of 0.72, 0.83 and 0.93, to a tenth
    assert [line.verdict for line in limits()] == ["agrees"] * 3


def test_at_the_default_hazard_no_unit_runs_away():
    # evidence E: 0 of 12 at h = 1 and ρ_0 = 0.83
    assert default_hazard(6, 400).verdict == "agrees"


def test_above_the_limit_every_unit_runs_away():
    # no steady state is left at 1.5 times the limit, and 5,000 requests are open after some 150 days
    assert share_run_away(0.827, 1.5 * LIMITS[0.827], 4, 300) == 1.0
