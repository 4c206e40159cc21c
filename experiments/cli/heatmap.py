"""`desksales heatmap`: how a measure responds to two parameters, from a stored sweep."""

from typing import Annotated

import typer

from experiments.cli.options import AsJson
from experiments.cli.responses import Plot, draw_response
from experiments.cli.run import Out
from experiments.cli.stored import Against, BootstrapSeed, Measure, Where, XName
from experiments.cli.stores import StorePath

YName = Annotated[
    str | None, typer.Option("--y", metavar="NAME", help="Parameter up the other axis; needed if more than two vary.")
]


def heatmap(
    store: StorePath,
    measure: Measure,
    x: XName = None,
    y: YName = None,
    against: Against = None,
    where: Where = None,
    seed: BootstrapSeed = 1,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Show how a measure responds to two parameters of a stored sweep, with intervals and the runs that ran away."""
    from figures.heatmap import draw

    draw_response(Plot("heatmap", "--y", draw, True), store, measure, x, y, against, where, seed, out, as_json)
