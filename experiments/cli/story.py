"""`desksales story`: the life of one issue, told from the event log."""

from typing import Annotated

import typer

from experiments.cli.errors import InputError
from experiments.cli.one_run import one_run
from experiments.cli.options import Changes, Days, ScenarioName, Seed, With, chosen, whole

PICKS = ("slowest", "tagged", "refused", "jumped")
Pick = Annotated[
    str | None, typer.Option("--pick", metavar="|".join(PICKS), help="Choose by what happened to it.")
]
Issue = Annotated[
    int | None, typer.Option("--issue", parser=whole("--issue", 0), metavar="N", help="Choose by number.")
]


def story(
    scenario: ScenarioName,
    seed: Seed = 1,
    pick: Pick = None,
    issue: Issue = None,
    days: Days = None,
    changes: Changes = None,
    bundles: With = None,
) -> None:
    """Tell the life of one issue in plain English, as field notes."""
    from model.scenario import nearest

    if pick is not None and pick not in PICKS:
        raise InputError(f"--pick is {pick!r}{nearest(pick, PICKS)}; it must be one of {', '.join(PICKS)}.")
    if pick is not None and issue is not None:
        raise InputError(f"--pick {pick} and --issue {issue} both choose an issue; give only one of them.")
    which, _ = chosen(scenario, changes, days, bundles)
    from model.story import tell  # after all that can be refused, for it takes a while

    print(tell(one_run(which, seed, log=True), pick=pick, issue=issue))
