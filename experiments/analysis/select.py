"""Choose among the points of a stored sweep: by the name of what it varies, and by a value of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from experiments.analysis.stored import ALTERNATIVE, StoredRuns, comparable, plain
from experiments.sweep.errors import SweepError
from model.scenario import nearest, parse_value

if TYPE_CHECKING:
    import pandas as pd


def varied_name(stored: StoredRuns, option: str, given: str | None, taken: Sequence[str] = ()) -> str:
    """The full name of what an option chooses; if it is left out, the only one that is varied and not taken.

    Raises
    ------
    SweepError : if it is not varied in the sweep, or left out where there is a choice.
    """
    free = [name for name in stored.varied if name not in taken]
    listed = ", ".join(free) or "nothing"
    if given is None:
        if len(free) == 1:
            return free[0]
        raise SweepError(f"{option} is not given; the sweep varies {listed}.")
    if given not in free:
        why = "is taken already" if given in taken else "is not varied in the sweep"
        raise SweepError(f"{option} is {given!r}{nearest(given, free)}, which {why}; choose from {listed}.")
    return given


def value_of(stored: StoredRuns, option: str, name: str, text: str) -> Any:
    """The value of a varied parameter that a text means; it must be one that the sweep has."""
    values = sorted(stored.runs[name].unique(), key=lambda value: (str(type(value)), value))
    wanted = text if name == ALTERNATIVE else comparable(parse_value(stored.sweep.base, name, text))
    if wanted not in values:
        shown = ", ".join(plain(value) for value in values[:12]) + (" …" if len(values) > 12 else "")
        raise SweepError(f"{option} is {text!r}, and the sweep has no runs with it; {name} takes {shown}.")
    return wanted


def changes_of(stored: StoredRuns, option: str, settings: Sequence[str] | None) -> dict[str, Any]:
    """From `name=value` texts to values of what the sweep varies."""
    chosen = {}
    for setting in settings or []:
        name, sign, text = (part.strip() for part in setting.partition("="))
        if not sign or not name:
            example = f"{stored.varied[0]}={plain(stored.runs[stored.varied[0]].iloc[0])}" if stored.varied else "a=b"
            raise SweepError(f"{option} is {setting!r}; write name=value, for example {option} {example}.")
        chosen[name] = value_of(stored, option, varied_name(stored, option, name), text)
    return chosen


def selected(runs: "pd.DataFrame", chosen: Mapping[str, Any]) -> "pd.DataFrame":
    """The runs that have all the chosen values."""
    for name, value in chosen.items():
        runs = runs[runs[name] == value]
    return runs
