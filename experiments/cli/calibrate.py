"""`desksales calibrate`: which values of what no source gives bring out what was published of M-Tel."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.errors import INTERRUPTED, InputError, say
from experiments.cli.options import Workers, named_path
from experiments.cli.output import check_folder, staged

if TYPE_CHECKING:
    from experiments.calibration.sampler import Stand

PlanFile = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PLAN.toml]", parser=named_path("PLAN.toml"), show_default=False,
        help="What is fitted and what may move; experiments/calibration/plan.toml if not given.",
    ),
]  # fmt: skip
Results = Annotated[
    Path,
    typer.Option(
        "--results", parser=named_path("--results"), metavar="DIR",
        help="Folder that keeps the years run; the same command goes on from what is there.",
    ),
]  # fmt: skip
Out = Annotated[
    Path, typer.Option("--out", parser=named_path("--out"), metavar="DIR", help="Folder for tables and figures.")
]


def calibrate(
    plan: PlanFile = None, results: Results = Path("results/calibration"), out: Out = Path("figures"),
    workers: Workers = None,
) -> None:  # fmt: skip
    """Calibrate M-Tel by approximate Bayesian computation; the same command goes on after a stop (half an hour)."""
    check_folder("--results", results)
    check_folder("--out", out)
    from experiments.calibration import conduct
    from experiments.calibration.errors import CalibrationError
    from experiments.calibration.plan import PLAN, read
    from experiments.calibration.report import write
    from experiments.cli.sweep_progress import watched
    from experiments.replicate import cores
    from experiments.sweep.errors import SweepError

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        asked = read(plan or PLAN)
        watching = conduct.Watching(say, watched, generations_watched)
        found = conduct.calibrate(asked, results, workers or cores(), watching)
    except (CalibrationError, SweepError) as error:
        raise InputError(str(error)) from None
    except KeyboardInterrupt:
        say(f"Interrupted: years and generations that were done are kept in {results}, and the same command goes on.")
        raise typer.Exit(INTERRUPTED) from None
    with staged("--out", out) as stage:
        write(found, stage)
    print(f"Written to {out}: calibration.md says what was found, calibration_posterior.csv has the particles.")


EVERY = 30.0
"""Seconds between two lines where nobody watches."""


@contextmanager
def generations_watched() -> "Iterator[Callable[[Stand], None]]":
    """A function to tell how a generation stands: a line that is written over, or one now and then."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False)
    pace = GenerationPace()
    if not console.is_terminal:
        told = time.monotonic()

        def tell(stand: "Stand") -> None:
            nonlocal told
            said = pace.said(stand)
            if time.monotonic() - told >= EVERY:
                told = time.monotonic()
                console.print(said, soft_wrap=True)

        yield tell
        return
    with console.status("") as status:
        yield lambda stand: status.update(pace.said(stand))


class GenerationPace:
    """Years per second and the time that is left of a generation, which depends on how many years are accepted."""

    def __init__(self) -> None:
        self._generation, self._since, self._already = -1, 0.0, 0

    def said(self, stand: "Stand") -> str:
        """How a generation stands, in words."""
        from experiments.cli.sweep_progress import duration

        if stand.generation != self._generation or stand.years < self._already:
            self._generation, self._since, self._already = stand.generation, time.monotonic(), stand.years
        where = f"generation {stand.generation + 1}: {stand.accepted:,} of {stand.wanted:,} particles"
        done = stand.years - self._already
        if done < 2 or not stand.accepted:
            return f"{where}, {stand.years:,} years, just begun"
        rate = done / max(1e-9, time.monotonic() - self._since)
        left = (stand.wanted - stand.accepted) * stand.years / stand.accepted / rate
        return f"{where}, {stand.years:,} years, {rate:.1f} years/s, {duration(left)} left of this generation"
