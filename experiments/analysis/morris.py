"""Morris screening of complete trajectories: which parameters matter at all, and which bend or interact.

An elementary effect is the change of the measure when one parameter moves and the others stay, per full range of
the parameter. μ* is the mean of its absolute values over trajectories, σ their spread: near 0 where the parameter
acts alike everywhere, large where its effect depends on its own value or on the others'.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

RESAMPLES = 1000


def elementary_effects(points: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Change of the measure per full range of a parameter, by trajectory and parameter.

    Parameters
    ----------
    points : (r (d + 1), d) float, trajectory by trajectory, each parameter scaled to 0 … 1 over its range.
    values : (r (d + 1),) float, the measure at each point, replications averaged.

    Returns
    -------
    (r, d) float. The step is the one that the points took, so that a whole number that was rounded counts as it ran;
    nan where rounding left nothing of a step.

    Raises
    ------
    ValueError : if the points are not trajectories that move one parameter at a time, each once.
    """
    d = points.shape[1]
    if len(points) != len(values) or len(points) == 0 or len(points) % (d + 1):
        raise ValueError(f"{len(points)} points are no whole number of trajectories of {d + 1} points.")
    steps = np.diff(points.reshape(-1, d + 1, d), axis=1)
    changes = np.diff(np.asarray(values, float).reshape(-1, d + 1), axis=1)
    moved = steps != 0.0
    if (moved.sum(axis=2) > 1).any() or (moved.sum(axis=1) > 1).any():
        raise ValueError("A trajectory moves two parameters at once, or one of them twice.")
    effects = np.full((len(steps), d), np.nan)
    trajectory, step, parameter = np.nonzero(moved)
    effects[trajectory, parameter] = changes[trajectory, step] / steps[trajectory, step, parameter]
    return effects


def morris_measures(
    names: Sequence[str], points: np.ndarray, values: np.ndarray, seed: int = 1, resamples: int = RESAMPLES
) -> list[dict[str, Any]]:
    """μ*, μ and σ of every parameter with 95 % bootstrap intervals over trajectories.

    Parameters
    ----------
    names : the d parameters; `points`, `values` : as for `elementary_effects`.
    seed : of the bootstrap.

    Returns
    -------
    A record a parameter: `name`, `mu_star`, `mu_star_low`, `mu_star_high`, `sigma`, `sigma_low`, `sigma_high`, `mu`,
    `trajectories` (those in which the parameter moved). Units: that of the measure, per full range. `sigma` is nan
    with a single trajectory.

    References
    ----------
    Morris, M. D. (1991), Technometrics 33, 161–174; Campolongo, F., Cariboni, J. & Saltelli, A. (2007), Environmental
    Modelling & Software 22, 1509–1518 (μ*).
    """
    effects = elementary_effects(points, values)
    rng = np.random.default_rng(seed)
    records = []
    for name, effect in zip(names, effects.T, strict=True):
        known = effect[~np.isnan(effect)]
        record = {"name": name} | _statistics(known) | {"trajectories": len(known)}
        again = known[rng.integers(len(known), size=(resamples, len(known)))] if len(known) > 1 else None
        for key, take in (("mu_star", lambda x: np.abs(x).mean(axis=1)), ("sigma", lambda x: x.std(axis=1, ddof=1))):
            ends = np.percentile(take(again), [2.5, 97.5]) if again is not None else (np.nan, np.nan)
            record |= {f"{key}_low": float(ends[0]), f"{key}_high": float(ends[1])}
        records.append(record)
    return records


def _statistics(effects: np.ndarray) -> dict[str, float]:
    if len(effects) == 0:
        return dict.fromkeys(("mu_star", "mu", "sigma"), float("nan"))
    spread = float(effects.std(ddof=1)) if len(effects) > 1 else float("nan")
    return {"mu_star": float(np.abs(effects).mean()), "mu": float(effects.mean()), "sigma": spread}
