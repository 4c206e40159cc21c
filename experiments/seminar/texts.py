"""Numbers given as text, and numbers made short for the screen."""

import math
from typing import Any

from experiments.seminar.limits import Refusal


def whole_number(name: str, text: str) -> int:
    """A whole number of at least 0, or a sentence."""
    if not text.isascii() or not text.isdigit() or len(text) > 19:
        raise Refusal(f"{name} is {text[:40]!r}; it must be a whole number, 0 or more.")
    return int(text)


def cut(sentence: str, longest: int = 500) -> str:
    """A sentence without the middle of a value that was given at length."""
    if len(sentence) <= longest:
        return sentence
    return f"{sentence[: longest // 2]} … {sentence[-longest // 2 :]}"


def short(value: Any, digits: int = 4) -> float | int | None:
    """A number with so many significant digits, whole if it can be; None for what is not finite."""
    number = float(value)
    if not math.isfinite(number):
        return None
    rounded = float(f"{number:.{digits}g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 2**53 else rounded


def finite(value: Any) -> float | None:
    """A number to its last digit; None for what is not finite, for JSON has no word for it."""
    number = float(value)
    return number if math.isfinite(number) else None
