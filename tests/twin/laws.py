"""The laws of times and values in the second models' processes (5 to 7)."""

import math
from statistics import NormalDist


def exponential(u, mean):
    """The time with this mean that a uniform number u stands for."""
    return -math.log(u) * mean


def lognormal(u, mean, cv):
    """The same for a lognormal quantity with this mean and coefficient of variation."""
    variance = math.log(1.0 + cv * cv)
    return mean * math.exp(math.sqrt(variance) * NormalDist().inv_cdf(u) - 0.5 * variance)
