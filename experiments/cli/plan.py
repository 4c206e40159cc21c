"""`desksales plan`: what a sweep will cost, what its replications can tell, and how many a question needs."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.errors import InputError
from experiments.cli.options import AsJson, named_path, number, whole
from experiments.cli.sweep import SweepFile, Workers

if TYPE_CHECKING:
    from rich.table import Table

    from experiments.analysis.pilot import Pilot
    from experiments.analysis.replications import Question
    from experiments.sweep.file import Sweep

MeasureOption = Annotated[
    str | None, typer.Option("--measure", metavar="NAME", help="Plan for this measure, not for the main ones.")
]
Effect = Annotated[
    float,
    typer.Option("--effect", parser=number("--effect"), metavar="F", help="Cohen's f between all points (0.1: small)."),
]
Difference = Annotated[
    float | None,
    typer.Option(
        "--difference", parser=number("--difference"), metavar="D",
        help="Difference between two points that must be found, in the measure's unit.",
    ),
]  # fmt: skip
HalfWidth = Annotated[
    float | None,
    typer.Option(
        "--half-width", parser=number("--half-width"), metavar="H",
        help="Half-width of the 95 % interval that is wanted, in the measure's unit.",
    ),
]  # fmt: skip
Alpha = Annotated[float, typer.Option("--alpha", parser=number("--alpha"), metavar="A", help="Level of the tests.")]
Power = Annotated[float, typer.Option("--power", parser=number("--power"), metavar="P", help="Power of the tests.")]
FromStore = Annotated[
    Path | None,
    typer.Option(
        "--store", parser=named_path("--store"), metavar="STORE",
        help="Learn from the runs of this store, not from a pilot; they need not be done again.",
    ),
]  # fmt: skip
PilotSeconds = Annotated[
    int,
    typer.Option(
        "--pilot-seconds", parser=whole("--pilot-seconds", 1), metavar="T",
        help="The pilot begins no further runs after this time.",
    ),
]  # fmt: skip


def plan(
    file: SweepFile,
    store: FromStore = None,
    measure: MeasureOption = None,
    effect: Effect = 0.1,
    difference: Difference = None,
    half_width: HalfWidth = None,
    alpha: Alpha = 0.01,
    power: Power = 0.95,
    workers: Workers = None,
    pilot_seconds: PilotSeconds = 20,
    as_json: AsJson = False,
) -> None:
    """Tell what a sweep costs, what its replications can tell, and how many a power or a half-width needs."""
    from experiments.analysis.replications import Question
    from experiments.cli.compare import of_interest
    from experiments.cli.records import as_json as json_text
    from experiments.replicate import cores
    from experiments.sweep.file import Sweep

    asked = Question(alpha, power, effect, difference, half_width)
    _check(asked, measure)
    sweep = Sweep.read(file)
    measures = [measure] if measure else list(sweep.keep.measures or of_interest(sweep.base, False))
    known = _from_store(store, measures) if store is not None else _from_pilot(sweep, measures, pilot_seconds)
    if measure is not None and measure not in known.luck:
        raise InputError(
            f"{measure} does not apply to every run that the plan could learn from, or there is only one seed; choose "
            "another measure."
        )
    told = _reckon(sweep, known, asked, measure, workers or cores(), store)
    if as_json:
        print(json_text(told))
    else:
        show(sweep, known, told, store)


def _check(asked: "Question", measure: str | None) -> None:
    """Refuse questions that no plan answers, before anything is run."""
    from experiments.analysis.power import check_above_zero, check_test
    from experiments.analysis.stored import check_measures

    check_test(asked.alpha, asked.power)
    check_above_zero("effect size", asked.effect)
    for option, value in (("--difference", asked.difference), ("--half-width", asked.half_width)):
        if value is not None:
            check_above_zero(option, value)
            if measure is None:
                raise InputError(f"{option} is in the unit of a measure; name it with --measure.")
    check_measures([measure] if measure else [])


def _from_pilot(sweep: "Sweep", measures: list[str], seconds: float) -> "Pilot":
    from experiments.analysis.pilot import run_pilot
    from experiments.cli.sweep_progress import watched

    with watched() as (tell, _):
        return run_pilot(sweep, measures, seconds, tell)


def _from_store(store: Path, measures: list[str]) -> "Pilot":
    """What stored runs tell, in the form of a pilot."""
    from experiments.analysis.pilot import Pilot, complete_tables
    from experiments.analysis.stored import read_runs
    from experiments.sweep.store import open_store

    with open_store(store) as opened:
        stored, (n, seconds) = read_runs(opened, measures), opened.seconds()
    tables = complete_tables(stored, measures) if stored.common_luck else {}
    if not tables or next(iter(tables.values())).shape[1] < 2:
        raise InputError(
            f"The store {str(store)!r} has no two seeds that are complete at all points under common luck; plan without "
            "--store, and a pilot is run."
        )
    points, seeds = next(iter(tables.values())).shape
    return Pilot(points, seeds, seconds, store.stat().st_size / max(n, 1), tables)


def _reckon(
    sweep: "Sweep", known: "Pilot", asked: "Question", measure: str | None, workers: int, store: Path | None
) -> dict[str, Any]:
    """All numbers of the plan."""
    from experiments.analysis.luck import shared_luck_interval
    from experiments.analysis.replications import runs_needed, runs_tell
    from experiments.sweep.plan import n_runs
    from model.measures import MEASURES

    planned, common = n_runs(sweep), sweep.luck == "common"
    left = planned - (_already(sweep, store) if store is not None else 0)
    cells, core_seconds = planned // sweep.n_replications, left * known.run_seconds
    tell = {
        name: {
            "unit": MEASURES[name].unit, "sd": luck.sd,
            "correlation": None if luck.correlation != luck.correlation else luck.correlation,
            **runs_tell(sweep.n_replications, luck, asked, common),
        }
        for name, luck in known.luck.items()
    }  # fmt: skip
    told = {
        "scenario": sweep.base.name, "design": sweep.design.kind(), "cells": cells,
        "replications": sweep.n_replications, "runs": planned, "runs_left": left, "luck": sweep.luck,
        "learned_from": {"points": known.points, "seeds": known.seeds, "source": "store" if store else "pilot"},
        "run_seconds": known.run_seconds, "core_hours": core_seconds / 3600.0, "workers": workers,
        "hours": core_seconds / workers / 3600.0, "run_bytes": known.run_bytes, "bytes": planned * known.run_bytes,
        "alpha": asked.alpha, "power": asked.power, "tell": tell, "measure": measure,
    }  # fmt: skip
    if measure is not None:
        sd, correlation = shared_luck_interval(known.values[measure])
        told |= {
            "sd_interval": list(sd), "correlation_interval": [None if end != end else end for end in correlation],
            "needed": runs_needed(cells, known.luck[measure], asked),
        }  # fmt: skip
    return told


def _already(sweep: "Sweep", store: Path) -> int:
    """Planned runs of the sweep that the store has."""
    from experiments.sweep.outcome import COMPLETE
    from experiments.sweep.plan import cells, run_of
    from experiments.sweep.store import open_store
    from model.compiled import model_version

    with open_store(store) as opened:
        done = {run.run for run in opened.runs(COMPLETE)}
    version, replications = model_version(), range(1, sweep.n_replications + 1)
    return sum(run_of(sweep, cell, r, version)[1] in done for cell in cells(sweep) for r in replications)


def show(sweep: "Sweep", known: "Pilot", told: Mapping[str, Any], store: Path | None) -> None:
    """Print the plan for people to read."""
    from experiments.cli.console import output

    console, n = output(), told["replications"]
    console.print(f"[bold]{sweep.base.title}[/bold]")
    luck = "the same seeds at every point" if told["luck"] == "common" else "each point with luck of its own"
    console.print(
        f"{told['design']}: {told['cells']:,} point{'s' * (told['cells'] > 1)} × {n} replication{'s' * (n > 1)} = "
        f"{told['runs']:,} runs, {luck}."
    )
    source = f"the store {store}" if store else "a pilot"
    console.print(f"Learned from {source}: {known.points} points × {known.seeds} seeds.")
    console.print(cost(told))
    console.print()
    console.print(f"[bold]What {n} replication{'s' * (n > 1)} tell{'s' * (n == 1)}[/bold]")
    console.print(_tell_table(told))
    console.print(
        f"± : half-width of the 95 % interval. Found: the smallest difference of two points that is found with a power "
        f"of {told['power']:g} at α = {told['alpha']:g}. ρ: correlation of two points' runs under one seed."
    )
    if told["measure"] is not None:
        console.print()
        _show_needed(console, told)


def cost(told: Mapping[str, Any]) -> str:
    """Runs, time and bytes in a sentence."""
    left = "" if told["runs_left"] == told["runs"] else f"{told['runs_left']:,} runs are left: "
    workers = told["workers"]
    return (
        f"{left}{duration(told['core_hours'])} of one core ({told['run_seconds']:.2g} s a run), "
        f"{duration(told['hours'])} with {workers} worker{'s' * (workers > 1)}; {size(told['bytes'])} of store "
        f"({size(told['run_bytes'])} a run)."
    )


def duration(hours: float) -> str:
    """Hours, minutes or seconds with two digits."""
    for unit, amount in (("hours", hours), ("minutes", 60.0 * hours)):
        if amount >= 2.0:
            return f"{amount:,.0f} {unit}" if amount >= 10.0 else f"{amount:.1f} {unit}"
    return f"{3600.0 * hours:.0f} seconds"


def size(n_bytes: float) -> str:
    """Bytes in thousands, millions or billions."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if n_bytes >= factor:
            return f"{n_bytes / factor:,.3g} {unit}"
    return f"{n_bytes:.0f} bytes"


