"""A setting that somebody asks for: scenario, changes and seed, checked by the same records as on the command line."""

import hashlib
import json
import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from experiments.seminar.limits import MOST_CHANGES, Refusal, check_size
from experiments.seminar.texts import cut, whole_number
from model.scenario import Scenario, ScenarioError, load_scenario, nearest, parse_value, scenario_names
from model.simulation import check_seed


@dataclass(frozen=True)
class Setting:
    """A scenario with bundles and changes, and a seed: all that a run depends on.

    Attributes
    ----------
    name : name of a scenario that comes with the model.
    changes : from a parameter's full name to a value of its own type.
    seed : whole number from 0 to 2⁶³ − 1.
    scenario : the scenario with the bundles laid over it and the changes made.
    bundles : names of bundles of values, as after `--with`.
    """

    name: str
    changes: dict[str, Any]
    seed: int
    scenario: Scenario
    bundles: tuple[str, ...] = ()

    @cached_property
    def key(self) -> str:
        """Name of the run: equal for equal parameters and seeds under the same version of the model."""
        from model.compiled import model_version

        told = [self.name, sorted(self.scenario.values().items()), self.seed, model_version()]
        return hashlib.sha256(json.dumps(told, default=str).encode()).hexdigest()[:16]

    def command(self, what: str = "run", *more: str) -> str:
        """The `desksales` line that gives the same numbers."""
        parts = ["desksales", what, self.name, "--seed", str(self.seed), *more]
        return shlex.join(parts + laid(self.bundles) + options(self.changes))


def laid(bundles: Iterable[str], option: str = "--with") -> list[str]:
    """Bundles as on the command line."""
    return [part for bundle in bundles for part in (option, bundle)]


def options(changes: Mapping[str, Any], option: str = "--set") -> list[str]:
    """Changes as on the command line."""
    from experiments.sweep.reproduce import written

    return [part for name, value in changes.items() for part in (option, f"{name}={written(value)}")]


def setting_of(name: str, changes: Mapping[str, Any], seed: Any, bundles: Sequence[str] = ()) -> Setting:
    """The setting that was asked for, or a sentence on why it cannot be.

    Parameters
    ----------
    name : of a scenario that comes with the model; no path.
    changes : values of the parameters' own types, or text as after `--set name=`.
    seed : whole number.
    bundles : names of bundles that are laid over the scenario before the changes.

    Raises
    ------
    Refusal : for what is unknown, out of bounds or too large for the browser.
    """
    if name not in scenario_names():
        raise Refusal(
            f"There is no scenario {name[:60]!r}{nearest(name[:60], scenario_names())}; it must be one of "
            f"{', '.join(scenario_names())}.",
            404,
        )
    try:
        check_seed(seed)
        checked, scenario = _checked(name, tuple(bundles), json.dumps(changes))
    except ScenarioError as error:
        raise Refusal(cut(str(error))) from None
    check_size(scenario)
    return Setting(name, dict(checked), int(seed), scenario, tuple(bundles))


@lru_cache(maxsize=64)
def _checked(name: str, bundles: tuple[str, ...], changes: str) -> tuple[dict[str, Any], Scenario]:
    """Changes as checked, and the scenario with them; the page, its first run and its diaries ask for the same ones."""
    base = load_scenario(name, bundles=bundles)
    checked = checked_changes(base, json.loads(changes))
    return checked, base.changed(checked)


def checked_changes(base: Scenario, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Changes by full name, each of its parameter's kind; those that change nothing are left out."""
    if len(changes) > MOST_CHANGES:
        raise Refusal(f"There are {len(changes)} changes; a setting in the browser has at most {MOST_CHANGES}.")
    records = {record.full_name: record for record in base.records()}
    checked = {}
    for full_name, given in changes.items():
        value = given
        kind = records[full_name].kind if full_name in records else str
        if isinstance(given, str) and kind is not str:
            value = parse_value(base, full_name, given[:2000])
        elif kind is float and isinstance(given, int) and not isinstance(given, bool):
            value = _as_float(full_name, given)
        elif kind is int and isinstance(given, float) and given.is_integer():
            value = int(given)  # JSON of a page does not tell 4 from 4.0
        checked[full_name] = value
    base.changed(checked)  # refuses what is unknown or out of bounds before a value is looked at
    return {name: value for name, value in checked.items() if base[name] != value}


def _as_float(full_name: str, given: int) -> float:
    try:
        return float(given)
    except OverflowError:
        raise Refusal(f"{full_name} is a number too large for the model; give a smaller one.") from None


def from_query(pairs: Iterable[tuple[str, str]]) -> tuple[Setting, dict[str, str]]:
    """The setting in the query of an address (`scenario=…&seed=…&with=…&set=name=value`), and what else is in it."""
    given: dict[str, str] = {}
    bundles: list[str] = []
    changes: dict[str, str] = {}
    for key, text in pairs:
        if key == "set":
            name, sign, value = (part.strip() for part in text.partition("="))
            if not sign or not name:
                raise Refusal(f"set is {text[:60]!r}; write name=value, for example set=people.accounts=50.")
            changes[name] = value
        elif key == "with":
            bundles.append(text[:60])
        else:
            given[key] = text
    name = given.pop("scenario", "mtel")
    return setting_of(name, changes, whole_number("seed", given.pop("seed", "1")), bundles), given
