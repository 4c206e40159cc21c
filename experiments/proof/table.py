"""The table of proof: every check at full length, as figures/proof.csv and figures/proof.md."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from experiments.proof import chasing, choices, queues, stages
from experiments.proof.comparison import Comparison

FIGURES = Path(__file__).parent.parent.parent / "figures"

Check = Callable[[int, int], list[Comparison]]

LONG: tuple[tuple[Check, int, int], ...] = (
    (queues.erlang_c_waits, 100, 400),
    (queues.erlang_a_waits, 100, 100),
    (queues.erlang_b_losses, 100, 100),
    (queues.lognormal_waits, 100, 1000),
    (queues.priority_waits, 100, 500),
    (queues.occupancy_of_any_law, 60, 100),
    (queues.callers_see_averages, 60, 200),
    (queues.littles_law, 20, 250),
    (stages.mailbox_and_bucket, 60, 800),
    (stages.desk_and_bucket, 60, 400),
    (stages.out_of_turn, 40, 400),
    (choices.one_salesperson, 20, 2000),
    (choices.named_by_chance, 40, 200),
    (choices.notices_without_names, 40, 200),
    (choices.credit_to_the_originator, 20, 250),
    (chasing.tipping_point, 24, 400),
)
"""Each check with its number of runs and of days."""


def tabulate(progress: Callable[[str, list[Comparison]], None]) -> list[Comparison]:
    """Make every check; `progress` hears of each as it is done."""
    lines: list[Comparison] = []
    for check, runs, days in LONG:
        done = check(runs, days)
        progress(check.__doc__.splitlines()[0], done)
        lines += done
    return lines


def write_csv(lines: Sequence[Comparison], place: Path) -> None:
    """One line a comparison, all digits."""
    with place.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, [field.name for field in fields(Comparison)], lineterminator="\n")
        table.writeheader()
        table.writerows(asdict(line) for line in lines)


def as_markdown(lines: Sequence[Comparison]) -> str:
    """The table for readers, four digits."""
    rows = ["| check | quantity | formula | theory | model | standard error | verdict |"]
    rows.append("|---|---|---|--:|--:|--:|---|")
    for line in lines:
        words = (line.check, line.quantity, f"{line.formula} ({line.source})")
        bound = "> " if line.relation == ">" else ""
        error = f"{line.error:.2g}" if line.error > 0.0 else "every run"
        numbers = (f"{bound}{line.theory:.4g}", f"{line.model:.4g}", error)
        rows.append("| " + " | ".join(word.replace("|", "\\|") for word in (*words, *numbers, line.verdict)) + " |")
    agreed = sum(line.verdict == "agrees" for line in lines)
    head = (
        f"# Held against theory\n\n{agreed} of {len(lines)} comparisons agree. One agrees when theory and the mean of "
        "the runs lie within four standard errors s/√R (a bound: is passed by more), or when every run gives what "
        "theory says. Counts of runs that ran away agree with those of the evidence when Fisher's exact test does not "
        "tell them apart (5 % for all cells together). The formula of a block is that of its mean; the other "
        "quantities of the block follow from the same theory. `make proof` writes this table."
    )
    return "\n".join([head, "", *rows, ""])
