"""Scenarios: a setting as a file of parameters, read and checked before anything runs."""

import difflib
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from model.parameters import THEMES, catalogue
from model.parameters.record import Grade, Record, Theme
from model.vocabularies import VOCABULARIES

FOLDER = Path(__file__).parent / "scenarios"


class ScenarioError(ValueError):
    """Something in a scenario or a change to it cannot be; the message is one sentence for the user."""


class Scenario:
    """A checked set of parameters with a name.

    `scenario.customers.initial_habit` and `scenario["customers.initial_habit"]` read a value; `changed` gives a
    scenario with some values replaced. A scenario never changes.
    """

    def __init__(self, name: str, values: Mapping[str, Any], about: Mapping[str, Any] | None = None) -> None:
        about = dict(about or {})
        self.name = name
        self.title: str = about.get("title", name)
        self.description: str = about.get("description", "")
        self.replications: int = about.get("replications", 20)
        self.published: dict[str, dict[str, Any]] = about.get("published", {})
        self.grades: dict[str, str] = about.get("grades", {})
        self.vocabulary = VOCABULARIES.get(about.get("vocabulary", ""))
        self._about = about
        self._given = dict(values)
        _check_grades(name, self.grades)
        self._themes = _themes(self._organisation_values())
        _check_together(self)

    def _organisation_values(self) -> dict[str, Any]:
        """The given values as parameters of the organisation; a vocabulary's own words are translated."""
        if self.vocabulary is None:
            _refuse_unknown(self._given, catalogue())
            return self._given
        words = {record.name: record for record in self.vocabulary.records("")}
        _refuse_unknown(self._given, catalogue() | words)
        own = {name: value for name, value in self._given.items() if name in words}
        checked = _theme(self.vocabulary, "", own)
        translated = checked.organisation()
        for name in self._given:
            if name in translated:
                raise ScenarioError(
                    f"{name} cannot be set in {self.name}; its own words decide it: {', '.join(words)}."
                )
        return {name: value for name, value in self._given.items() if name not in words} | translated

    def __getattr__(self, group: str) -> Theme:
        try:
            return self.__dict__["_themes"][group]
        except KeyError:
            raise AttributeError(group) from None

    def __getitem__(self, full_name: str) -> Any:
        if "." not in full_name:
            return getattr(_theme(self.vocabulary, "", self._words()), full_name)
        group, name = full_name.split(".")
        return getattr(self._themes[group], name)

    def _words(self) -> dict[str, Any]:
        return {name: value for name, value in self._given.items() if "." not in name}

    def records(self) -> list[Record]:
        """Records of all parameters that a user of this scenario may change."""
        return (self.vocabulary.records("") if self.vocabulary else []) + list(catalogue().values())

    def changed(self, changes: Mapping[str, Any]) -> "Scenario":
        """The same scenario with some values replaced, checked anew.

        Parameters
        ----------
        changes : from `group.name` (or a word of the scenario's vocabulary) to the new value.

        Raises
        ------
        ScenarioError : for an unknown name, a wrong type or a value out of bounds.
        """
        return Scenario(self.name, self._given | dict(changes), self._about)

    def values(self) -> dict[str, Any]:
        """Every parameter of the organisation by full name."""
        return {name: self[name] for name in catalogue()}


def scenario_names() -> list[str]:
    """Names of the scenarios that come with the model."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


def load_scenario(which: str | Path, changes: Mapping[str, Any] | None = None) -> Scenario:
    """Read a scenario by name or from a TOML file, with some values replaced.

    Parameters
    ----------
    which : name of a scenario that comes with the model, or the path of a TOML file.
    changes : from `group.name` to value, the same names as `desksales run --set`.

    Raises
    ------
    ScenarioError : one clear sentence on what is wrong.

    Examples
    --------
    >>> load_scenario("mtel", {"incentives.quota_multiple": 2.0}).incentives.quota_multiple
    2.0
    """
    name, values, about = _read(which)
    return Scenario(name, values | dict(changes or {}), about)


def parse_value(scenario: Scenario, full_name: str, text: str) -> Any:
    """Turn the text of `--set name=text` into a value of the parameter's type."""
    records = {record.full_name: record for record in scenario.records()}
    _refuse_unknown({full_name: text}, records)
    record = records[full_name]
    if record.kind is str:
        return text
    if record.kind is bool and text.lower() in ("true", "false"):
        return text.lower() == "true"
    try:
        if record.kind is list:
            return [float(part) for part in text.strip("[]").split(",")]
        return record.kind(text) if record.kind is not bool else text
    except ValueError:
        raise ScenarioError(f"{full_name} is {text!r}; it must be {record.allowed}.") from None