def _tell_table(told: Mapping[str, Any]) -> "Table":
    from rich.table import Table

    from experiments.cli.digits import MISSING, plain

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("measure", overflow="fold")
    for heading in ("sd of a run", "ρ", "mean ±", "difference ±", "found"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("unit", overflow="fold")
    for name, entry in told["tell"].items():
        cells = [entry[key] for key in ("sd", "correlation", "mean", "difference", "detectable")]
        shown = [MISSING if value is None else plain(value) for value in cells]
        table.add_row(name, *shown, entry["unit"])
    return table


def _show_needed(console: Any, told: Mapping[str, Any]) -> None:
    """Runs that the questions on one measure need."""
    from rich.table import Table

    from experiments.cli.digits import MISSING, plain

    (low, high), rho = told["sd_interval"], told["correlation_interval"]
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column(f"runs of each point to …   ({told['measure']})", overflow="fold")
    for heading in ("own luck", "common luck", "saved", "formula"):
        table.add_column(heading, justify="right", no_wrap=True)
    for entry in told["needed"]:
        common = entry["common"]
        saved = MISSING if common is None else f"{entry['own'] - common:,}"
        formula = MISSING if entry["formula"] is None else f"{entry['formula']:,.1f}"
        table.add_row(
            entry["question"], f"{entry['own']:,}", MISSING if common is None else f"{common:,}", saved, formula
        )
    console.print(table)
    known = "" if None in rho else f", ρ between {plain(rho[0])} and {plain(rho[1])}"
    console.print(
        f"α = {told['alpha']:g}, power {told['power']:g}. By {told['learned_from']['seeds']} seeds the sd of a run lies "
        f"between {plain(low)} and {plain(high)}{known} (95 %): runs needed grow with the square of the sd and with 1 − ρ."
        " Formula: 14.091 J^−0.640 f^−1.986 (Secchi & Seri 2017), beside the exact number."
    )
