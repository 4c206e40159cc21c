"""`desksales run`: a scenario under many seeds, as a table, as files with a figure, or as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from experiments.cli.options import AsJson, Changes, Days, ScenarioName, Seed, With, Workers, chosen, named_path, whole
from experiments.cli.output import check_folder, staged
from experiments.cli.own_rules import NO_RULES, OwnRules, apart, tell_of_unasked, warn_of_plain
from experiments.cli.rule_faults import blamed

if TYPE_CHECKING:
    from experiments.replicate import Replications

Number = Annotated[
    int | None,
    typer.Option(
        "--replications", parser=whole("--replications", 1, 1_000_000), metavar="N",
        help="Runs, with seeds S, S + 1, …; the scenario's own number if not given.",
    ),
]  # fmt: skip
Out = Annotated[
    Path | None,
    typer.Option(
        "--out", parser=named_path("--out"), metavar="FOLDER",
        help="Folder to write; results/SCENARIO if not given.",
    ),
]  # fmt: skip

Everything = Annotated[bool, typer.Option("--all", help="Print every measure, not only the published and main ones.")]


def run(
    scenario: ScenarioName,
    replications: Number = None,
    seed: Seed = 1,
    days: Days = None,
    changes: Changes = None,
    bundles: With = None,
    workers: Workers = None,
    out: Out = None,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Run a scenario many times and set the published figures beside the model's."""
    settings, own = apart("--set", changes)
    which, changed = chosen(scenario, settings, days, bundles)
    folder = _folder(out, "_with_".join([which.name, *which.bundles]), as_json)
    from experiments.cli.console import progress_bar
    from experiments.cli.records import as_json as json_text
    from experiments.cli.records import details
    from experiments.cli.results import main_measures
    from experiments.replicate import replicate

    main_measures(which)  # refused before anything runs
    n = which.replications if replications is None else replications
    warn_of_plain(own)
    with progress_bar(n) as tell, blamed(own.files, bool(own.plain)):
        extract = details if folder is not None else None
        done = replicate(which, n, seed, workers, tell, extract, own.functions())
    tell_of_unasked(own)
    failure = write(folder, done, changed, own) if folder is not None else None
    if as_json:
        print(json_text(_head(done, changed, own) | {"measures": done.summary, "runs": done.runs}))
    else:
        from experiments.cli.results import show

        show(done, changed | own.named, everything)
        print(f"Written to {folder}")
    if failure is not None:
        raise failure


def _folder(out: Path | None, name: str, as_json: bool) -> Path | None:
    """Where to write: where told, else below results/; with --json nowhere unless told."""
    folder = out if out is not None else None if as_json else Path("results") / name
    if folder is not None:
        check_folder("--out", folder)
    return folder


def _head(done: "Replications", changed: dict[str, Any], own: OwnRules) -> dict[str, Any]:
    """What was run."""
    from model.compiled import model_version

    return {
        "scenario": done.scenario.name, "seed": done.seed, "replications": len(done.runs),
        "days": done.scenario.run.days, "bundles": list(done.scenario.bundles), "changes": changed,
        "own_rules": own.record(), "model_version": model_version(),
    }  # fmt: skip


def write(
    folder: Path, done: "Replications", changed: dict[str, Any], own: OwnRules = NO_RULES
) -> Exception | None:
    """Write the tables and the figure. What keeps a figure from being drawn is returned."""
    from experiments.cli.records import write_tables

    scenario, failure = done.scenario, None
    described = {"title": scenario.title, "published": scenario.published, "values": scenario.values() | own.named}
    reviewed = any(taken["reviews"] for taken in done.extracts)
    with staged("--out", folder) as stage:
        write_tables(stage, done, _head(done, changed, own) | described)
        if (stage / "hours.csv").exists():
            from figures.star_customer import draw
        elif reviewed and scenario.vocabulary is None and not scenario.streams:
            from figures.first_year import draw
        elif (stage / "centre_days.csv").exists():
            from figures.centre_year import draw
        else:
            draw = None
        try:
            if draw is not None:
                draw(stage)
        except Exception as error:
            failure = error
        for figure in ("first_year", "star_customer", "centre_year"):  # an old figure must not stand beside new tables
            for old in folder.glob(f"{figure}.*") if not any(stage.glob(f"{figure}.*")) else ():
                old.unlink()
    return failure
