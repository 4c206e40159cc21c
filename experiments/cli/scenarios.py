"""`desksales scenarios`: the settings that come with the model."""

import json

from experiments.cli.console import output
from experiments.cli.options import AsJson


def scenarios(as_json: AsJson = False) -> None:
    """List the scenarios that come with the model."""
    from rich.table import Table

    from model.scenario import load_scenario, scenario_names

    known = [load_scenario(name) for name in scenario_names()]
    if as_json:
        about = [
            {"name": s.name, "title": s.title, "description": " ".join(s.description.split()),
             "replications": s.replications, "days": s.run.days}
            for s in known
        ]  # fmt: skip
        print(json.dumps(about, indent=2))
        return
    table = Table(box=None, padding=(0, 2, 1, 0), show_header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    for scenario in known:
        description = " ".join(scenario.description.split())
        table.add_row(scenario.name, f"{scenario.title}.\n[dim]{description}[/dim]")
    output().print(table)
