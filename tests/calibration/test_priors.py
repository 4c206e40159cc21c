"""Prior ranges lie where the records allow, and have one home each."""

import numpy as np
import pytest

from experiments.calibration.errors import CalibrationError
from experiments.calibration.plan import read
from experiments.calibration.priors import Prior, priors_of, ranges_of
from model import load_scenario


def test_priors_lie_within_the_bounds_of_the_records():
    records = {record.full_name: record for record in load_scenario("mtel").records()}
    priors = read().priors
    assert len(priors) > 40
    for prior in priors:
        assert records[prior.name].low <= prior.low < prior.high <= records[prior.name].high


def test_the_scenario_s_own_values_lie_in_their_ranges():
    outside = [prior.name for prior in read().priors if not prior.low <= prior.default <= prior.high]
    assert outside == []


def test_a_range_in_two_homes_is_refused():
    with pytest.raises(CalibrationError, match=r"demand\.work_cv.*ranges\.toml already"):
        ranges_of("mtel", {"demand.work_cv": [0.5, 1.0]})


def test_whole_numbers_share_the_range_equally():
    prior = Prior("managers.turn_patience", 1, 4, whole=True)
    assert prior.ends == (0.5, 4.5)
    assert [prior.shown(x) for x in (0.5, 1.49, 1.51, 3.6, 4.5)] == [1, 1, 2, 4, 4]
    scores = np.random.default_rng(1).standard_normal(20_000)
    assert np.bincount([prior.value(z) for z in scores])[1:] / 20_000 == pytest.approx([0.25] * 4, abs=0.015)
    # A fair die with the faces 1 to 4 has the variance (4² − 1) / 12.
    assert prior.sd == pytest.approx((15 / 12) ** 0.5)


def test_numbers_can_be_typed_again():
    assert Prior("demand.share_orders", 0.1, 0.4).shown(0.123456789) == 0.123457


def test_scores_are_places_in_the_range():
    prior = Prior("demand.share_orders", 0.1, 0.5)
    # Φ(0) = ½ and Φ(1.2816) = 0.9.
    assert [prior.value(z) for z in (-9.0, 0.0, 1.2815515655, 9.0)] == [0.1, 0.3, 0.46, 0.5]
    assert prior.value(prior.score(0.2345)) == 0.2345
    whole = Prior("managers.turn_patience", 1, 4, whole=True)
    assert [whole.value(whole.score(k, within)) for k in (1, 4) for within in (0.01, 0.99)] == [1, 1, 4, 4]


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ({"customers.p_redial": (0.3, 1.2)}, r"p_redial is 0\.3 … 1\.2; it must be a number between 0 and 1"),
        ({"customers.p_redail": (0.3, 0.9)}, r"no parameter 'customers\.p_redail'.*p_redial"),
        ({"salespeople.chase_limit": (0.5, 3)}, r"chase_limit is 0\.5 … 3; both ends must be whole"),
        ({"incentives.attribution": (0, 1)}, r"incentives\.attribution must be one of"),
    ],
)
def test_what_cannot_be_a_prior_is_refused_in_one_sentence(ranges, said):
    with pytest.raises(CalibrationError, match=said):
        priors_of(load_scenario("mtel"), ranges)
