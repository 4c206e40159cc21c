"""`desksales plan`: what a sweep will cost, what its replications can tell, and how many a question needs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.errors import InputError
from experiments.cli.options import AsJson, Workers, named_path, number, whole
from experiments.cli.sweep import SweepFile

if TYPE_CHECKING:
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
        help="Time for the pilot; a few runs are made in any case.",
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
    from experiments.analysis.reckoning import reckon, runs_left
    from experiments.analysis.replications import Question
    from experiments.cli.compared import of_interest
    from experiments.cli.records import as_json as json_text
    from experiments.replicate import cores
    from experiments.sweep.file import Sweep
    from experiments.sweep.plan import n_runs

    asked = Question(alpha, power, effect, difference, half_width)
    _check(asked, measure)
    sweep = Sweep.read(file)
    measures = [measure] if measure else list(sweep.keep.measures or of_interest(sweep.base, False))
    known = _from_store(sweep, store, measures) if store is not None else _from_pilot(sweep, measures, pilot_seconds)
    if measure is not None and measure not in known.luck:
        raise InputError(
            f"{measure} does not apply to every run that the plan could learn from, or there is only one seed; choose "
            "another measure."
        )
    left = n_runs(sweep) if store is None else runs_left(sweep, store)
    told = reckon(sweep, known, asked, left, workers or cores(), measure) | {
        "learned_from": {"points": known.points, "seeds": known.seeds, "source": str(store) if store else "a pilot"}
    }
    if as_json:
        print(json_text(told))
    else:
        from experiments.cli.plan_shown import show

        show(told)


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


def _from_store(sweep: "Sweep", store: Path, measures: list[str]) -> "Pilot":
    """What stored runs tell, in the form of a pilot."""
    from experiments.analysis.pilot import Pilot, complete_tables
    from experiments.analysis.stored import read_runs
    from experiments.sweep.store import open_store

    with open_store(store) as opened:
        stored, (n, seconds) = read_runs(opened, measures), opened.seconds()
    if stored.sweep.base.name != sweep.base.name:
        raise InputError(
            f"The store {str(store)!r} holds a sweep of {stored.sweep.base.name}, and this one is of "
            f"{sweep.base.name}; plan without --store, and a pilot is run."
        )
    tables = complete_tables(stored, measures) if stored.common_luck else {}
    if not tables or next(iter(tables.values())).shape[1] < 2:
        raise InputError(
            f"The store {str(store)!r} has no two seeds that are complete at all points under common luck; plan "
            "without --store, and a pilot is run."
        )
    points, seeds = next(iter(tables.values())).shape
    return Pilot(points, seeds, seconds, store.stat().st_size / max(n, 1), tables)
