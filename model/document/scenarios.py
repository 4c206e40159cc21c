"""Table of scenarios: what each sets otherwise than the defaults, the figures it is held to, and their origin."""

from typing import Any

from model.document.markdown import code, number, table
from model.parameters import TABLES, catalogue
from model.scenario import Scenario, load_scenario, scenario_names


def scenarios() -> str:
    """Every scenario that comes with the model."""
    rows = []
    for name in scenario_names():
        scenario = load_scenario(name)
        rows.append((code(name), scenario.title, differences(scenario), published(scenario.published)))
    return table(("name", "title", "differs from the defaults in", "held to"), rows)


def differences(scenario: Scenario) -> str:
    """Values that are not the defaults, and the rows of its tables by name; none is said in words."""
    defaults = {name: record.default for name, record in catalogue().items()}
    values = scenario.values().items()
    changed = [f"{code(n)} {number(v)}" for n, v in values if n in defaults and v != defaults[n]]
    rows = {table: getattr(scenario, table) for table in TABLES}
    tables = [f"{table} {', '.join(code(row) for row in named)}" for table, named in rows.items() if named]
    return ", ".join([*changed, *tables]) or "nothing"


def published(targets: dict[str, dict[str, Any]]) -> str:
    """Published figures of a scenario in words."""
    words = []
    for name, target in targets.items():
        if "value" in target:
            figure = f"{number(target['value'])} ± {number(target.get('tolerance', 0))}"
        else:
            sides = [side for side in ("above", "below") if side in target]
            figure = " and ".join(f"{side} {number(target[side])}" for side in sides)
        origin = f"; {target['origin']}" if "origin" in target else ""
        words.append(f"{code(name)} {figure} ({target.get('row', 'no row')}{origin})")
    return "; ".join(words) or "theory"
