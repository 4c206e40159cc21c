"""Intervals of means by a bootstrap that draws the same columns for every row, and is not too short for few of them."""

import numpy as np

RESAMPLES = 4000


def mean_intervals(
    values: np.ndarray, seed: int = 1, resamples: int = RESAMPLES, confidence: float = 0.95
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean of every row with its expanded percentile interval.

    Columns are drawn with replacement, the same ones for all rows, so that rows under common luck move together as
    they do in the runs. Plain percentiles of a mean over n are too short by about √((n − 1) / n) and by the ratio of
    the normal to the t quantile; the percentiles are therefore taken at Φ(∓ √(n / (n − 1)) t(0.975, n − 1)).

    Parameters
    ----------
    values : (rows, columns) float; nan where a row has no run, which is left out of that row alone.
    seed : of the bootstrap. The same seed gives the same bytes.

    Returns
    -------
    mean, low, high : (rows,) float each; low and high are nan for a row with fewer than two values.

    References
    ----------
    Hesterberg, T. C. (2015), What teachers should know about the bootstrap, The American Statistician 69, 371–386.
    """
    from scipy.special import ndtr, stdtrit

    rows, columns = values.shape
    known = ~np.isnan(values)
    filled = np.where(known, values, 0.0)
    n = known.sum(axis=1)
    mean = np.divide(filled.sum(axis=1), n, out=np.full(rows, np.nan), where=n > 0)
    low, high = np.full(rows, np.nan), np.full(rows, np.nan)
    if columns == 0:
        return mean, low, high
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(columns, np.full(columns, 1.0 / columns), size=resamples).astype(float)
    for row in np.flatnonzero(n > 1):
        weights = drawn @ known[row]
        means = (drawn @ filled[row])[weights > 0.0] / weights[weights > 0.0]
        reach = float(np.sqrt(n[row] / (n[row] - 1.0)) * stdtrit(n[row] - 1, (1.0 + confidence) / 2.0))
        low[row], high[row] = np.percentile(means, [100.0 * ndtr(-reach), 100.0 * ndtr(reach)])
    return mean, low, high
