"""How help among home-based colleagues starts and lasts under two norms and with little or much identity (C17).

`python -m experiments.norms_of_helping` writes figures/home_based.csv and draws the figure from it.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from model.scenario import Scenario, load_scenario
from model.simulation import Result

FIGURES = Path(__file__).parent.parent / "figures"
NORMS = ("beneficence", "reciprocity")
PERIOD = 5
"""Days whose questions are taken together."""
IDENTITIES = {"low": 0.1, "high": 0.8}
"""Identity with the firm of everybody but the outsourcer's people, by its name in the figure."""


def designs(base: Scenario) -> Iterator[tuple[dict[str, Any], Scenario]]:
    """The two norms on and off at identity as it is, and both on at low and at high identity."""
    for b in (0, 1):
        for r in (0, 1):
            switched = {f"norms.{name}": on * base[f"norms.{name}"] for name, on in zip(NORMS, (b, r), strict=True)}
            yield {"identity": "as it is", "beneficence": b, "reciprocity": r}, base.changed(switched)
    own = [group for group, about in base.groups.items() if about.site != "outsourcer"]
    for name, identity in IDENTITIES.items():
        shared = base.changed({f"groups.{group}.identity": identity for group in own})
        yield {"identity": name, "beneficence": 1, "reciprocity": 1}, shared


def periods(result: Result) -> list[dict[str, Any]]:
    """What became of the questions of each period, and the trust at its start."""
    days = result.world.help_days
    records = []
    for start in range(0, len(days) - PERIOD + 1, PERIOD):
        part = days[start : start + PERIOD]
        answered = part["n_helped"] + part["n_too_late"] + part["n_misled"]
        records.append({
            "day": start + PERIOD, "lacking": int(part["n_lacking"].sum()), "answered": int(answered.sum()),
            "trust": round(float(part["trust"][0]), 4), "known": round(float(part["known"][0]), 4),
        })  # fmt: skip
    return records


def tabulate(base: Scenario, replications: int, seed: int = 1) -> list[dict[str, Any]]:
    """Run every design under the same seeds; one record for each design, replication and period."""
    from experiments.cli.console import progress_bar
    from experiments.replicate import replicate

    rows, every = [], list(designs(base))
    with progress_bar(len(every) * replications) as tell:
        for number, (names, scenario) in enumerate(every):
            def so_far(done: int, message: str, before: int = number * replications) -> None:
                tell(before + done, message)

            runs = replicate(scenario, replications, seed, progress=so_far, extract=periods)
            for k, taken in enumerate(runs.extracts, 1):
                rows += [names | {"replication": k} | record for record in taken]
    return rows


def main(replications: int | None = None) -> int:
    """Write the table and the figure into figures/."""
    from figures.home_based import draw

    base = load_scenario("home_based")
    rows = tabulate(base, base.replications if replications is None else replications)
    with (FIGURES / "home_based.csv").open("w", newline="", encoding="utf-8") as stream:
        table = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    for path in draw(FIGURES):
        print(f"Written to {path.relative_to(FIGURES.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
