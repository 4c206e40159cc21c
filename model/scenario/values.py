"""Values of parameters, each checked against its record: names that exist, kinds, bounds, choices."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from model.parameters import TABLES, THEMES, catalogue
from model.parameters.record import Grade, Record, Theme
from model.scenario.names import ScenarioError, nearest

if TYPE_CHECKING:
    from model.scenario.scenario import Scenario


def parse_value(scenario: "Scenario", full_name: str, text: str) -> Any:
    """Turn the text of `--set name=text` into a value of the parameter's type."""
    records = {record.full_name: record for record in scenario.records()}
    refuse_unknown({full_name: text}, records)
    record = records[full_name]
    if record.kind is str:
        return text
    if record.kind is bool and text.lower() in ("true", "false"):
        return text.lower() == "true"
    try:
        if record.kind is list:
            parts = [part.strip() for part in text.strip("[]").split(",")]
            return [part for part in parts if part] if record.is_names else [float(part) for part in parts]
        return record.kind(text) if record.kind is not bool else text
    except ValueError:
        raise ScenarioError(f"{full_name} is {text!r}; it must be {record.allowed}.") from None


def themes_of(values: Mapping[str, Any]) -> dict[str, Theme | dict[str, Theme]]:
    """From the values by full name to checked themes; a table has one for each of its rows, by the row's name."""
    by_group: dict[str, dict[str, Any]] = {group: {} for group in THEMES}
    rows: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in TABLES}
    for full_name, value in values.items():
        group, *row, name = full_name.split(".")
        (rows[group].setdefault(row[0], {}) if row else by_group[group])[name] = value
    themes = {group: theme_of(theme, group, by_group[group]) for group, theme in THEMES.items()}
    tables = {
        table: {row: theme_of(theme, f"{table}.{row}", rows[table][row]) for row in rows[table]}
        for table, theme in TABLES.items()
    }
    return themes | tables


def theme_of(theme: type[Theme], group: str, values: Mapping[str, Any]) -> Theme:
    """One theme with these values, by the parameters' own names; the others have their defaults."""
    records = _records_of(theme, group)
    for name, value in values.items():
        record = records[name]
        if record.choices and value not in record.choices:
            hint = nearest(str(value), record.choices)
            raise ScenarioError(f"{record.full_name} is {value!r}{hint}; it must be {record.allowed}.")
        if record.is_names and not _is_names(value):
            raise ScenarioError(f"{record.full_name} is {value!r}; it must be {record.allowed}.")
        if record.kind is list and not record.is_names and not _is_curve(value):
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


@lru_cache(1024)
def _records_of(theme: type[Theme], group: str) -> dict[str, Record]:
    """The records of a theme by their own names, made once: every run of a sweep checks its parameters anew."""
    return {record.name: record for record in theme.records(group)}


def refuse_unknown(given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """Refuse a name that no parameter has."""
    for name in given:
        if name not in known:
            raise ScenarioError(
                f"There is no parameter {name!r}{nearest(name, known)}; `desksales parameters` lists them all."
            )


def row_records(given: Mapping[str, Any]) -> dict[str, Record]:
    """Records of the parameters of all rows that stand in the tables, by full name (`streams.billing.talk_minutes`).

    Parameters
    ----------
    given : values by full name; a row stands in a table if any value of it is given.
    """
    rows: dict[str, Record] = {}
    for name in given:
        table, *rest = name.split(".")
        if table in TABLES and len(rest) == 2 and name not in rows:
            rows |= {record.full_name: record for record in TABLES[table].records(f"{table}.{rest[0]}")}
    return rows


def check_grades(scenario: str, grades: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """Refuse an evidence grade of a parameter that does not exist, or a grade that does not."""
    refuse_unknown(grades, known)
    for name, grade in grades.items():
        if grade not in get_args(Grade):
            raise ScenarioError(
                f"The grade of {name} in {scenario} is {grade!r}; it must be one of {', '.join(get_args(Grade))}."
            )


def known_names(given: Mapping[str, Any]) -> dict[str, Record]:
    """Records of all parameters of the organisation: the catalogue's, and those of the rows that are given."""
    return catalogue() | row_records(given)


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _is_curve(value: Any) -> bool:
    numbers = isinstance(value, list) and all(
        isinstance(v, int | float) and not isinstance(v, bool) and 0.0 <= v < float("inf") for v in value
    )
    return numbers and 0 < len(value) <= 1440 and sum(value) > 0.0
