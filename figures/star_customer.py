"""Waits and idleness of the segments over the day, one row for each overflow policy.

Reads what `desksales run` writes into folders (hours.csv, scenario.json) and nothing else.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from figures.first_year import half_width
from figures.runs import changes_of, scenario_of
from figures.style import COLOURS, PAGE, footer, prepare, save

NAMES = {
    "stars": "Stars", "moderate": "Moderate", "bad_payers": "Bad payers", "winback": "Winback", "vip": "VIP",
}  # fmt: skip
"""Segments in the order in which they are drawn; the others of a table are left out."""
OPENS = 8
"""Hour at which the centre opens."""


def draw(folder: Path) -> list[Path]:
    """Draw the hours of one folder of results as star_customer.png and star_customer.svg there; returns the paths."""
    return draw_policies({"": folder}, folder / "star_customer", changes_of(folder))


def draw_policies(folders: Mapping[str, Path], stem: Path, small_print: Sequence[str] = ()) -> list[Path]:
    """Draw several folders below each other, one row each under its name; returns the paths written."""
    import pandas as pd

    plt = prepare()
    tables = {name: pd.read_csv(folder / "hours.csv") for name, folder in folders.items()}
    size = (PAGE, 0.9 + 1.6 * max(len(tables), 2))
    figure, panels = plt.subplots(len(tables), 2, figsize=size, sharex=True, sharey="col", squeeze=False,
                                  layout="constrained")  # fmt: skip
    for (wait, idle), (name, hours) in zip(panels, tables.items(), strict=True):
        waits(wait, hours)
        idleness(idle, hours)
        wait.set_title(name)
        wait.set_ylabel("minutes")
        idle.set_ylabel("share")
    panels[0, 0].set_title("A  Wait of answered calls\n" + panels[0, 0].get_title(loc="left"))
    panels[0, 1].set_title("B  People present who are idle\n")
    panels[0, 1].set_ylim(0.0, 1.0)
    for panel in panels[-1]:
        panel.set_xlabel("hour of the day")
    for panel in panels.flat:
        panel.set_ylim(bottom=0.0)
        panel.set_xlim(OPENS, None)
        panel.grid(axis="y", color="#eeeeee", lw=0.6)
    handles, labels = panels[0, 0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=len(labels))
    n = next(iter(tables.values()))["replication"].nunique()
    scenario = scenario_of(next(iter(folders.values())))
    note = f"{n} replications of {scenario}; lines: means; bands: 95 % intervals over replications."
    footer(figure, [f"{note} figures/star_customer.py", *small_print])
    written = save(figure, stem)
    plt.close(figure)
    return written


def waits(panel, hours) -> None:
    """Mean wait of answered calls, by the hour in which they came."""
    for segment in NAMES:
        lines(panel, hours, segment, lambda mine: mine["wait_minutes"])


def idleness(panel, hours) -> None:
    """Share of the people present in a segment's units who are idle."""
    for segment in NAMES:
        lines(panel, hours, segment, lambda mine: mine["idle"] / mine["present"])


def lines(panel, hours, segment: str, quantity) -> None:
    """A segment's quantity over the day: mean over replications with its 95 % interval as a band."""
    mine = hours[hours["segment"] == segment]
    if not len(mine):
        return
    table = mine.assign(shown=quantity(mine)).pivot(index="hour", columns="replication", values="shown")
    mean, half, x = table.mean(axis=1), half_width(table), OPENS + table.index
    main = segment in ("stars", "moderate")
    panel.fill_between(x, mean - half, mean + half, color=COLOURS[segment], alpha=0.2, lw=0)
    panel.plot(x, mean, color=COLOURS[segment], lw=2.2 if main else 1.1, ls="-" if main else "--",
               label=NAMES[segment])  # fmt: skip
