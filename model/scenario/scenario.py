"""A scenario: a checked set of parameters with a name."""

from collections.abc import Mapping
from typing import Any

from model.parameters import TABLES, catalogue
from model.parameters.record import Record, Theme
from model.scenario.names import ScenarioError
from model.scenario.together import check_together
from model.scenario.values import check_grades, known_names, refuse_unknown, row_records, theme_of, themes_of
from model.vocabularies import VOCABULARIES


class Scenario:
    """A checked set of parameters with a name.

    `scenario.customers.initial_habit` and `scenario["customers.initial_habit"]` read a value, and
    `scenario.streams["billing"].talk_minutes` one of a row of a table; `changed` gives a scenario with some values
    replaced. A scenario never changes.
    """

    def __init__(self, name: str, values: Mapping[str, Any], about: Mapping[str, Any] | None = None) -> None:
        about = dict(about or {})
        self.name = name
        self.title: str = about.get("title", name)
        self.description: str = about.get("description", "")
        self.replications: int = about.get("replications", 20)
        self.main_measures: tuple[str, ...] = tuple(about.get("main_measures", ()))
        self.published: dict[str, dict[str, Any]] = about.get("published", {})
        self.grades: dict[str, str] = about.get("grades", {})
        self.bundles: tuple[str, ...] = about.get("bundles", ())
        self.vocabulary = VOCABULARIES.get(about.get("vocabulary", ""))
        self._about = about
        self._given = dict(values)
        self._known: dict[str, Any] = {}
        self._themes = themes_of(self._organisation_values())
        check_grades(name, self.grades, known_names(self._given))
        check_together(self)

    def _organisation_values(self) -> dict[str, Any]:
        """The given values as parameters of the organisation; a vocabulary's own words are translated."""
        if self.vocabulary is None:
            refuse_unknown(self._given, known_names(self._given))
            return self._given
        words = {record.name: record for record in self.vocabulary.records("")}
        refuse_unknown(self._given, known_names(self._given) | words)
        own = {name: value for name, value in self._given.items() if name in words}
        checked = theme_of(self.vocabulary, "", own)
        translated = checked.organisation()
        for name in self._given:
            if name in translated:
                raise ScenarioError(
                    f"{name} cannot be set in {self.name}; its own words decide it: {', '.join(words)}."
                )
        return {name: value for name, value in self._given.items() if name not in words} | translated

    def __getattr__(self, group: str) -> Theme | dict[str, Theme]:
        try:
            return self.__dict__["_themes"][group]
        except KeyError:
            raise AttributeError(group) from None

    def __getitem__(self, full_name: str) -> Any:
        if full_name not in self._known:
            self._known[full_name] = self._find(full_name)
        return self._known[full_name]

    def _find(self, full_name: str) -> Any:
        if "." not in full_name:
            return getattr(theme_of(self.vocabulary, "", self._words()), full_name)
        group, *row, name = full_name.split(".")
        theme = self._themes[group]
        return getattr(theme[row[0]] if row else theme, name)

    def _words(self) -> dict[str, Any]:
        return {name: value for name, value in self._given.items() if "." not in name}

    def records(self) -> list[Record]:
        """Records of all parameters that a user of this scenario may change."""
        words = self.vocabulary.records("") if self.vocabulary else []
        return words + list(known_names(self._given).values())

    def changed(self, changes: Mapping[str, Any]) -> "Scenario":
        """The same scenario with some values replaced, checked anew.

        Parameters
        ----------
        changes : from `group.name` (or a word of the scenario's vocabulary) to the new value.

        Raises
        ------
        ScenarioError : for an unknown name, a wrong type or a value out of bounds.
        """
        refuse_new_rows(self._given, changes)
        return Scenario(self.name, self._given | dict(changes), self._about)

    def values(self) -> dict[str, Any]:
        """Every parameter of the organisation by full name."""
        return {name: self[name] for name in [*catalogue(), *row_records(self._given)]}


def refuse_new_rows(values: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    """A change may not add a row to a table: a misspelt name would otherwise become a new stream or group."""
    tables = {name: value for name, value in changes.items() if name.split(".")[0] in TABLES}
    refuse_unknown(tables, row_records(values))
