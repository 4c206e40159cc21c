"""Sobol' indices of a complete Saltelli block: whose variance it is.

The first-order index S_i is the share of the measure's variance that knowing parameter i alone would take away;
the total index T_i is the share that would be left if all others were known. T_i − S_i is what i does together with
others.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

RESAMPLES = 1000


def sobol_indices(
    names: Sequence[str], values: np.ndarray, second_order: bool, seed: int = 1, resamples: int = RESAMPLES
) -> list[dict[str, Any]]:
    """First-order and total indices with bootstrap intervals over the base points.

    Parameters
    ----------
    names : the d parameters, in the order of the design.
    values : (n (2d + 2),) float with `second_order`, else (n (d + 2),)
        The measure at each point of the block, replications averaged, in the design's order.
    second_order : whether the design has the points for indices of pairs (they are not reported, but change the order).
    seed : of the bootstrap, 1 or more.

    Returns
    -------
    A record a parameter: `name`, `first`, `first_low`, `first_high`, `total`, `total_low`, `total_high`. An index is
    an estimate and may lie below 0 or above 1. Low and high are 95 % percentiles. All are nan if the measure never
    varies.

    References
    ----------
    Saltelli, A. et al. (2010), Computer Physics Communications 181, 259–270 (estimators); SALib (Iwanaga, T., Usher,
    W. & Herman, J. 2022, Socio-Environmental Systems Modelling 4, 18155).
    """
    d = len(names)
    block = 2 * d + 2 if second_order else d + 2
    if len(values) == 0 or len(values) % block:
        raise ValueError(f"{len(values)} values are no whole number of blocks of {block} points.")
    if np.ptp(values) == 0.0:
        unknown = dict.fromkeys(("first", "first_low", "first_high", "total", "total_low", "total_high"), float("nan"))
        return [{"name": name} | unknown for name in names]
    from SALib.analyze import sobol

    problem = {"num_vars": d, "names": list(names), "bounds": [[0.0, 1.0]] * d}
    found = sobol.analyze(
        problem, np.asarray(values, float), calc_second_order=second_order, num_resamples=resamples,
        keep_resamples=True, seed=_checked(seed),
    )  # fmt: skip
    ends = {
        index: np.percentile(found[f"{key}_conf_all"], [2.5, 97.5], axis=0)
        for index, key in (("first", "S1"), ("total", "ST"))
    }
    return [
        {
            "name": name,
            "first": float(found["S1"][i]), "first_low": float(ends["first"][0, i]),
            "first_high": float(ends["first"][1, i]), "total": float(found["ST"][i]),
            "total_low": float(ends["total"][0, i]), "total_high": float(ends["total"][1, i]),
        }
        for i, name in enumerate(names)
    ]  # fmt: skip


def _checked(seed: int) -> int:
    """SALib takes the seed 0 for none, and would draw from the process's own generator."""
    if seed < 1:
        raise ValueError(f"The bootstrap's seed is {seed}; it must be 1 or more.")
    return seed
