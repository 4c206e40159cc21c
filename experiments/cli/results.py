"""The results of a run as tables: published figures beside the model's, then the other measures by theme."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from experiments.cli.console import output
from experiments.cli.digits import estimate
from experiments.cli.errors import InputError
from experiments.cli.measures import themes

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from experiments.replicate import Replications
    from model.scenario import Scenario


FITTED = "*"
"""What marks a published figure that values were moved to meet."""


def show(done: "Replications", changes: Mapping[str, Any], everything: bool = False) -> None:
    """Print the results for people to read: published figures and the main measures, or every measure."""
    console, scenario, n = output(), done.scenario, len(done.runs)
    console.print(f"[bold]{scenario.title}[/bold]")
    seeds = f"seed {done.seed}" if n == 1 else f"seeds {done.seed} to {done.seed + n - 1}"
    console.print(f"{n} replication{'s' * (n > 1)}, {seeds}; {scenario.run.days} days each.")
    if scenario.bundles:
        console.print(f"With {', '.join(scenario.bundles)}.")
    if changes:
        said = ", ".join(f"{name} = {value}" for name, value in changes.items())
        console.print(f"Changed: {said}.", markup=False)
    runaway = runaway_sentence(done)
    if runaway:
        console.print(f"[bold]{runaway}[/bold]")
    console.print()
    published = [name for name, entry in done.summary.items() if "published" in entry]
    if published:
        console.print(_published(done, published))
        console.print(_verdict(done, published))
        console.print()
    rest = [name for name in _of_interest(scenario) if name not in published]
    main = [name for name in main_measures(scenario) if name in rest and done.summary[name]["n"]]
    if everything or not (published or main):
        _show_by_theme(console, done, rest)
        return
    console.print(_of_theme(done, main))
    more = sum(done.summary[name]["n"] > 0 for name in rest) - len(main)
    console.print(f"{more} more measures: --all prints them, `desksales measures` says what they are.\n")


def main_measures(scenario: "Scenario") -> tuple[str, ...]:
    """Measures that the scenario names as those to look at beside the published ones."""
    from model.measures import MEASURES
    from model.scenario.names import nearest

    for name in scenario.main_measures:
        if name not in MEASURES:
            raise InputError(
                f"The main_measures of {scenario.name} name {name!r}{nearest(name, MEASURES)}; "
                "`desksales measures` lists what there is."
            )
    return scenario.main_measures


def runaway_sentence(done: "Replications") -> str:
    """How many runs ran away: a mean over both kinds of run describes neither (evidence E, tipping point)."""
    n, ran_away = len(done.runs), sum(run["runaway"] == 1.0 for run in done.runs)
    if ran_away == 0:
        return ""
    share = f"{ran_away} of {n} runs ({ran_away / n:.0%}) ran away: the backlog of a unit grew without end."
    return share if ran_away == n else f"{share} The means below mix both kinds; look at the runs one by one."


def _verdict(done: "Replications", published: list[str]) -> str:
    """How many figures are met of those that could have failed, and where they come from."""
    origins = [done.summary[name]["published"].get("origin", "emergent") for name in published]
    open_ones = [name for name, origin in zip(published, origins, strict=True) if origin != "input"]
    if not open_ones:
        return "What is published follows from inputs. Rows: see model/README.md."
    met = sum(done.summary[name]["meets"] for name in open_ones)
    star = f" ({FITTED})" if "calibrated" in origins else ""
    kinds = [f"{origins.count('calibrated')} were calibrated on{star}, {origins.count('emergent')} emerge"]
    if "input" in origins:
        kinds.append(f"{origins.count('input')} more follow from inputs")
    return f"{met} of {len(open_ones)} published figures met ({'; '.join(kinds)}). Rows: see model/README.md."


def _show_by_theme(console: "Console", done: "Replications", names: list[str]) -> None:
    from model.measures import MEASURES

    for theme, title in themes().items():
        rows = [name for name in names if MEASURES[name].theme == theme and done.summary[name]["n"]]
        if rows:
            console.print(f"[bold italic]{title}[/bold italic]")
            console.print(_of_theme(done, rows))
            console.print()
    absent = [name for name in names if not done.summary[name]["n"]]
    if absent:
        console.print(f"[dim]Does not apply to any run: {', '.join(absent)}.[/dim]\n")


def _of_interest(scenario: "Scenario") -> list[str]:
    """Measures to show: all, or those of the queue where a vocabulary leaves nothing but a queue."""
    from model.measures import MEASURES

    return [name for name, about in MEASURES.items() if scenario.vocabulary is None or about.theme == "queue"]


def published_text(figure: Mapping[str, Any]) -> str:
    """A published figure in short: `0.5 ± 0.03`, `< 1`, `> 1`."""
    parts = []
    if "value" in figure:
        tolerance = f" ± {figure['tolerance']:g}" if figure.get("tolerance") else ""
        parts.append(f"{figure['value']:g}{tolerance}")
    parts += [f"{sign} {figure[key]:g}" for key, sign in (("below", "<"), ("above", ">")) if key in figure]
    return ", ".join(parts)


def _published(done: "Replications", names: list[str]) -> "Table":
    table = _table("measure", "published", "row", "model", "95 % interval", "met")
    table.columns[2].width = 8
    for name in names:
        entry = done.summary[name]
        mean, interval = estimate(entry)
        figure = entry["published"]
        met = "yes" if entry["meets"] else "[bold red]no[/bold red]"
        if figure.get("origin") == "input":
            met = "input"
        elif figure.get("origin") == "calibrated":
            met += FITTED
        table.add_row(name, published_text(figure), figure["row"], mean, interval, met)
    return table


def _of_theme(done: "Replications", names: list[str]) -> "Table":
    """The measures of one theme; `in runs` says how many a measure applies to, if not to all."""
    from model.measures import MEASURES

    partial = any(done.summary[name]["n"] < len(done.runs) for name in names)
    table = _table("measure", "model", "95 % interval", "unit", *(["runs"] if partial else []))
    table.columns[0].min_width, table.columns[1].min_width, table.columns[2].min_width = 29, 9, 16
    for name in names:
        entry = done.summary[name]
        partly = f"{entry['n']}/{len(done.runs)}" if entry["n"] < len(done.runs) else ""
        table.add_row(name, *estimate(entry), MEASURES[name].unit, *([partly] if partial else []))
    return table


def _table(*headings: str) -> "Table":
    from rich.table import Table

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    for heading in headings:
        number = heading in ("model", "95 % interval")
        table.add_column(heading, justify="right" if number else "left", no_wrap=number, overflow="fold")
    return table
