"""`desksales compare`: two designs under the same luck, measure by measure."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.errors import InputError
from experiments.cli.options import AsJson, Changes, Days, Seed, With, chosen, named_path
from experiments.cli.run import Everything, Number, Workers

if TYPE_CHECKING:
    from rich.table import Table

    from experiments.compare import Comparison
    from model.scenario import Scenario

DesignA = Annotated[
    list[str] | None,
    typer.Option("--a", metavar="NAME=VALUE", help="Change a parameter in design A only; may be repeated."),
]
DesignB = Annotated[
    list[str] | None,
    typer.Option("--b", metavar="NAME=VALUE", help="Change a parameter in design B only; may be repeated."),
]

WithA = Annotated[
    list[str] | None,
    typer.Option("--with-a", metavar="BUNDLE", help="Lay a bundle over design A only; may be repeated."),
]
WithB = Annotated[
    list[str] | None,
    typer.Option("--with-b", metavar="BUNDLE", help="Lay a bundle over design B only; may be repeated."),
]

MOST_SHOWN = 999_999
"""Savings beyond a million runs say only that two designs hardly part."""


FromStore = Annotated[
    Path | None,
    typer.Option(
        "--store", metavar="STORE", parser=named_path("--store"),
        help="Compare points of this stored sweep, not of a SCENARIO; nothing is run.",
    ),
]  # fmt: skip
ScenarioOrStore = Annotated[
    str | None,
    typer.Argument(metavar="[SCENARIO]", help="Name of a scenario, or the path of a .toml file; none with --store."),
]


def compare(
    scenario: ScenarioOrStore = None,
    a: DesignA = None,
    b: DesignB = None,
    replications: Number = None,
    seed: Seed = 1,
    days: Days = None,
    changes: Changes = None,
    bundles: With = None,
    with_a: WithA = None,
    with_b: WithB = None,
    workers: Workers = None,
    store: FromStore = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Compare two designs of a scenario, or of a stored sweep, under the same luck, seed by seed."""
    if store is not None:
        from experiments.cli.compare_stored import compare_stored

        given = {
            "SCENARIO": scenario, "--replications": replications, "--days": days, "--set": changes, "--with": bundles,
            "--with-a": with_a, "--with-b": with_b,
        }  # fmt: skip
        compare_stored(store, a, b, [name for name, value in given.items() if value], everything, as_json)
        return
    if scenario is None:
        raise InputError("Give the SCENARIO to run, or with --store a sweep that was run.")
    base, changed = chosen(scenario, changes, days, bundles)
    only_a, only_b = own_changes(base, "--a", a, with_a), own_changes(base, "--b", b, with_b)
    from experiments.cli.results import main_measures

    main_measures(base)  # refused before anything runs
    first, second = base.changed(only_a), base.changed(only_b)
    if first.values() == second.values():
        raise InputError(
            "Designs A and B are the same; give at least one of them a change of its own, for example "
            "--a channels.completion_notice_names_rep=true --b channels.completion_notice_names_rep=false."
        )
    from experiments.cli.console import progress_bar
    from experiments.compare import compare as run_both

    n = base.replications if replications is None else replications
    with progress_bar(2 * n) as tell:
        done = run_both(first, second, n, seed, workers, tell)
    if as_json:
        from experiments.cli.records import as_json as json_text

        print(json_text(_in_full(done, changed, only_a, only_b)))
    else:
        show(done, changed, only_a, only_b, everything)


def own_changes(
    base: "Scenario", option: str, settings: list[str] | None, bundles: list[str] | None = None
) -> dict[str, Any]:
    """The changes of one design by full name, its bundles first; of two changes of one parameter the last counts."""
    from model.scenario import parse_value, read_bundle

    own: dict[str, Any] = {}
    for bundle in bundles or []:
        own |= read_bundle(bundle)
    for setting in settings or []:
        name, sign, text = (part.strip() for part in setting.partition("="))
        if not sign or not name:
            raise InputError(
                f"{option} is {setting!r}; write name=value, for example {option} people.accounts=50."
            )
        own[name] = parse_value(base, name, text)
    return own


def _in_full(
    done: "Comparison", changed: Mapping[str, Any], only_a: Mapping[str, Any], only_b: Mapping[str, Any]
) -> dict[str, Any]:
    from model.compiled import model_version

    median, n_measures = done.saved
    return {
        "scenario": done.a.scenario.name, "seed": done.a.seed, "replications": len(done.a.runs),
        "days": done.a.scenario.run.days, "changes": changed, "a": only_a, "b": only_b,
        "model_version": model_version(), "runs_saved_median": median, "runs_saved_measures": n_measures,
        "measures": done.measures, "runs": {"a": done.a.runs, "b": done.b.runs},
    }  # fmt: skip


