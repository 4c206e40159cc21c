"""`desksales compare --store`: two designs among the points of a stored sweep."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.cli.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from experiments.analysis.compare_points import StoredComparison
    from experiments.analysis.stored import StoredRuns


def compare_stored(
    store: Path, a: list[str] | None, b: list[str] | None, superfluous: list[str], everything: bool, as_json: bool
) -> None:
    """Compare points of a store; `superfluous` are options that only make sense where something is run."""
    if superfluous:
        raise InputError(
            f"{' and '.join(superfluous)} cannot be given with --store: the runs are there, and nothing is run."
        )
    from experiments.analysis.compare_points import compare_points
    from experiments.analysis.select import changes_of
    from experiments.cli.records import as_json as json_text
    from experiments.cli.stored import stored_runs
    from experiments.compare import runs_saved
    from model.measures import MEASURES

    stored = stored_runs(store, list(MEASURES))
    only_a, only_b = changes_of(stored, "--a", a), changes_of(stored, "--b", b)
    done = compare_points(stored, {name: about.unit for name, about in MEASURES.items()}, only_a, only_b)
    if as_json:
        median, n_measures = runs_saved(done.measures)
        print(json_text({
            "scenario": stored.sweep.base.name, "store": str(store), "seeds": done.seeds, "points": done.points,
            "averaged_over": done.rest, "a": only_a, "b": only_b, "runs_saved_median": median,
            "runs_saved_measures": n_measures, "ran_away": done.ran_away, "measures": done.measures,
        }))  # fmt: skip
    else:
        show(stored, done, only_a, only_b, everything)


def show(
    stored: "StoredRuns",
    done: "StoredComparison",
    a: "Mapping[str, Any]",
    b: "Mapping[str, Any]",
    everything: bool,
) -> None:
    """Print the comparison for people to read."""
    from experiments.analysis.stored import plain
    from experiments.cli.compared import of_interest, tables_of
    from experiments.cli.console import output

    console = output()
    console.print(f"[bold]{stored.sweep.base.title}[/bold]")
    pairs = f"{done.seeds} pair{'s' * (done.seeds > 1)} of runs"
    console.print(f"{pairs if done.points == 1 else f'{done.seeds} seeds'}, from {stored.path} ({stored.progress}).")
    if done.rest:
        console.print(f"Within a seed averaged over {done.points} points of {', '.join(done.rest)}.")
    for heading, values in (("A", a), ("B", b)):
        console.print(f"{heading}: " + ", ".join(f"{name} = {plain(value)}" for name, value in values.items()))
    for heading, ran_away in zip("AB", done.ran_away, strict=True):
        if ran_away:
            console.print(
                f"[bold]{heading}: {ran_away} of {done.runs} runs ran away. The means below mix both kinds.[/bold]"
            )
    console.print()
    names = of_interest(stored.sweep.base, everything)
    for part in tables_of(done.measures, names, [*a, *b], done.seeds, everything):
        console.print(part)
