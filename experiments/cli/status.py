"""`desksales status`: how far a sweep is."""

import json
from typing import Any

from experiments.cli.options import AsJson
from experiments.cli.stores import StorePath


def status(store: StorePath, as_json: AsJson = False) -> None:
    """Say how far a sweep is: runs done, failed and left, and runs made by earlier versions of the model."""
    from experiments.sweep.store import open_store
    from model.compiled import model_version

    with open_store(store) as opened:
        if opened.is_empty:
            told: dict[str, Any] = {"store": str(store), "planned": 0}
        else:
            complete, seconds = opened.seconds()
            told = {
                "store": str(store), "scenario": opened.scenario, "design": opened.asked["design"]["kind"],
                "planned": opened.n_planned, "missing": opened.n_missing(), "by_status": opened.by_status(),
                "complete": complete, "seconds_per_run": seconds, "model_version": opened.model_version,
                "model_changed": opened.model_version != model_version(),
                "stale": opened.stale(opened.model_version), "of_earlier_designs": opened.n_other,
                "sessions": opened.sessions(),
            }  # fmt: skip
    print(json.dumps(told, indent=2) if as_json else _in_words(told))


def _in_words(told: dict[str, Any]) -> str:
    if not told["planned"]:
        return f"No sweep was planned in {told['store']} so far."
    lines = [f"{told['store']}: a sweep of {told['scenario']}, design {told['design']}."]
    counts = ", ".join(f"{n:,} {name}" for name, n in told["by_status"].items()) or "none done"
    lines.append(f"{told['planned']:,} runs planned: {counts}; {told['missing']:,} to do.")
    if told["complete"]:
        lines.append(f"A run took {told['seconds_per_run']:.2f} seconds in the mean.")
    if told["model_changed"]:
        lines.append("The model has changed since: `desksales sweep` would do all runs again with the present one.")
    if told["stale"]:
        stale = sum(told["stale"].values())
        lines.append(f"{stale:,} stale runs of other versions of the model are kept and not used.")
    if told["of_earlier_designs"]:
        lines.append(f"{told['of_earlier_designs']:,} runs of earlier designs are kept and not used by this one.")
    last = told["sessions"][-1] if told["sessions"] else None
    if last is not None and last["ended"] is None:
        who = f"Process {last['process']} on {last['host']}"
        lines.append(f"{who} has been at it since {last['started']}, or was killed.")
    return "\n".join(lines)
