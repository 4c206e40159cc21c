"""The commands of `desksales`, one file each. Nothing heavy is imported before a command needs it."""

import typer

from experiments.cli.compare import compare
from experiments.cli.counterfactual import counterfactual
from experiments.cli.decompose import decompose
from experiments.cli.graph import graph
from experiments.cli.log import log
from experiments.cli.measures import measures
from experiments.cli.parameters import parameters
from experiments.cli.run import run
from experiments.cli.scenarios import scenarios
from experiments.cli.side_by_side import side_by_side
from experiments.cli.story import story

app = typer.Typer(
    help="An agent-based laboratory of incentives and channels in service work.",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    run, compare, side_by_side, counterfactual, decompose, scenarios, parameters, measures, graph, log, story,
):  # fmt: skip
    app.command()(command)
