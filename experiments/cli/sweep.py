"""`desksales sweep`: the runs of a sweep file that its store lacks."""

import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.errors import INTERRUPTED, InputError, say
from experiments.cli.options import Workers, named_path

if TYPE_CHECKING:
    from experiments.sweep.file import Sweep
    from experiments.sweep.run import Progress, Tell

MOST_UNASKED = 10_000
"""Runs that a sweep may have without --yes."""

SweepFile = Annotated[
    Path,
    typer.Argument(
        metavar="SWEEP.toml", parser=named_path("SWEEP.toml"),
        help="What is asked for; experiments/example_grid.toml is an example.",
    ),
]  # fmt: skip
StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", parser=named_path("--store"), metavar="STORE",
        help="File that keeps the runs; results/SWEEP.sqlite if not given.",
    ),
]  # fmt: skip
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster", metavar="ADDRESS",
        help="Do the runs on a Dask cluster: tcp://host:port of its scheduler, or slurm for jobs as the table cluster "
        "of the file asks for.",
    ),
]  # fmt: skip
Retry = Annotated[bool, typer.Option("--retry", help="Also do again what failed before.")]
Yes = Annotated[bool, typer.Option("--yes", help=f"Do not stop at designs of more than {MOST_UNASKED:,} runs.")]


def sweep(file: SweepFile, store: StoreOption = None, workers: Workers = None,
          cluster: ClusterOption = None, retry: Retry = False, yes: Yes = False) -> None:  # fmt: skip
    """Do the runs of a sweep that its store lacks, each kept as it completes."""
    from experiments.sweep.file import Sweep

    asked = Sweep.read(file)
    _check_size(asked, yes)
    if cluster is not None and workers is not None:
        raise InputError("--workers is for this machine; a cluster does as many runs side by side as it has threads.")
    path = Path("results") / f"{file.stem}.sqlite" if store is None else store
    from experiments.cli.sweep_progress import watched

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a machine that shuts down is heard like Ctrl-C
    with watched() as (tell, latest):
        try:
            done = _done(asked, path, workers, cluster, retry, tell, latest)
        except KeyboardInterrupt:
            interrupted = latest()
            done = None
    if done is None:
        say(_how_to_go_on(interrupted, path))
        raise typer.Exit(INTERRUPTED)
    print(_summary(done, path))


def _done(
    asked: "Sweep", path: Path, workers: int | None, cluster: str | None, retry: bool, tell: "Tell",
    latest: Callable[[], "Progress"],
) -> "Progress":
    """Do the runs, here or on a cluster; the store is not touched before the cluster has answered."""
    from experiments.sweep.run import run_sweep

    if cluster is None:
        return run_sweep(asked, path, workers, retry, tell)
    from experiments.sweep.cluster.connecting import connected

    with connected(cluster, asked, lambda sentence: tell(replace(latest(), message=sentence))) as reached:
        return run_sweep(asked, path, reached.n_threads, retry, tell, reached.executor)


def _check_size(asked: "Sweep", yes: bool) -> None:
    from experiments.sweep.plan import n_runs

    planned = n_runs(asked)
    if planned > MOST_UNASKED and not yes:
        raise InputError(
            f"The design has {planned:,} runs ({asked.n_replications} replications of each point), which is more than "
            f"{MOST_UNASKED:,}; add --yes to run it nevertheless, or choose fewer points."
        )


def _how_to_go_on(progress: "Progress", path: Path) -> str:
    """What is safe, and what to do for the rest."""
    left = progress.to_do - progress.done
    if not progress.to_do:
        return "No run was begun."
    return (
        f"{progress.done:,} runs of this session are kept in {path}, {left:,} are left; the same command goes on from "
        "there."
    )


def _summary(progress: "Progress", path: Path) -> str:
    shared, already = progress.planned - progress.different, progress.different - progress.to_do
    equal = f" ({shared:,} of them the same as another)" if shared else ""
    before = f", {already:,} were there before" if already else ""
    failed = (
        f" {progress.failures:,} failed: `desksales failed {path}` says why, and --retry does them again."
        if progress.failures
        else ""
    )
    return f"{progress.planned:,} runs planned{equal}, {progress.done:,} done now{before}. Kept in {path}.{failed}"
