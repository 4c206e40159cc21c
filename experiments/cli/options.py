"""Arguments and options that several commands share, and how their text becomes a scenario."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.errors import InputError, say
from experiments.cli.own_rules import refuse_files

if TYPE_CHECKING:
    from model.scenario import Scenario

MOST = 2**63 - 1


def whole(option: str, low: int, high: int = MOST) -> Callable[[str], int]:
    """A parser of whole numbers from `low` to `high` whose refusals are sentences."""

    def parse(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise InputError(f"{option} is {text!r}; it must be a whole number, {low} or more.") from None
        if not low <= number <= high:
            allowed = f"{low} or more" if number < low else f"{high} or less"
            raise InputError(f"{option} is {number}; it must be a whole number, {allowed}.")
        return number

    return parse


def number(option: str) -> Callable[[str], float]:
    """A parser of finite numbers whose refusals are sentences."""

    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise InputError(f"{option} is {str(text)!r}; it must be a number.")
        return value

    return parse


ScenarioName = Annotated[
    str, typer.Argument(metavar="SCENARIO", help="Name of a scenario, or the path of a .toml file.")
]
Seed = Annotated[
    int, typer.Option("--seed", parser=whole("--seed", 0), metavar="S", help="Seed of the luck.")
]
Days = Annotated[
    int | None,
    typer.Option("--days", parser=whole("--days", 1), metavar="D", help="Days to run, not the scenario's."),
]
Changes = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="NAME=VALUE",
        help="Change a parameter; of two the last counts. "
        "`run`, `compare` and `counterfactual` take FILE.py:FUNCTION for a rule.",
    ),
]  # fmt: skip
With = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="BUNDLE", help="Lay a bundle of values over the scenario; may be repeated."),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", parser=whole("--workers", 1, 1024), metavar="W",
        help="Runs side by side; one a core if not given. Changes no result.",
    ),
]  # fmt: skip
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on standard output, and nothing else.")]


def chosen(
    which: str, settings: list[str] | None, days: int | None = None, bundles: list[str] | None = None
) -> tuple["Scenario", dict[str, Any]]:
    """The scenario with its bundles and as changed on the command line, and the changes by full name."""
    from experiments.horizon import days_name
    from model.scenario import load_scenario, parse_value

    scenario = load_scenario(which, bundles=bundles or ())
    changes: dict[str, Any] = {}
    for setting in settings or []:
        name, sign, text = (part.strip() for part in setting.partition("="))
        if not sign or not name:
            raise InputError(f"--set is {setting!r}; write name=value, for example --set people.accounts=50.")
        refuse_files("--set", setting)
        _add(scenario, changes, name, parse_value(scenario, name, text))
    if days is not None:
        _add(scenario, changes, days_name(scenario), days)
    return scenario.changed(changes), changes


def _add(scenario: "Scenario", changes: dict[str, Any], name: str, value: Any) -> None:
    if name in changes and changes[name] != value:
        scenario.changed({name: changes[name]})  # what does not count must be possible all the same
        say(f"{name} is given twice; the last value, {value}, counts.")
    changes[name] = value


def named_path(option: str) -> Callable[[str], Path]:
    """A parser of paths that refuses an empty one, which an unset variable of a shell leaves."""

    def parse(text: str) -> Path:
        if not str(text).strip():
            raise InputError(f"{option} is empty; give the name of what is to be written.")
        return Path(text)

    return parse
