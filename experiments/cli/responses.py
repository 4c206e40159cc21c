"""What `desksales curve` and `desksales heatmap` have in common: from a store to a table and its figure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from experiments.cli.errors import InputError
from experiments.cli.output import check_folder, staged
from experiments.cli.stored import folder_for, stored_runs, write_analysis

if TYPE_CHECKING:
    from experiments.analysis.stored import StoredRuns


@dataclass(frozen=True)
class Plot:
    """One of the two: its name, the option of its second parameter, what draws it, whether it needs the second."""

    name: str
    second: str
    draw: Callable[[Path], list[Path]]
    needs_second: bool


def draw_response(
    plot: Plot,
    store: Path,
    measure: str,
    x: str | None,
    by: str | None,
    against: str | None,
    where: list[str] | None,
    seed: int,
    out: Path | None,
    as_json: bool,
) -> None:
    """Reckon the response, write table and figure to the folder, and print it."""
    folder = folder_for(out, store, measure, as_json)
    if folder is not None:
        check_folder("--out", folder)
    from experiments.analysis.response import response
    from experiments.analysis.select import changes_of, selected, value_of, varied_name
    from experiments.cli.records import as_json as json_text

    stored = stored_runs(store, [measure])
    if x and x == by:
        raise InputError(f"{plot.second} is {by!r}, and so is --x; give another parameter for one of them.")
    along = varied_name(stored, "--x", x, taken=[by] if by else [])
    split = varied_name(stored, plot.second, by, taken=[along]) if by or plot.needs_second else None
    base = None if against is None else value_of(stored, "--against", along, against)
    if base is not None and not stored.common_luck:
        raise InputError("--against pairs runs of one seed, and in this sweep every point has luck of its own.")
    chosen = changes_of(stored, "--where", where)
    runs = selected(stored.distinct, chosen)
    if runs.empty:
        raise InputError(f"No run is done yet that this asks for; the store has {stored.progress}.")
    table = response(runs, stored.varied, measure, along, split, base, seed)
    if table.empty:
        raise InputError(f"No run with {along} = {against} is done yet, so there are no pairs; choose another value.")
    about = _about(stored, measure, along, split, base, chosen)
    rows = table.to_dict("records")
    if folder is not None:
        with staged("--out", folder) as stage:
            write_analysis(stage, plot.name, rows, about)
            plot.draw(stage)
    if as_json:
        print(json_text(about | {"rows": [{k: None if v != v else v for k, v in row.items()} for row in rows]}))
    else:
        show(about, rows)
        print(f"Written to {folder}")


def _about(
    stored: "StoredRuns", measure: str, x: str, by: str | None, against: Any, chosen: Mapping[str, Any]
) -> dict[str, Any]:
    """What the table shows, in the words that the figure needs."""
    from experiments.analysis.response import BINS, MOST_LEVELS
    from experiments.analysis.stored import plain, unit_of
    from model.measures import MEASURES

    unit = MEASURES[measure].unit
    incomplete = len(stored.finished) < len(stored.runs)
    rest = [name for name in stored.varied if name not in (x, by, *chosen)]
    in_bins = stored.runs[x].nunique() > MOST_LEVELS
    over = f"the values in a bin, of which there are {BINS} with equally many points" if in_bins else "seeds"
    notes = [
        f"{stored.sweep.base.name}; {stored.progress}, {stored.sweep.n_replications} of each point planned. "
        f"95 % bootstrap intervals over {over}."
    ]
    if chosen:
        notes.append("Only " + ", ".join(f"{name} = {plain(value)}" for name, value in chosen.items()) + ".")
    if rest:
        notes.append(f"Averaged over {', '.join(rest)}.")
    label = unit if against is None else f"difference to {plain(against)} ({unit})"
    return {
        "scenario": stored.sweep.base.name, "measure": measure, "unit": unit,
        "definition": MEASURES[measure].definition, "x": x, "by": by, "against": against, "where": dict(chosen),
        "title": f"{measure}: incomplete, {stored.progress}" if incomplete else measure, "y_label": label,
        "x_label": unit_of(stored.sweep, x), "by_label": None if by is None else unit_of(stored.sweep, by),
        "model_version": stored.model_version, "sweep": stored.sweep.as_data(),
        "done": len(stored.finished), "planned": len(stored.runs), "notes": notes,
    }  # fmt: skip


def show(about: Mapping[str, Any], rows: list[dict[str, Any]]) -> None:
    """Print the table for people to read."""
    from rich.table import Table

    from experiments.analysis.stored import plain
    from experiments.cli.console import output
    from experiments.cli.digits import MISSING, estimate

    console, names = output(), [name for name in (about["x"], about["by"]) if name is not None]
    some_ran_away = any(row["ran_away"] > 0.0 for row in rows)
    console.print(f"[bold]{about['title']} ({about['y_label']})[/bold]")
    console.print()
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    counted = "pairs" if about["against"] is not None else "runs"
    for heading in ("mean", "95 % interval", counted, *(["ran away"] if some_ran_away else [])):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        entry = {key: None if row[key] != row[key] else row[key] for key in ("mean", "low", "high")}
        mean, interval = estimate(entry)
        away = [f"{row['ran_away']:.0%}" if row["ran_away"] else MISSING] if some_ran_away else []
        table.add_row(*(plain(row[name]) for name in names), mean, interval, f"{row['n']:,}", *away)
    console.print(table)
    for note in about["notes"]:
        console.print(note)
    if some_ran_away:
        console.print("Runs that ran away are in no mean.")
