"""`desksales side-by-side`: two call centres over the same time, in one table and one figure (003-10)."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from experiments.cli.errors import InputError
from experiments.cli.options import AsJson, Days, Seed, Workers, chosen, named_path
from experiments.cli.output import check_folder, staged
from experiments.cli.run import Number, write

if TYPE_CHECKING:
    from rich.table import Table

    from experiments.replicate import Replications
    from model.scenario import Scenario

First = Annotated[str, typer.Argument(metavar="[A]", help="Name of a scenario of a call centre, or a .toml file.")]
Second = Annotated[str, typer.Argument(metavar="[B]", help="Name of the one beside it.")]
Out = Annotated[
    Path, typer.Option("--out", parser=named_path("--out"), metavar="FOLDER", help="Folder for both and the figure.")
]

SHOWN = (
    "calls_per_hour", "handle_time_mean_s", "handle_time_p99_s", "longest_call_minutes", "sales_now", "sales_later",
    "satisfaction_mean", "morale_mean", "turnover_per_year", "dismissals", "cap_breach_share", "let_go_share",
    "talked_into_share", "staying_mean",
)  # fmt: skip
"""How might you want your performance, or your team's, to be judged (003-10)?"""


def side_by_side(
    a: First = "credit_card",
    b: Second = "zappos",
    replications: Number = None,
    seed: Seed = 1,
    days: Days = None,
    workers: Workers = None,
    out: Out = Path("results/two_call_centres"),
    as_json: AsJson = False,
) -> None:
    """Run two call centres and set them beside each other, in a table and a figure."""
    scenarios = [_centre(name, days) for name in (a, b)]
    if scenarios[0].name == scenarios[1].name:
        raise InputError(f"Both centres are {scenarios[0].name}; name two, or use `desksales compare` for two designs.")
    check_folder("--out", out)
    from experiments.cli.console import progress_bar
    from experiments.cli.records import as_json as json_text
    from experiments.cli.records import details
    from experiments.replicate import replicate

    runs = []
    for scenario in scenarios:
        n = scenario.replications if replications is None else replications
        with progress_bar(n) as tell:
            runs.append(replicate(scenario, n, seed, workers, tell, details))
    for done in runs:
        write(out / done.scenario.name, done, {})
    if as_json:
        print(json_text({done.scenario.name: done.summary for done in runs}))
    else:
        from experiments.cli.console import output

        output().print(_table(runs))
        print(f"Written to {out}")
    _draw(out, runs)


def _centre(name: str, days: int | None) -> "Scenario":
    """A scenario that has calls in streams."""
    scenario, _ = chosen(name, None, days)
    if not scenario.streams:
        raise InputError(f"{scenario.name} is no call centre: it has no streams of calls; name one such as zappos.")
    return scenario


def _draw(out: Path, runs: list["Replications"]) -> None:
    from figures.two_call_centres import draw

    first, second = (out / done.scenario.name for done in runs)
    with staged("--out", out) as stage:
        draw((first, second), stage / "two_call_centres")


def _table(runs: list["Replications"]) -> "Table":
    from rich.table import Table

    from experiments.cli.digits import estimate
    from model.measures import MEASURES

    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("measure")
    for done in runs:
        table.add_column(done.scenario.name, justify="right", no_wrap=True)
        table.add_column("95 % interval", justify="right", no_wrap=True)
    table.add_column("unit")
    for name in SHOWN:
        cells = [cell for done in runs for cell in estimate(done.summary[name])]
        table.add_row(name, *cells, MEASURES[name].unit)
    return table
