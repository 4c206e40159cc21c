"""Numbers with no more digits than they are worth."""

import math
from collections.abc import Mapping
from typing import Any

MISSING = "–"


def estimate(entry: Mapping[str, Any]) -> tuple[str, str]:
    """A mean and its 95 % interval as text, both to the decimal that the interval's half-width still tells.

    The half-width keeps one digit, or two if the first is 1 or 2; without an interval three digits are shown.
    """
    mean, low, high = entry["mean"], entry["low"], entry["high"]
    if mean is None:
        return MISSING, ""
    if low is None or high <= low:
        return plain(mean), ""
    decimals = _decimals((high - low) / 2.0)
    return fixed(mean, decimals), f"{fixed(low, decimals)} … {fixed(high, decimals)}"


def plain(value: float) -> str:
    """A number of unknown precision: three digits, or all digits before the point."""
    if value == 0.0 or not math.isfinite(value):
        return f"{value:g}"
    return fixed(value, max(0, 2 - math.floor(math.log10(abs(value)))), strip=True)


def fixed(value: float, decimals: int, strip: bool = False) -> str:
    """A number rounded to so many decimals (negative: to tens, hundreds, …), with thousands apart."""
    text = f"{round(value, decimals) + 0.0:,.{max(0, decimals)}f}"
    return text.rstrip("0").rstrip(".") if strip and "." in text else text


def _decimals(half_width: float) -> int:
    place = math.floor(math.log10(half_width))
    two = half_width / 10.0**place < 3.0
    return min(6, (1 if two else 0) - place)