def show(
    done: "Comparison",
    changed: Mapping[str, Any],
    only_a: Mapping[str, Any],
    only_b: Mapping[str, Any],
    everything: bool = False,
) -> None:
    """Print the comparison for people to read: the published and the main measures, or every measure."""
    from experiments.cli.console import output
    from experiments.cli.results import runaway_sentence

    console, scenario, n = output(), done.a.scenario, len(done.a.runs)
    seeds = f"seed {done.a.seed}" if n == 1 else f"seeds {done.a.seed} to {done.a.seed + n - 1}"
    console.print(f"[bold]{scenario.title}[/bold]")
    console.print(f"{n} pair{'s' * (n > 1)} of runs, {seeds}.")
    for heading, settings in (("Changed in both", changed), ("A", only_a), ("B", only_b)):
        if settings:
            console.print(f"{heading}: " + ", ".join(f"{name} = {value}" for name, value in settings.items()))
        elif heading in "AB":
            console.print(f"{heading}: as it is")
    for design, runs in (("A", done.a), ("B", done.b)):
        if sentence := runaway_sentence(runs):
            console.print(f"[bold]{design}: {sentence}[/bold]")
    console.print()
    names = of_interest(scenario, everything)
    shown = [name for name in names if any(done.measures[name][side] is not None for side in "ab")]
    console.print(table_of(done.measures, shown, n))
    console.print(footer(done.measures, n))
    if not everything and len(shown) < len(done.measures):
        console.print(
            "--all prints every measure; `desksales measures` says what they are, with their units."
        )


def of_interest(scenario: "Scenario", everything: bool) -> list[str]:
    """Measures to show: the published ones in their order, then the main ones; all if asked, or if none is named.

    Where a vocabulary leaves nothing but a queue, only the measures of a queue.
    """
    from experiments.cli.results import main_measures
    from model.measures import MEASURES

    if scenario.vocabulary is not None:
        return [name for name, about in MEASURES.items() if about.theme == "queue"]
    main = [*scenario.published, *main_measures(scenario)]
    rest = list(MEASURES) if everything or not main else []
    return list(dict.fromkeys([*main, *rest]))


def table_of(measures: Mapping[str, Mapping[str, Any]], names: list[str], n: int) -> "Table":
    """One row a measure: both means, their difference, its interval; `n` pairs were made."""
    from rich.table import Table

    partial = any(measures[name]["n"] < n for name in names)
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("measure", overflow="fold")
    for heading in ("A", "B", "B − A", "95 % interval", "runs saved", *(["pairs"] if partial else [])):
        table.add_column(heading, justify="right", no_wrap=heading not in ("runs saved",))
    for name in names:
        entry = measures[name]
        pairs = [f"{entry['n']}/{n}" if entry["n"] < n else ""] if partial else []
        table.add_row(name, *difference_cells(entry), saved_text(entry), *pairs)
    return table


def difference_cells(entry: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """Both means, their difference and its interval, all to the decimal that the interval still tells."""
    from experiments.cli.digits import estimate

    known = entry["low"] is not None
    half = (entry["high"] - entry["low"]) / 2.0 if known else 0.0

    def mean(side: str) -> str:
        value = entry[side]
        bounds = (value - half, value + half) if known and value is not None else (None, None)
        return estimate({"mean": value, "low": bounds[0], "high": bounds[1]})[0]

    difference, interval = estimate({"mean": entry["difference"], "low": entry["low"], "high": entry["high"]})
    return mean("a"), mean("b"), difference, interval


def saved_text(entry: Mapping[str, Any]) -> str:
    """Runs of each design that the pairing saved; nothing where luck does not touch the difference."""
    saved = entry["runs_saved"]
    if saved is not None and saved > MOST_SHOWN:
        return f"> {MOST_SHOWN:,}"
    return "" if saved is None else f"{saved:,}"


def footer(measures: Mapping[str, Mapping[str, Any]], n: int) -> str:
    """What the pairing of `n` runs saved."""
    from experiments.compare import runs_saved

    median, n_measures = runs_saved(measures)
    if median is None:
        return (
            "One pair tells no interval; ask for more replications."
            if n == 1
            else "No difference varied with luck."
        )
    return (
        f"Runs saved: with luck of their own, intervals as narrow would take so many more runs of each design "
        f"than the {n} made; median of {n_measures} measures: {median:,.0f}."
    )
