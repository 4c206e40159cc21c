"""Which scenario the runs of a folder are of, and what was changed, for the small print of their figure."""

import json
from pathlib import Path
from typing import Any

MOST = 8
"""Values that are named; of more it is said how many there are."""


def scenario_of(folder: Path) -> str:
    """Name of the scenario."""
    return _about(folder)["scenario"]


def changes_of(folder: Path) -> list[str]:
    """The bundles, changed values and own rules of `desksales run`, from its scenario.json; empty without any."""
    about = _about(folder)
    values = about["changes"] | {name: rule["function"] for name, rule in about.get("own_rules", {}).items()}
    named = [f"{name} = {_short(value)}" for name, value in values.items()]
    if len(named) > MOST:
        named[MOST - 1 :] = [f"{len(named) - MOST + 1} more values (scenario.json)"]
    sentences = [f"With {' and '.join(about['bundles'])}."] if about["bundles"] else []
    sentences += [f"Changed: {', '.join(named)}."] if named else []
    return [" ".join(sentences)] if sentences else []


def _about(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "scenario.json").read_text(encoding="utf-8"))


def _short(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
