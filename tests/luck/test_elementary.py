"""Exponential and logarithm: within two units in the last place of the truth, the same bits compiled and in Python."""

import math
import subprocess
import sys
from decimal import Context, Decimal

import numpy as np
import pytest

from model.compiled import interpreted
from model.elementary import LN2, LN2_LOW, LN10, LOGARITHMS, POWERS, exp, log, power
from tests.helpers.runs import compiled_values

EXACTLY = Context(prec=60)
LOG, EXP, POWER = interpreted(log), interpreted(exp), interpreted(power)
NUMBERS = np.random.default_rng(1)
POSITIVE = [
    *NUMBERS.random(2000), *np.exp(NUMBERS.uniform(-600.0, 600.0, 2000)), *(1.0 + NUMBERS.normal(0.0, 1e-9, 500)),
    0.5, math.sqrt(0.5), 1.0 - 2.0**-53, 1.0 + 2.0**-52, 2.0, 2.0**-53, sys.float_info.max, sys.float_info.min,
]  # fmt: skip
EXPONENTS = [*NUMBERS.normal(0.0, 1.0, 2000), *NUMBERS.uniform(-700.0, 700.0, 2000), 0.0, -0.0, 1e-300, 0.5 * LN2]


def units_off(found: float, true: Decimal) -> float:
    """By how many units in the last place a number differs from the truth."""
    return float(abs(EXACTLY.subtract(Decimal(float(found)), true)) / Decimal(math.ulp(float(true))))


def test_the_logarithm_is_within_two_units_in_the_last_place():
    assert max(units_off(LOG(float(x)), Decimal(float(x)).ln(EXACTLY)) for x in POSITIVE) < 2.0


def test_the_exponential_is_within_two_units_in_the_last_place():
    assert max(units_off(EXP(float(x)), Decimal(float(x)).exp(EXACTLY)) for x in EXPONENTS) < 2.0


def test_powers_are_as_near_as_an_exponent_of_that_size_allows():
    for base, exponent in zip(NUMBERS.random(500).tolist(), NUMBERS.uniform(0.0, 20.0, 500).tolist(), strict=True):
        assert POWER(base, exponent) == pytest.approx(base**exponent, rel=1e-13)


@pytest.mark.parametrize(("name", "numbers"), [("log", POSITIVE), ("exp", EXPONENTS)], ids=["log", "exp"])
def test_compiled_and_in_python_the_bits_are_the_same(name, numbers):
    in_python = {"log": LOG, "exp": EXP}[name]
    numbers = [*numbers, *([0.0, -1.0, math.inf] if name == "log" else [-math.inf, -800.0, 800.0, math.inf])]
    assert compiled_values("model.elementary", name, numbers) == [in_python(float(x)) for x in numbers]


def test_at_the_ends_nothing_is_undefined():
    assert LOG(0.0) == LOG(-1.0) == -math.inf and LOG(math.inf) == math.inf and LOG(1.0) == 0.0
    assert EXP(-math.inf) == EXP(-800.0) == 0.0 and EXP(math.inf) == EXP(800.0) == math.inf and EXP(0.0) == 1.0
    assert POWER(0.0, 0.0) == POWER(0.3, 0.0) == 1.0 and POWER(0.0, 2.0) == 0.0 and POWER(1.0, 7.5) == 1.0
    assert (math.log(2.0), math.log(10.0)) == (LN2, LN10)


def test_tables_do_not_depend_on_what_a_program_has_set_for_its_own_decimals():
    # In a program of its own, which asks for five digits before the model is loaded.
    code = (
        "import decimal, sys; decimal.getcontext().prec = 5; import model.elementary as own; "
        "sys.stdout.write(own.LOGARITHMS.tobytes().hex() + own.POWERS.tobytes().hex() + own.LN2_LOW.hex())"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found == LOGARITHMS.tobytes().hex() + POWERS.tobytes().hex() + LN2_LOW.hex()
