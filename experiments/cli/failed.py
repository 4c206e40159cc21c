"""`desksales failed`: the runs that failed, why, and how to see each alone."""

import json

from experiments.cli.options import AsJson
from experiments.cli.stores import StorePath


def failed(store: StorePath, as_json: AsJson = False) -> None:
    """List the runs that failed or ran away: which, why, and the command that does each alone."""
    from experiments.sweep.outcome import FAILURES, RUNAWAY
    from experiments.sweep.reproduce import command
    from experiments.sweep.store import open_store

    with open_store(store) as opened:
        listed = [] if opened.is_empty else [
            {"alternative": run.alternative, "point": run.point, "replication": run.replication, "status": run.status,
             "reason": run.reason, "command": command(opened, run)}
            for run in opened.runs((*FAILURES, RUNAWAY))
        ]  # fmt: skip
    if as_json:
        print(json.dumps(listed, indent=2, ensure_ascii=False))
        return
    for run in listed:
        which = f"{run['alternative']}, point {run['point']}, replication {run['replication']}"
        print(f"{which}: {run['status']}: {run['reason']}\n  {run['command']}")
    print(f"{len(listed) or 'None'} of the planned runs failed or ran away.")
