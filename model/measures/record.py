"""What a measure is: a record of name, unit, definition and source row, and the function that takes it."""

from collections.abc import Callable
from dataclasses import dataclass

MEASURES: dict[str, "Measure"] = {}
"""Every measure by name, in the order in which the files of this folder declare them."""


@dataclass(frozen=True)
class Measure:
    """A measure of a finished run.

    Attributes: `name`, `unit`, `definition` (one sentence with its denominator), `row` (evidence row or
    reference), `theme` (the file that declares it), `function` from a `View` to a number (nan: does not apply).
    """

    name: str
    unit: str
    definition: str
    row: str
    theme: str
    function: Callable


def measure(unit: str, row: str) -> Callable[[Callable], Callable]:
    """Declare a measure: the function's name is its name, the docstring its definition."""

    def declare(function: Callable) -> Callable:
        definition = " ".join(function.__doc__.split())
        theme = function.__module__.rsplit(".", 1)[-1]
        MEASURES[function.__name__] = Measure(function.__name__, unit, definition, row, theme, function)
        return function

    return declare
