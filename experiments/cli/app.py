"""The commands of `desksales`, one file each. Nothing heavy is imported before a command needs it."""

import typer

from experiments.cli.calibrate import calibrate
from experiments.cli.claim import claim
from experiments.cli.compare import compare
from experiments.cli.counterfactual import counterfactual
from experiments.cli.curve import curve
from experiments.cli.decompose import decompose
from experiments.cli.export import export
from experiments.cli.failed import failed
from experiments.cli.figure import figure
from experiments.cli.graph import graph
from experiments.cli.handout import handout
from experiments.cli.heatmap import heatmap
from experiments.cli.log import log
from experiments.cli.measures import measures
from experiments.cli.parameters import parameters
from experiments.cli.plan import plan
from experiments.cli.query import query
from experiments.cli.run import run
from experiments.cli.scenarios import scenarios
from experiments.cli.sensitivity import sensitivity
from experiments.cli.serve import serve
from experiments.cli.side_by_side import side_by_side
from experiments.cli.status import status
from experiments.cli.story import story
from experiments.cli.sweep import sweep
from experiments.cli.verify import verify

app = typer.Typer(
    help="An agent-based laboratory of incentives and channels in service work.",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    run, compare, side_by_side, counterfactual, decompose, plan, sweep, status, export, failed, query,
    sensitivity, curve, heatmap, calibrate, claim, figure, verify, scenarios, parameters, measures, graph, log, story,
    serve, handout,
)  # fmt: skip
for command in COMMANDS:
    app.command()(command)
