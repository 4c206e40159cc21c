"""`desksales decompose`: the gap between queueing theory and the organisation, mechanism by mechanism."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.cli.options import AsJson, Changes, Days, ScenarioName, Seed, With, Workers, chosen
from experiments.cli.output import check_folder, staged
from experiments.cli.run import Number, Out

if TYPE_CHECKING:
    from rich.table import Table

    from experiments.decompose import Decomposition

DECIMALS = {"wait": 1, "work": 2}
"""Minutes a request are told to these decimals."""


def decompose(
    scenario: ScenarioName,
    replications: Number = None,
    seed: Seed = 1,
    days: Days = None,
    changes: Changes = None,
    bundles: With = None,
    workers: Workers = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Take waits and rep minutes apart, from a textbook queue up, one mechanism at a time."""
    which, changed = chosen(scenario, changes, days, bundles)
    folder = out if out is not None else None if as_json else Path("results") / which.name
    if folder is not None:
        check_folder("--out", folder)
    from experiments.cli.console import progress_bar
    from experiments.cli.records import as_json as json_text
    from experiments.decompose import LADDER, check_decomposable
    from experiments.decompose import decompose as climb

    check_decomposable(which)
    n = which.replications if replications is None else replications
    with progress_bar(n * (len(LADDER) + 1)) as tell:
        done = climb(which, n, seed, workers, tell)
    if folder is not None:
        _write(folder, done)
    if as_json:
        print(json_text(_in_full(done, changed)))
    else:
        show(done, changed)
        print(f"Written to {folder}")


def _write(folder: Path, done: "Decomposition") -> None:
    """Write decomposition.csv and the figure drawn from it."""
    from figures.decomposition import draw

    with staged("--out", folder) as stage:
        with (stage / "decomposition.csv").open("w", newline="", encoding="utf-8") as stream:
            known = {
                "theory_wait": done.theory_wait,
                "n": len(done.kept),
                "n_left_out": done.n - len(done.kept),
            }
            table = csv.DictWriter(stream, [*done.rows[0], *known], lineterminator="\n")
            table.writeheader()
            table.writerows(row | known for row in done.rows)
        draw(stage)


def _in_full(done: "Decomposition", changed: Mapping[str, Any]) -> dict[str, Any]:
    from model.compiled import model_version

    return {
        "scenario": done.scenario.name, "seed": done.seed, "replications": done.n,
        "days": done.scenario.run.days, "changes": changed, "model_version": model_version(),
        "theory_wait": done.theory_wait, "seeds_kept": done.kept, "steps": done.rows,
        "runs": {row["name"]: runs for row, runs in zip(done.rows, done.runs, strict=False)},
    }  # fmt: skip


def show(done: "Decomposition", changed: Mapping[str, Any]) -> None:
    """Print the ladder for people to read."""
    from experiments.cli.console import output
    from experiments.cli.digits import plain

    console = output()
    console.print(f"[bold]{done.scenario.title}: from a textbook queue, one mechanism at a time[/bold]")
    console.print(
        f"{done.n} replication{'s' * (done.n > 1)} of every rung, the same seeds from {done.seed} on; "
        f"{done.scenario.run.days} days each."
    )
    if changed:
        console.print("Changed: " + ", ".join(f"{name} = {value}" for name, value in changed.items()) + ".")
    if sentence := runaway_sentence(done):
        console.print(f"[bold]{sentence}[/bold]")
    console.print()
    console.print(_table(done))
    console.print(
        f"Mean wait of the textbook queue by Erlang C: {plain(done.theory_wait)} minutes.\n"
        "Wait: minutes from the need to the start of the work, all completed requests. Work: rep minutes of any "
        "kind per completed request. Both: what the step adds, as median over all seeds with its 95 % interval; "
        "mean: the same over the seeds that ran away on no rung (means add up, medians do not). Away: share of runs "
        "that ran away. A step is what it adds on top of those above it; another order would divide the same total "
        "in another way."
    )


def runaway_sentence(done: "Decomposition") -> str:
    """How many seeds ran away, where, and what is made of them; nothing if none did."""
    if not any(row["runaway"] for row in done.rows):
        return ""
    where = ", ".join(f"{row['name']} ({row['runaway']:.0%})" for row in done.rows[:-1] if row["runaway"])
    left_out = done.n - len(done.kept)
    if left_out == 0:
        return f"Runs ran away on these rungs: {where}. The means below mix both kinds of run."
    return f"Runs ran away on these rungs: {where}. Left out of the means: {left_out} of {done.n} seeds."


def _table(done: "Decomposition") -> "Table":
    from rich.table import Table

    from experiments.cli.digits import MISSING, fixed

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("step", overflow="fold")
    for heading in ("wait", "interval", "mean", "work", "interval", "mean", "away"):
        table.add_column(heading, justify="right", overflow="fold")
    for row in done.rows:
        cells: list[str] = []
        for quantity in ("wait", "work"):
            median, low, high, mean = (
                MISSING if row[name] is None else fixed(row[name], DECIMALS[quantity])
                for name in (*(f"{quantity}_added_median{end}" for end in ("", "_low", "_high")), f"{quantity}_added")
            )
            cells += [median, "" if low == MISSING else f"{low} … {high}", mean]
        cells.append(f"{row['runaway']:.0%}")
        table.add_row(
            row["name"] if row is done.rows[0] or row is done.rows[-1] else f"+ {row['name']}", *cells
        )
    return table
