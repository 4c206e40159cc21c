"""The command that does one run of a sweep alone."""

import shlex
from typing import Any

from experiments.sweep.store import PlannedRun, Store


def command(store: Store, run: PlannedRun) -> str:
    """`desksales run …` with the run's scenario, changes and seed, as one would type it in the sweep's folder.

    It writes to a folder of its own, so that no results of other runs are replaced.
    """
    asked = store.asked
    changes = asked.get("hold", {}) | run.changes
    parts = ["desksales", "run", asked["scenario"], "--seed", str(run.seed), "--replications", "1"]
    parts += ["--days", str(asked["days"])] if "days" in asked else []
    for name, value in changes.items():
        parts += ["--set", f"{name}={written(value)}"]
    alone = f"{store.path.stem}-{run.alternative}-{run.point}-{run.replication}"
    return shlex.join([*parts, "--out", f"results/{alone}"])


def written(value: Any) -> str:
    """A value as text after `--set name=`, with all its digits."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ",".join(value)
    if isinstance(value, list):
        return "[" + ",".join(repr(float(number)) for number in value) + "]"
    return str(value)
