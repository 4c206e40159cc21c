"""How two compared designs are shown, whether they were run for it or stand in a store: a table and its footer."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.table import Table

    from model.scenario import Scenario

MOST_SHOWN = 999_999
"""Savings beyond a million runs say only that two designs hardly part."""
ROW = re.compile(r"\b(?:\d{3}-\d{2}|C\d+)\b")
"""Rows of evidence and questions, as parameters and measures name them."""


def of_interest(scenario: "Scenario", everything: bool) -> list[str]:
    """Measures to show: the published ones in their order, then the main ones; all if asked, or if none is named.

    Where a vocabulary leaves nothing but a queue, only the measures of a queue.
    """
    from experiments.cli.results import main_measures
    from model.measures import MEASURES

    if scenario.vocabulary is not None:
        return [name for name, about in MEASURES.items() if about.theme == "queue"]
    main = [*scenario.published, *main_measures(scenario)]
    rest = list(MEASURES) if everything or not main else []
    return list(dict.fromkeys([*main, *rest]))


def about_the_same(changed: Iterable[str], shown: Collection[str]) -> tuple[list[str], list[str]]:
    """Evidence rows from which changed parameters come, and the measures of these rows that are not shown already."""
    from model.measures import MEASURES
    from model.parameters import catalogue

    sources = [catalogue()[name].source for name in changed if name in catalogue()]
    rows = list(dict.fromkeys(row for source in sources for row in ROW.findall(source)))
    found = [name for name, about in MEASURES.items() if not set(rows).isdisjoint(ROW.findall(about.row))]
    return rows, [name for name in found if name not in shown]


def tables_of(
    measures: Mapping[str, Mapping[str, Any]], names: Collection[str], changed: Iterable[str], n: int, everything: bool
) -> "list[Table | str]":
    """What is printed of a comparison: the measures asked for, and those that what was changed is about."""
    applies = {name for name in measures if any(measures[name][side] is not None for side in "ab")}
    shown = [name for name in names if name in applies]
    rows, further = about_the_same(changed, shown)
    further = [] if everything else [name for name in further if name in applies]
    told: list[Table | str] = [table_of(measures, shown, n)]
    if further:
        told += [f"\nMeasures of what was changed ({', '.join(rows)}):", table_of(measures, further, n)]
    told.append(footer(measures, n))
    if not everything and len(shown) + len(further) < len(measures):
        told.append("--all prints every measure; `desksales measures` says what they are, with their units.")
    return told


def table_of(measures: Mapping[str, Mapping[str, Any]], names: list[str], n: int) -> "Table":
    """One row a measure: both means, their difference, its interval; `n` pairs were made."""
    from rich.table import Table

    partial = any(measures[name]["n"] < n for name in names)
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("measure", overflow="fold")
    for heading in ("A", "B", "B − A", "95 % interval", "runs saved", *(["pairs"] if partial else [])):
        table.add_column(heading, justify="right", no_wrap=heading not in ("runs saved",))
    for name in names:
        entry = measures[name]
        pairs = [f"{entry['n']}/{n}" if entry["n"] < n else ""] if partial else []
        table.add_row(name, *difference_cells(entry), saved_text(entry), *pairs)
    return table


def difference_cells(entry: Mapping[str, Any]) -> tuple[str, str, str, str]:
    """Both means, their difference and its interval, all to the decimal that the interval still tells."""
    from experiments.cli.digits import estimate

    known = entry["low"] is not None
    half = (entry["high"] - entry["low"]) / 2.0 if known else 0.0

    def mean(side: str) -> str:
        value = entry[side]
        bounds = (value - half, value + half) if known and value is not None else (None, None)
        return estimate({"mean": value, "low": bounds[0], "high": bounds[1]})[0]

    difference, interval = estimate({"mean": entry["difference"], "low": entry["low"], "high": entry["high"]})
    return mean("a"), mean("b"), difference, interval


def saved_text(entry: Mapping[str, Any]) -> str:
    """Runs of each design that the pairing saved; nothing where luck does not touch the difference."""
    saved = entry["runs_saved"]
    if saved is not None and saved > MOST_SHOWN:
        return f"> {MOST_SHOWN:,}"
    return "" if saved is None else f"{saved:,}"


def footer(measures: Mapping[str, Mapping[str, Any]], n: int) -> str:
    """What the pairing of `n` runs saved."""
    from experiments.compare import runs_saved

    median, n_measures = runs_saved(measures)
    if median is None:
        return (
            "One pair tells no interval; ask for more replications."
            if n == 1
            else "No difference varied with luck."
        )
    return (
        f"Runs saved: with luck of their own, intervals as narrow would take so many more runs of each design "
        f"than the {n} made; median of {n_measures} measures: {median:,.0f}."
    )
