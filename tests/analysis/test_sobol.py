"""Sobol' indices of functions whose indices are known exactly."""

import numpy as np
import pytest
from SALib.sample import sobol as saltelli

from experiments.analysis.sobol import sobol_indices


def design(d: int, n: int, low: float = 0.0, high: float = 1.0, second_order: bool = False) -> np.ndarray:
    problem = {"num_vars": d, "names": [f"x{i}" for i in range(d)], "bounds": [[low, high]] * d}
    return saltelli.sample(problem, n, calc_second_order=second_order, seed=7)


def indices(values: np.ndarray, d: int, second_order: bool = False, **more) -> tuple[np.ndarray, np.ndarray]:
    found = sobol_indices([f"x{i}" for i in range(d)], values, second_order, **more)
    return tuple(np.array([record[key] for record in found]) for key in ("first", "total"))


def ishigami(x: np.ndarray, a: float = 7.0, b: float = 0.1) -> np.ndarray:
    return np.sin(x[:, 0]) + a * np.sin(x[:, 1]) ** 2 + b * x[:, 2] ** 4 * np.sin(x[:, 0])


@pytest.mark.parametrize("second_order", [False, True])
def test_the_indices_of_ishigamis_function_are_exact(second_order):
    # Ishigami & Homma (1990): V1 = (1 + b π⁴ / 5)² / 2, V2 = a² / 8, V13 = b² π⁸ (1 / 18 − 1 / 50)
    a, b = 7.0, 0.1
    v1, v2, v13 = (1.0 + b * np.pi**4 / 5.0) ** 2 / 2.0, a**2 / 8.0, b**2 * np.pi**8 * (1.0 / 18.0 - 1.0 / 50.0)
    total = v1 + v2 + v13
    first, whole = indices(ishigami(design(3, 8192, -np.pi, np.pi, second_order)), 3, second_order)
    assert first == pytest.approx([v1 / total, v2 / total, 0.0], abs=0.01)
    assert whole == pytest.approx([(v1 + v13) / total, v2 / total, v13 / total], abs=0.01)


def test_the_indices_of_the_g_function_are_exact():
    # Saltelli & Sobol' (1995): V_i = (1 / 3) / (1 + a_i)², V = Π (1 + V_i) − 1, T_i = V_i Π_{j ≠ i} (1 + V_j) / V
    a = np.array([0.0, 1.0, 4.5, 9.0])
    x = design(4, 8192)
    values = np.prod((np.abs(4.0 * x - 2.0) + a) / (1.0 + a), axis=1)
    v = 1.0 / 3.0 / (1.0 + a) ** 2
    variance = np.prod(1.0 + v) - 1.0
    first, whole = indices(values, 4)
    assert first == pytest.approx(v / variance, abs=0.01)
    assert whole == pytest.approx(v * np.prod(1.0 + v) / (1.0 + v) / variance, abs=0.01)


def test_the_indices_of_a_sum_are_the_shares_of_the_squared_weights():
    # y = x0 + 2 x1 + 3 x2: 1 : 4 : 9, first and total alike
    first, whole = indices(design(3, 4096) @ np.array([1.0, 2.0, 3.0]), 3)
    assert first == pytest.approx(np.array([1.0, 4.0, 9.0]) / 14.0, abs=0.01)
    assert whole == pytest.approx(first, abs=0.01)


def test_nearly_all_intervals_hold_the_exact_index_and_narrow_with_more_points():
    weights = np.array([1.0, 2.0, 3.0])
    exact, widths = weights**2 / 14.0, []
    for n in (128, 2048):
        found = sobol_indices(["a", "b", "c"], design(3, n) @ weights, False)
        held = [entry["total_low"] <= share <= entry["total_high"] for entry, share in zip(found, exact, strict=True)]
        assert all(held)
        widths.append(found[2]["total_high"] - found[2]["total_low"])
    # a sixteenth of the points: four times as wide, within what a bootstrap tells
    assert 2.5 < widths[0] / widths[1] < 6.0


def test_the_bootstrap_repeats_with_its_seed():
    values = ishigami(design(3, 64, -np.pi, np.pi))
    names = ["a", "b", "c"]
    once, again = (sobol_indices(names, values, False, seed=5) for _ in range(2))
    assert once == again != sobol_indices(names, values, False, seed=6)
    with pytest.raises(ValueError, match="seed is 0"):
        sobol_indices(names, values, False, seed=0)


def test_a_measure_that_never_varies_has_no_indices():
    assert np.isnan(sobol_indices(["a", "b"], np.ones(4 * 8), False)[0]["first"])


def test_a_block_with_a_point_too_few_is_refused():
    with pytest.raises(ValueError, match="39 values"):
        sobol_indices(["a", "b", "c"], np.ones(39), False)
