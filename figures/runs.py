"""Which scenario the runs of a folder are of, and what was changed, for the small print of their figure."""

import json
from pathlib import Path
from typing import Any

MOST = 8
"""Values that are named; of more it is said how many there are."""
LONGEST = 60
"""Characters of a value that are shown."""


def scenario_of(folder: Path) -> str:
    """Name of the scenario."""
    return _about(folder)["scenario"]


def changes_of(folder: Path) -> list[str]:
    """The bundles, own rules and changed values of `desksales run`, from its scenario.json; empty without any."""
    about = _about(folder)
    bundles, rules = about.get("bundles", []), about.get("own_rules", {})
    values = {name: rule["function"] for name, rule in rules.items()} | about.get("changes", {})
    named = [f"{name} = {_short(value)}" for name, value in values.items()]
    if len(named) > MOST:
        named[MOST - 1 :] = [f"{len(named) - MOST + 1} more values (scenario.json)"]
    sentences = [f"With {' and '.join(bundles)}."] if bundles else []
    sentences += [f"Changed: {', '.join(named)}."] if named else []
    return [" ".join(sentences)] if sentences else []


def _about(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "scenario.json").read_text(encoding="utf-8"))


def _short(value: object) -> str:
    """A value as one would type it, or its beginning."""
    text = f"{value:.10g}" if isinstance(value, float) else value if isinstance(value, str) else json.dumps(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
