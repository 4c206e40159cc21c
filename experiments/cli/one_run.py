"""One run for the commands that look into it, such that Ctrl-C is heard at once."""

from typing import TYPE_CHECKING

from experiments.cli.errors import say

if TYPE_CHECKING:
    from model.scenario import Scenario
    from model.simulation import Result


def one_run(scenario: "Scenario", seed: int, log: bool = False, until_day: int | None = None) -> "Result":
    """Run a scenario once, keeping the log or stopping at the end of a day if asked."""
    from experiments.replicate import prepare
    from experiments.threads import side_by_side
    from model.simulation import simulate

    prepare(lambda done, message: say(message) if message else None)
    return side_by_side(
        lambda k, watch: simulate(scenario, seed, log=log, until_day=until_day, watch=watch), 1, 1
    )[0]
