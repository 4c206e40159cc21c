"""Numbers are shown with no more digits than their interval is worth."""

import pytest

from experiments.cli.digits import estimate, plain


def entry(mean, half):
    return {"mean": mean, "low": mean - half, "high": mean + half}


@pytest.mark.parametrize(
    ("mean", "half", "shown", "interval"),
    [
        (0.508145, 0.0048, "0.508", "0.503 … 0.513"),  # one digit of the half-width: thousandths
        (1.146450, 0.0128, "1.146", "1.134 … 1.159"),  # a leading 1 keeps two: thousandths again
        (11_072_345.0, 123_456.0, "11,070,000", "10,950,000 … 11,200,000"),
        (201_234.0, 43_000.0, "200,000", "160,000 … 240,000"),
        (0.0, 0.05, "0.00", "-0.05 … 0.05"),
    ],
)
def test_the_half_width_decides_the_last_digit(mean, half, shown, interval):
    assert estimate(entry(mean, half)) == (shown, interval)


def test_a_single_run_shows_three_digits_and_no_interval():
    assert estimate({"mean": 0.123456, "low": None, "high": None}) == ("0.123", "")


def test_a_measure_that_never_varied_has_no_interval():
    assert estimate({"mean": 2.5, "low": 2.5, "high": 2.5}) == ("2.5", "")


def test_what_is_not_known_is_a_dash():
    assert estimate({"mean": None, "low": None, "high": None}) == ("–", "")


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0, "0"), (40.0, "40"), (1234.567, "1,235"), (0.00123456, "0.00123"), (-2.0, "-2")]
)
def test_a_plain_number_keeps_three_digits_or_all_before_the_point(value, shown):
    assert plain(value) == shown
