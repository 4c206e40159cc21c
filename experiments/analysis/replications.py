"""The replication planner: what planned runs can tell, and how many runs a question needs, with and without pairing."""

from dataclasses import dataclass
from typing import Any

from experiments.analysis.luck import SharedLuck
from experiments.analysis.power import (
    check_test,
    detectable_difference,
    runs_by_secchi_and_seri,
    runs_for_f_test,
    runs_for_t_test,
)
from experiments.analysis.precision import (
    half_width,
    half_width_unpaired,
    runs_for_half_width,
    runs_for_half_width_unpaired,
)

SECCHI_SERI = (0.01, 0.95)
"""α and power for which the published formula was fitted; they ask that models be run with these."""


@dataclass(frozen=True)
class Question:
    """What is asked of a sweep.

    Attributes
    ----------
    alpha, power : of the tests.
    effect : Cohen's f between all points of the design.
    difference : between two points, in the unit of the measure; None if not asked.
    half_width : of a 95 % interval, in the unit of the measure; None if not asked.
    """

    alpha: float = SECCHI_SERI[0]
    power: float = SECCHI_SERI[1]
    effect: float = 0.1
    difference: float | None = None
    half_width: float | None = None


def runs_needed(cells: int, luck: SharedLuck, asked: Question) -> list[dict[str, Any]]:
    """Runs of each point that every question needs.

    Parameters
    ----------
    cells : points of the design, 1 or more.
    luck : of the measure, from a pilot or from stored runs.

    Returns
    -------
    Records of `question` (a sentence's beginning), `own` (runs of each point with luck of its own), `common` (with
    common luck; None where pairing does not help), `formula` (by Secchi & Seri, where it applies, else None).
    """
    check_test(asked.alpha, asked.power)
    rho = luck.correlation if luck.correlation == luck.correlation else None
    told = []
    if cells > 1:
        by_formula = (asked.alpha, asked.power) == SECCHI_SERI
        told.append({
            "question": f"find that {cells} points differ (F test, f = {asked.effect:g})",
            "own": runs_for_f_test(cells, asked.effect, asked.alpha, asked.power),
            "common": None if rho is None else runs_for_f_test(cells, asked.effect, asked.alpha, asked.power, rho),
            "formula": runs_by_secchi_and_seri(cells, asked.effect) if by_formula else None,
        })  # fmt: skip
    if asked.difference is not None:
        own, common = (
            runs_for_t_test(asked.difference, sd, asked.alpha, asked.power, paired)
            for sd, paired in ((luck.sd, False), (luck.sd_of_difference, True))
        )
        told.append({
            "question": f"find that two points differ by {asked.difference:g} (t test)", "own": own,
            "common": common if rho is not None else None, "formula": None,
        })  # fmt: skip
    if asked.half_width is not None:
        told.append({
            "question": f"know the mean of a point to ± {asked.half_width:g}",
            "own": runs_for_half_width(asked.half_width, luck.sd), "common": None, "formula": None,
        })  # fmt: skip
        common = runs_for_half_width(asked.half_width, luck.sd_of_difference) if rho is not None else None
        told.append({
            "question": f"know the difference of two points to ± {asked.half_width:g}",
            "own": runs_for_half_width_unpaired(asked.half_width, luck.sd), "common": common, "formula": None,
        })  # fmt: skip
    return told


def runs_tell(replications: int, luck: SharedLuck, asked: Question, common: bool) -> dict[str, float | None]:
    """What so many replications tell of the measure; all in its unit, None with a single one.

    Returns
    -------
    `mean` and `difference` (half-widths of 95 % intervals of a point's mean, and of the difference of two points), and
    `detectable` (the smallest difference of two points found with the power). `common` says whether points share luck.
    """
    if replications < 2:
        return dict.fromkeys(("mean", "difference", "detectable"))
    sd = luck.sd_of_difference if common else luck.sd
    width = half_width if common else half_width_unpaired
    return {
        "mean": half_width(replications, luck.sd),
        "difference": width(replications, sd),
        "detectable": detectable_difference(replications, sd, asked.alpha, asked.power, paired=common),
    }
