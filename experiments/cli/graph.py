"""`desksales graph`: the communication network of a day."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.errors import InputError
from experiments.cli.one_run import one_run
from experiments.cli.options import Changes, ScenarioName, Seed, With, chosen, named_path, whole
from experiments.cli.output import check_file, staged

Day = Annotated[
    int,
    typer.Option("--day", parser=whole("--day", 0), metavar="D", help="End of which day; 0 is the start."),
]
Out = Annotated[
    Path, typer.Option("--out", parser=named_path("--out"), metavar="F.graphml", help="File to write.")
]


def graph(
    scenario: ScenarioName, day: Day, out: Out, seed: Seed = 1, changes: Changes = None, bundles: With = None
) -> None:
    """Write the communication network at the end of a day as GraphML."""
    which, _ = chosen(scenario, changes, bundles=bundles)
    check_file("--out", out, (".graphml",))
    if day > which.run.days:
        raise InputError(
            f"--day is {day}, but {which.name} runs for {which.run.days} days; choose a day from 0 to "
            f"{which.run.days}, or a longer run with --set."
        )
    import networkx

    from model.graph import graph_of

    network = graph_of(one_run(which, seed, until_day=day).world, which)
    with staged("--out", out.parent, out) as stage:
        networkx.write_graphml(network, stage / out.name)
    print(f"Wrote {network.number_of_nodes()} nodes and {network.number_of_edges()} edges to {out}")
