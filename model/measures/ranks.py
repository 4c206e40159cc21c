"""Correlation of ranks, in sums and products that are the same on every processor."""

import math

import numpy as np

from model.measures.view import NAN


def rank(values: np.ndarray) -> np.ndarray:
    """Ranks with ties averaged."""
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(count) - (count - 1) / 2.0)[place]


def rank_correlation(first: np.ndarray, second: np.ndarray) -> float:
    """Spearman's correlation of two columns; nan for fewer than three pairs, or where one of them does not vary."""
    if len(first) < 3 or np.ptp(first) == 0.0 or np.ptp(second) == 0.0:
        return NAN
    a, b = rank(first), rank(second)
    a, b = a - a.mean(), b - b.mean()
    return float((a * b).sum() / math.sqrt((a * a).sum() * (b * b).sum()))
