"""Where an evidence row stands in the code: parameters, rules, engine, measures, tests."""

from dataclasses import dataclass, field
from pathlib import Path

from model.document.ids import row_ids
from model.document.source import MODEL, ROOT, definitions
from model.measures import MEASURES
from model.parameters import TABLES as TABLES_OF_ROWS
from model.parameters import catalogue
from model.scenario import load_scenario, scenario_names
from model.world.world import TABLES


@dataclass
class Places:
    """What cites one row, by kind; each list is in the order of the code and without repetition."""

    parameters: dict[str, None] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)
    state: dict[str, None] = field(default_factory=dict)
    engine: dict[str, None] = field(default_factory=dict)
    measures: dict[str, None] = field(default_factory=dict)
    tests: dict[str, None] = field(default_factory=dict)

    @property
    def is_modelled(self) -> bool:
        """Whether a parameter, rule, column, engine function or measure cites the row (no test counts)."""
        return bool(self.parameters or self.rules or self.state or self.engine or self.measures)


def places() -> dict[str, Places]:
    """Places of every row that the code cites.

    A module's own docstring is a heading and no place, except the contract of a slot; what counts is the
    record, the function, the column or the measure that cites the row.
    """
    found: dict[str, Places] = {}

    def cite(kind: str, name: str, text: str) -> None:
        for row in row_ids(text):
            getattr(found.setdefault(row, Places()), kind)[name] = None

    of_rows = [record for table, theme in TABLES_OF_ROWS.items() for record in theme.records(f"{table}.NAME")]
    for record in [*catalogue().values(), *of_rows]:
        cite("parameters", record.full_name, record.source)
    for definition in definitions(MODEL / "rules"):
        place = definition.file.removeprefix("rules/")
        if definition.kind == "function" or place.endswith("/__init__"):
            cite("rules", place.removesuffix("/__init__"), definition.doc)
    for kind in TABLES.values():
        for column, _, _, meaning in getattr(kind, "schema", ()):
            cite("state", f"{kind.__name__}.{column}", meaning)
    for folder in ("world", "engine"):
        for definition in definitions(MODEL / folder):
            if definition.kind == "function":
                cite("engine", f"{definition.file}.{definition.name}", definition.doc)
    for measure in MEASURES.values():
        cite("measures", measure.name, measure.row)
    for name in scenario_names():
        for measure, target in load_scenario(name).published.items():
            cite("measures", measure, target.get("row", ""))
    for file, text in tests():
        cite("tests", file, text)
    return dict(sorted(found.items()))


NO_TESTS_OF_ROWS = (
    "document/", "cli/", "claims/", "analysis/", "browser/", "seminar/", "sweep/", "story/test_transcripts.py",
    "calibration/test_patterns.py", "test_readme.py",
)
"""Tests that only quote rows, as examples of pages, messages, distances and sentences."""


def tests(folder: Path = ROOT / "tests") -> list[tuple[str, str]]:
    """(path, text) of every test file that may test a row."""
    named = ((file.relative_to(folder).as_posix(), file) for file in sorted(folder.rglob("test_*.py")))
    return [(name, file.read_text(encoding="utf-8")) for name, file in named if not name.startswith(NO_TESTS_OF_ROWS)]


def cited_anywhere() -> dict[str, list[str]]:
    """Every row id in the text of the model, experiments, figures and tests, and the files that cite it."""
    found: dict[str, list[str]] = {}
    for folder in ("model", "experiments", "figures", "tests"):
        for file in sorted((ROOT / folder).rglob("*")):
            here = file.relative_to(ROOT)
            if file.suffix in (".py", ".toml") and "document" not in here.parts:
                for row in row_ids(file.read_text(encoding="utf-8")):
                    found.setdefault(row, []).append(here.as_posix())
    return found
