"""`desksales curve`: how a measure responds to one parameter, from a stored sweep."""

from typing import Annotated

import typer

from experiments.cli.options import AsJson
from experiments.cli.responses import Plot, draw_response
from experiments.cli.run import Out
from experiments.cli.stored import Against, BootstrapSeed, Measure, Where, XName
from experiments.cli.stores import StorePath

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Split the curve by this parameter, too.")]


def curve(
    store: StorePath,
    measure: Measure,
    x: XName = None,
    by: By = None,
    against: Against = None,
    where: Where = None,
    seed: BootstrapSeed = 1,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Show how a measure responds to a parameter of a stored sweep, with intervals and the runs that ran away."""
    from figures.curve import draw

    draw_response(Plot("curve", "--by", draw, False), store, measure, x, by, against, where, seed, out, as_json)