def _read(which: str | Path, above: tuple[Path, ...] = ()) -> tuple[str, dict[str, Any], dict[str, Any]]:
    path = Path(which)
    if path.suffix != ".toml":
        path = FOLDER / f"{which}.toml"
        if not path.exists() or path.parent != FOLDER:
            raise ScenarioError(
                f"There is no scenario {str(which)!r}{nearest(str(which), scenario_names())}; it must be one of "
                f"{', '.join(scenario_names())}, or the path of a .toml file."
            )
    if path.resolve() in above:
        raise ScenarioError(f"The scenario file {path.name!r} extends itself; extends must name another one.")
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ScenarioError(f"There is no scenario file {str(which)!r}; check the path.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"The scenario file {str(which)!r} cannot be read ({_reason(error)}).") from None
    except tomllib.TOMLDecodeError as error:
        raise ScenarioError(f"The scenario file {str(which)!r} is not valid TOML: {_lower(str(error))}.") from None
    return _sort_out(path, content, (*above, path.resolve()))


def _sort_out(
    path: Path, content: dict[str, Any], above: tuple[Path, ...]
) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Split a file's content into parameter values and what is said about the scenario."""
    about, published, grades = (_table(path, content, name) for name in ("scenario", "published", "grades"))
    _check_about(path, about)
    values: dict[str, Any] = {}
    if "extends" in about:
        _, values, inherited = _read(about.pop("extends"), above)
        published, grades = inherited["published"] | published, inherited["grades"] | grades
        about = inherited | about
    for group, entry in content.items():
        if isinstance(entry, dict):
            values |= {f"{group}.{name}": value for name, value in entry.items()}
        else:
            values[group] = entry
    return path.stem, values, about | {"published": published, "grades": grades}


def _table(path: Path, content: dict[str, Any], name: str) -> dict[str, Any]:
    table = content.pop(name, {})
    if not isinstance(table, dict):
        raise ScenarioError(f"In {path.name}, [{name}] must be a table; it is {table!r}.")
    return table


def _check_about(path: Path, about: dict[str, Any]) -> None:
    """Refuse what [scenario] cannot say."""
    kinds = {"title": str, "description": str, "extends": str, "vocabulary": str, "replications": int}
    for name, value in about.items():
        if name not in kinds:
            raise ScenarioError(f"In {path.name}, [scenario] has no {name!r}{nearest(name, kinds)}.")
        if not isinstance(value, kinds[name]) or isinstance(value, bool):
            kind = "a whole number" if kinds[name] is int else "text"
            raise ScenarioError(f"In {path.name}, [scenario] {name} is {value!r}; it must be {kind}.")
    if about.get("replications", 1) < 1:
        given = about["replications"]
        raise ScenarioError(f"In {path.name}, [scenario] replications is {given}; it must be 1 or more.")
    if about.get("vocabulary", "textbook_queue") not in VOCABULARIES:
        raise ScenarioError(
            f"In {path.name}, [scenario] vocabulary is {about['vocabulary']!r}; it must be one of "
            f"{', '.join(VOCABULARIES)}."
        )


def _check_grades(scenario: str, grades: Mapping[str, Any]) -> None:
    """Refuse an evidence grade of a parameter that does not exist, or a grade that does not."""
    _refuse_unknown(grades, catalogue())
    for name, grade in grades.items():
        if grade not in get_args(Grade):
            raise ScenarioError(
                f"The grade of {name} in {scenario} is {grade!r}; it must be one of {', '.join(get_args(Grade))}."
            )


def _themes(values: Mapping[str, Any]) -> dict[str, Theme]:
    by_group: dict[str, dict[str, Any]] = {group: {} for group in THEMES}
    for full_name, value in values.items():
        group, name = full_name.split(".")
        by_group[group][name] = value
    return {group: _theme(theme, group, by_group[group]) for group, theme in THEMES.items()}


def _theme(theme: type[Theme], group: str, values: Mapping[str, Any]) -> Theme:
    records = {record.name: record for record in theme.records(group)}
    for name, value in values.items():
        record = records[name]
        if record.choices and value not in record.choices:
            hint = nearest(str(value), record.choices)
            raise ScenarioError(f"{record.full_name} is {value!r}{hint}; it must be {record.allowed}.")
        if record.kind is list and not _is_curve(value):
            raise ScenarioError(
                f"{record.full_name} is {value!r}; it must be a list of numbers of at least 0 that are not all 0."
            )
    try:
        return theme(**values)
    except ValidationError as error:
        record = records[error.errors()[0]["loc"][0]]
        given = error.errors()[0]["input"]
        raise ScenarioError(
            f"{record.full_name} is {given!r}; it is {record.meaning[0].lower()}{record.meaning[1:]} ({record.unit}) "
            f"and must be {record.allowed}."
        ) from None


def _is_curve(value: Any) -> bool:
    numbers = isinstance(value, list) and all(
        isinstance(v, int | float) and not isinstance(v, bool) and 0.0 <= v < float("inf") for v in value
    )
    return numbers and 0 < len(value) <= 1440 and sum(value) > 0.0


def _refuse_unknown(given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    for name in given:
        if name not in known:
            raise ScenarioError(
                f"There is no parameter {name!r}{nearest(name, known)}; `desksales parameters` lists them all."
            )


def _check_together(scenario: Scenario) -> None:
    """Values that are fine alone but not together."""
    demand, selling = scenario.demand, scenario.salespeople
    total = demand.share_orders + demand.share_changes + demand.share_complaints
    if total > 1.0 + 1e-9:
        raise ScenarioError(
            f"demand.share_orders, share_changes and share_complaints add up to {total:g}; they must leave a share of "
            "queries, so at most 1."
        )
    if selling.conversion_novice > selling.conversion_max:
        raise ScenarioError(
            f"salespeople.conversion_novice is {selling.conversion_novice:g}; it must not exceed "
            f"salespeople.conversion_max, which is {selling.conversion_max:g}."
        )
    mean, sd = scenario.reps.disposition_mean, scenario.reps.disposition_sd
    if sd**2 >= mean * (1.0 - mean):
        most = (mean * (1.0 - mean)) ** 0.5
        raise ScenarioError(f"reps.disposition_sd is {sd:g}; with a mean of {mean:g} it must be below {most:.3f}.")
    if demand.requests_per_account_day > 0.0 and scenario.people.units == 0:
        raise ScenarioError(
            "people.units is 0; with service requests (demand.requests_per_account_day above 0) it must be 1 or more."
        )
    start, shift, day = scenario.people.shift_start, scenario.people.shift_minutes, scenario.run.day_minutes
    if start + min(shift, day) > day:
        raise ScenarioError(
            f"people.shift_start is {start:g}; with a shift of {min(shift, day):g} minutes (people.shift_minutes) it "
            f"must be at most {day - min(shift, day):g}, so that the shift ends within the day (run.day_minutes)."
        )


def nearest(word: str, known: Any) -> str:
    """' (did you mean a or b?)' for the known names most like a word, or nothing."""
    names = list(known)
    tails = {name.rsplit(".", 1)[-1]: name for name in names}
    close = difflib.get_close_matches(word, names, 3, 0.6)
    close += [tails[t] for t in difflib.get_close_matches(word.rsplit(".", 1)[-1], list(tails), 3, 0.7)]
    close = list(dict.fromkeys(close))[:3]
    return f" (did you mean {' or '.join(close)}?)" if close else ""


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or "it is not text in UTF-8"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
