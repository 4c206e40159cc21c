"""The plan of a sweep for people to read."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table


def show(told: Mapping[str, Any]) -> None:
    """Print the plan for people to read."""
    from experiments.cli.console import output

    console, n = output(), told["replications"]
    console.print(f"[bold]{told['title']}[/bold]")
    luck = "the same seeds at every point" if told["luck"] == "common" else "each point with luck of its own"
    console.print(
        f"{told['design']}: {told['cells']:,} point{'s' * (told['cells'] > 1)} × {n} replication{'s' * (n > 1)} = "
        f"{told['runs']:,} runs, {luck}."
    )
    learned = told["learned_from"]
    console.print(f"Learned from {learned['source']}: {learned['points']} points × {learned['seeds']} seeds.")
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
    from experiments.cli.digits import plain
    from experiments.cli.sweep_progress import duration

    left = "" if told["runs_left"] == told["runs"] else f"{told['runs_left']:,} runs are left: "
    workers = told["workers"]
    return (
        f"{left}{plain(told['core_hours'])} core-hours ({told['run_seconds']:.2g} s a run), "
        f"{duration(3600.0 * told['hours'])} with {workers} worker{'s' * (workers > 1)}; {size(told['bytes'])} of "
        f"store ({size(told['run_bytes'])} a run)."
    )


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
        f"α = {told['alpha']:g}, power {told['power']:g}. {told['learned_from']['seeds']} seeds put the sd of a run "
        f"between {plain(low)} and {plain(high)}{known} (95 %); what is needed grows with sd² and, under common luck, "
        "with 1 − ρ. Formula: 14.091 J^−0.640 f^−1.986 (Secchi & Seri 2017), beside the exact number."
    )
