"""`desksales counterfactual`: what the desk claims, and what of it would have come about without a desk."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from experiments.cli.options import AsJson, Changes, Days, ScenarioName, Seed, With, Workers, chosen
from experiments.cli.own_rules import apart, tell_of_unasked, warn_of_plain
from experiments.cli.rule_faults import blamed
from experiments.cli.run import Number

if TYPE_CHECKING:
    from model.scenario import Scenario

ROWS = {
    "orders_claimed": "Orders claimed from service requests",
    "orders_appropriated": "  appropriated: done without a desk too",
    "orders_caused": "  caused: not done without a desk",
    "enquiries_sold": "Own sales on customers' enquiries",
    "enquiries_appropriated": "  appropriated: the field would sell it",
    "enquiries_caused": "  caused: the field would not sell it",
    "offers_sold": "Own sales on offers, all caused",
    "sales_reported": "All that the desk reports",
    "sales_caused": "  caused",
    "orders_prevented": "Orders completed only without a desk",
    "enquiries_missed": "Enquiries sold only without a desk",
}


def counterfactual(
    scenario: ScenarioName,
    replications: Number = None,
    seed: Seed = 1,
    days: Days = None,
    changes: Changes = None,
    bundles: With = None,
    workers: Workers = None,
    as_json: AsJson = False,
) -> None:
    """Tell claimed from caused: run every seed with and without the desk."""
    settings, own = apart("--set", changes)
    which, changed = chosen(scenario, settings, days, bundles)
    from experiments.cli.console import progress_bar
    from experiments.counterfactual import counterfactual as run_pairs

    n = which.replications if replications is None else replications
    warn_of_plain(own)
    with progress_bar(n) as tell, blamed(own.files, bool(own.plain)):
        pairs, summary = run_pairs(which, n, seed, workers, tell, own.functions())
    tell_of_unasked(own)
    if as_json:
        from experiments.cli.records import as_json as json_text
        from experiments.counterfactual import WINDOW
        from model.compiled import model_version

        head = {
            "scenario": which.name, "seed": seed, "replications": n, "days": which.run.days, "changes": changed,
            "own_rules": own.record(), "window": WINDOW, "model_version": model_version(),
        }  # fmt: skip
        print(json_text(head | {"measures": summary, "pairs": pairs}))
    else:
        show(which, changed | own.named, pairs, summary)


def show(
    scenario: "Scenario",
    changed: Mapping[str, Any],
    pairs: list[dict[str, Any]],
    summary: Mapping[str, Mapping[str, Any]],
) -> None:
    """Print the pairs for people to read."""
    from rich.table import Table

    from experiments.cli.console import output
    from experiments.cli.digits import estimate
    from experiments.counterfactual import WINDOW

    console, n = output(), len(pairs)
    console.print(f"[bold]{scenario.title}: with and without a desk[/bold]")
    console.print(f"{n} pair{'s' * (n > 1)} of runs, seeds {pairs[0]['seed']} to {pairs[-1]['seed']}.")
    if changed:
        console.print("Changed: " + ", ".join(f"{name} = {value}" for name, value in changed.items()) + ".")
    ran_away = sum(pair["runaway"] == 1.0 for pair in pairs)
    if ran_away:
        console.print(
            f"[bold]{ran_away} of {n} worlds with the desk ran away: the backlog of a unit grew without end. The means "
            "below mix both kinds; look at the pairs one by one.[/bold]"
        )
    console.print(
        f"Counted: what arose in the first {WINDOW:.0%} of {scenario.run.days} days. An order open at the end counts "
        "as not completed.\n"
    )
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("a run's mean", overflow="fold")
    for heading in ("number", "95 % interval", "$", "95 % interval"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, label in ROWS.items():
        table.add_row(label, *estimate(summary[f"n_{name}"]), *estimate(summary[f"value_{name}"]))
    console.print(table)
    console.print()
    for sentence in sentences(summary):
        console.print(sentence)


def sentences(summary: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """What the pairs say beside the counts; nothing is said of what never occurred."""
    from experiments.cli.digits import estimate

    told = []
    for name, before, after in (
        ("share_claims_caused", "Share caused of the value of claimed orders:", ""),
        ("share_caused", "Share caused of the value of all reported sales:", ""),
        ("hours_later", "Working hours by which appropriated orders were done later through the desk:", ""),
        ("n_orders_open", "Orders counted and open at the end, with the desk:", ""),
        ("n_orders_open_without", "Orders counted and open at the end, without a desk:", ""),
    ):
        mean, interval = estimate(summary[name])
        if summary[name]["mean"] is not None:
            told.append(f"{before} {mean}{after}" + (f" ({interval})" if interval else "") + ".")
    return told
