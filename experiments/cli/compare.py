"""`desksales compare`: two designs under the same luck, measure by measure."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.designs import DesignA, DesignB, WithA, WithB, own_changes
from experiments.cli.errors import InputError
from experiments.cli.options import AsJson, Changes, Days, Seed, With, Workers, chosen, named_path
from experiments.cli.own_rules import apart, tell_of_unasked, warn_of_plain
from experiments.cli.rule_faults import blamed
from experiments.cli.run import Everything, Number

if TYPE_CHECKING:
    from experiments.compare import Comparison

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
    """Compare two designs of a scenario, or of a stored sweep, under the same luck, seed by seed.

    The value of a rule may be FILE.py:FUNCTION in --set, --a and --b.
    """
    if store is not None:
        from experiments.cli.compare_stored import compare_stored

        given = {
            "SCENARIO": scenario, "--replications": replications, "--days": days, "--set": changes, "--with": bundles,
            "--with-a": with_a, "--with-b": with_b, "--seed": seed != 1, "--workers": workers,
        }  # fmt: skip
        compare_stored(store, a, b, [name for name, value in given.items() if value], everything, as_json)
        return
    if scenario is None:
        raise InputError("Give the SCENARIO to run, or with --store a sweep that was run.")
    (both, own), (a, own_a), (b, own_b) = apart("--set", changes), apart("--a", a), apart("--b", b)
    base, changed = chosen(scenario, both, days, bundles)
    only_a, only_b = own_changes(base, "--a", a, with_a), own_changes(base, "--b", b, with_b)
    from experiments.cli.results import main_measures

    main_measures(base)  # refused before anything runs
    first, second = base.changed(only_a), base.changed(only_b)
    rules_a, rules_b = own.without(only_a) | own_a, own.without(only_b) | own_b
    if (first.values(), rules_a) == (second.values(), rules_b):
        raise InputError(
            "Designs A and B are the same; give at least one of them a change of its own, for example "
            "--a channels.completion_notice_names_rep=true --b channels.completion_notice_names_rep=false."
        )
    from experiments.cli.console import progress_bar
    from experiments.compare import compare as run_both

    n = base.replications if replications is None else replications
    warn_of_plain(rules_a, rules_b)
    plain = [*rules_a.plain, *rules_b.plain]
    with progress_bar(2 * n) as tell, blamed(rules_a.files | rules_b.files, bool(plain)):
        done = run_both(first, second, n, seed, workers, tell, rules_a.functions(), rules_b.functions())
    tell_of_unasked(rules_a, rules_b)
    if as_json:
        from experiments.cli.records import as_json as json_text

        own_rules = {"a": rules_a.record(), "b": rules_b.record()}
        print(json_text(_in_full(done, changed, only_a, only_b, own_rules)))
    else:
        show(done, changed | own.named, only_a | own_a.named, only_b | own_b.named, everything)


def _in_full(
    done: "Comparison", changed: Mapping[str, Any], only_a: Mapping[str, Any], only_b: Mapping[str, Any],
    own_rules: Mapping[str, Any],
) -> dict[str, Any]:  # fmt: skip
    from model.compiled import model_version

    median, n_measures = done.saved
    return {
        "scenario": done.a.scenario.name, "seed": done.a.seed, "replications": len(done.a.runs),
        "days": done.a.scenario.run.days, "changes": changed, "a": only_a, "b": only_b,
        "own_rules": own_rules, "model_version": model_version(), "runs_saved_median": median,
        "runs_saved_measures": n_measures,
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
    from experiments.cli.compared import of_interest, tables_of
    from experiments.cli.console import output
    from experiments.cli.results import runaway_sentence

    console, scenario, n = output(), done.a.scenario, len(done.a.runs)
    seeds = f"seed {done.a.seed}" if n == 1 else f"seeds {done.a.seed} to {done.a.seed + n - 1}"
    console.print(f"[bold]{scenario.title}[/bold]")
    console.print(f"{n} pair{'s' * (n > 1)} of runs, {seeds}.")
    for heading, settings in (("Changed in both", changed), ("A", only_a), ("B", only_b)):
        if settings:
            said = ", ".join(f"{name} = {value}" for name, value in settings.items())
            console.print(f"{heading}: {said}", markup=False)
        elif heading in "AB":
            console.print(f"{heading}: as it is")
    for design, runs in (("A", done.a), ("B", done.b)):
        if sentence := runaway_sentence(runs):
            console.print(f"[bold]{design}: {sentence}[/bold]")
    console.print()
    for part in tables_of(done.measures, of_interest(scenario, everything), [*only_a, *only_b], n, everything):
        console.print(part)
