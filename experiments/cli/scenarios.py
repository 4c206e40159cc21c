"""`desksales scenarios`: the settings that come with the model."""

import json

from experiments.cli.console import output
from experiments.cli.options import AsJson


def scenarios(as_json: AsJson = False) -> None:
    """List the scenarios that come with the model, and the bundles that can be laid over them."""
    from rich.table import Table

    from model.scenario import bundle_names, bundle_title, load_scenario, scenario_names

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
    for bundle in bundle_names():
        table.add_row(f"--with {bundle}", f"{bundle_title(bundle)}.\n[dim]Laid over any call centre.[/dim]")
    output().print(table)
