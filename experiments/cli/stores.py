"""The argument that commands on a store share."""

from pathlib import Path
from typing import Annotated

import typer

from experiments.cli.options import named_path

StorePath = Annotated[
    Path, typer.Argument(metavar="STORE", parser=named_path("STORE"), help="Store of a sweep, a .sqlite file.")
]
