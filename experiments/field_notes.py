"""The field notes of one issue beside its timeline: table and certificate of the figure."""

from pathlib import Path
from typing import Any

from experiments.claims.certificate import FIGURES, keep, table_hash, write
from experiments.claims.findings import as_csv

SCENARIO, SEED, PICK = "mtel", 1, "refused"
STEM = "field_notes"


def make(folder: Path = FIGURES) -> Path:
    """Tell the life of the issue, keep its moments and the certificate in `folder`, and draw them; returns the PNG."""
    from figures.field_notes import draw

    rows, about = told()
    text = as_csv(rows)
    write(folder / f"{STEM}.csv", text)
    keep(folder / f"{STEM}.json", about | {"tables": [f"{STEM}.csv"], "table_hash": table_hash(text)})
    return next(path for path in draw(folder / STEM) if path.suffix == ".png")


def told() -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Moments of the issue in order, and what they were told from."""
    from experiments.claims.record import told_commit
    from experiments.sweep.provenance import lock_hash, now
    from model import load_scenario, simulate
    from model.compiled import model_version
    from model.story import tell, timeline
    from model.story.pick import pick_issue

    scenario = load_scenario(SCENARIO)
    result = simulate(scenario, SEED, log=True)
    issue = pick_issue(result, PICK)
    heading, *_, tally = " ".join(tell(result, issue=issue).split("\n")).split("  ")
    rows = [
        {
            "number": number, "day": int(one.time // scenario.run.day_minutes) + 1,
            "minute": f"{one.time:.6g}", "who": one.who, "what": one.what, "sentence": one.sentence,
        }
        for number, one in enumerate(timeline(result, issue), 1)
    ]  # fmt: skip
    about = {
        "scenario": SCENARIO, "seed": SEED, "pick": PICK, "issue": int(issue), "heading": heading, "tally": tally,
        "day_minutes": scenario.run.day_minutes, "model_version": model_version(), "lock": lock_hash(), "made": now(),
        "commit": told_commit(),
    }  # fmt: skip
    return rows, about


if __name__ == "__main__":
    print(make())
