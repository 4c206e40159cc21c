"""What is kept in figures/ says the same everywhere, and other experiments can read it."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from experiments.calibration import posterior
from experiments.calibration.plan import read
from experiments.calibration.report import rounded

FIGURES = Path(__file__).parents[2] / "figures"


def rows_of(name: str) -> list[dict[str, str]]:
    with (FIGURES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def facts():
    return json.loads((FIGURES / "calibration.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def kept():
    rows = rows_of("calibration_posterior.csv")
    names = [name for name in rows[0] if name != "weight"]
    priors = {prior.name: prior for prior in read().priors}
    values = np.array([[float(row[name]) for name in names] for row in rows])
    weights = np.array([float(row["weight"]) for row in rows])
    return posterior.Posterior(tuple(priors[name] for name in names), values, weights / weights.sum())


def test_the_table_is_that_of_the_particles(kept):
    table = {row["parameter"]: row for row in posterior.table(kept)}
    written = rows_of("calibration.csv")
    assert [row["parameter"] for row in written] == list(table)
    for row in written:
        # Weights are kept to six digits, so what is reckoned from them agrees to five.
        for name in ("median", "low_50", "high_50", "low_90", "high_90", "contraction"):
            assert float(row[name]) == pytest.approx(table[row["parameter"]][name], rel=1e-4, abs=1e-4)
        assert row["identified"] == table[row["parameter"]]["identified"]


def test_particles_lie_within_their_priors(kept):
    assert len(kept.values) == read().sequence.particles
    for prior, column in zip(kept.priors, kept.values.T, strict=True):
        assert prior.low <= column.min() <= column.max() <= prior.high


def test_the_page_shows_the_table(kept):
    page = (FIGURES / "calibration.md").read_text(encoding="utf-8")
    for row in rows_of("calibration.csv"):
        assert f"| `{row['parameter']}` | {row['grade']} |" in page
        assert f" {float(row['contraction']):.2f} | {row['identified']} |" in page
    for row in rows_of("calibration_patterns.csv"):
        assert f"| `{row['measure']}` | {row['row']} | {row['role']} | {row['published']} |" in page


def test_years_are_counted_and_the_last_generation_met_every_fitted_figure(facts):
    assert facts["years_in_all"] == sum(facts["years"].values())
    assert facts["years"]["sequence"] == sum(generation["years"] for generation in facts["generations"][1:])
    assert facts["generations"][0]["years"] == facts["years"]["pilot"]
    assert facts["generations"][-1]["epsilon"] == 1.0
    assert facts["generations"][-1]["particles"] == facts["particles"]


def test_what_was_fitted_and_held_out_is_what_the_plan_says():
    plan = read()
    roles = {row["measure"]: row["role"] for row in rows_of("calibration_patterns.csv")}
    assert roles == {p.measure: "fitted" for p in plan.fitted} | {p.measure: "held out" for p in plan.held_out}


def test_claims_can_draw_from_the_particles(kept):
    from experiments.claims.draws import read_posterior
    from model import load_scenario

    draws, weights = read_posterior(FIGURES / "calibration_posterior.csv", load_scenario("mtel"))
    assert len(draws) == len(weights) == len(kept.weights)
    assert list(draws[0]) == kept.names
    assert all(load_scenario("mtel", draw) for draw in draws[:10])


def test_the_default_lies_within_the_posterior(kept):
    for prior, column in zip(kept.priors, kept.values.T, strict=True):
        low, high = posterior.quantiles(column, kept.weights, (0.05, 0.95))
        assert low <= prior.default <= high, prior.name


def test_json_has_six_digits(facts):
    assert facts == rounded(facts)
