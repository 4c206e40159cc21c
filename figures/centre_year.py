"""A year of a call centre: what its contacts are worth, what it is run for, and what becomes of its people.

Reads the tables that `desksales run` writes into a folder (centre_days.csv, summary.csv, scenario.json) and nothing
else. The middle panel shows what the centre keeps tables of: points, offers, discounts, or help among colleagues.
"""

import json
from pathlib import Path
from typing import Any

from figures.first_year import half_width
from figures.runs import changes_of
from figures.style import COLOURS, INK, PAGE, QUIET, footer, prepare, save

WEEK = 5
MARKS = {
    "control.programme_from": "Shaded: the quality programme.",
    "control.universal_product": "Dashed: the universal product comes.",
}
"""What is marked in the panels, by the parameter that brings it about."""


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder of results as centre_year.png and centre_year.svg there; returns the paths."""
    import pandas as pd

    plt = prepare()
    days, summary = pd.read_csv(folder / "centre_days.csv"), pd.read_csv(folder / "summary.csv").set_index("name")
    about = json.loads((folder / "scenario.json").read_text(encoding="utf-8"))
    figure, panels = plt.subplots(1, 3, figsize=(1.3 * PAGE, 0.47 * PAGE), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.08)
    contacts(panels[0], days)
    purpose(panels[1], days, summary, about["values"])
    people(panels[2], days)
    values = about["values"]
    for panel in panels:
        panel.set(xlabel="working day", xlim=(0, days["day"].max()))
        programme(panel, values, days["day"].max())
        panel.legend(loc="upper left", bbox_to_anchor=(0.0, -0.2), handlelength=1.6)
    n = days["replication"].nunique()
    marks = [words for name, words in MARKS.items() if values.get(name)]
    footer(figure, [" ".join([
        f"{n} replications of {about['scenario']}; lines: means of weeks; bands: 95 % intervals over replications.",
        *marks, "figures/centre_year.py",
    ]), *changes_of(folder)])  # fmt: skip
    written = save(figure, folder / "centre_year")
    plt.close(figure)
    return written


def contacts(panel, days) -> None:
    """What contacts are to customers."""
    weekly(panel, days, days["n_resolved_first"], days["n_first"], "service", "resolved at first contact")
    weekly(panel, days, days["satisfaction"], days["n_outcomes"], "claimed", "satisfaction", "--")
    panel.set(title="A  Contacts", ylabel="share", ylim=(0.0, 1.0))


def purpose(panel, days, summary, values: dict[str, Any]) -> None:
    """What the centre is run for, by the tables that it keeps."""
    published = [name for name in summary.index if name.startswith("points_per_hour") and summary.loc[name, "row"] > ""
                 and summary.loc[name, ["value", "above"]].notna().any()]  # fmt: skip
    if published:
        weekly(panel, days, days["points"], days["rostered_hours"], "service", "all teams")
        levels(panel, summary.loc[published], values, days["day"].max())
        panel.set(title="B  Incentive points", ylabel="points per hour", ylim=(0.0, None))
    elif _any(days, "n_coded"):
        for column, colour, name, line in (
            ("n_coded", "service", "with a discount code", "-"), ("n_disputed", "claimed", "disputed", "--"),
            ("n_conceded", "own", "conceded", ":"),
        ):  # fmt: skip
            weekly(panel, days, 100.0 * days[column], days["n_answered"], colour, name, line)
        panel.set(title="B  Discounts", ylabel="% of calls", ylim=(0.0, None))
    elif _any(days, "n_offers"):
        for column, colour, name, line in (
            ("n_bad", "claimed", "wide of the mark", "--"), ("n_overridden", "own", "own choice", ":"),
            ("n_accepted", "service", "taken", "-"),
        ):  # fmt: skip
            if _any(days, column):
                weekly(panel, days, 100.0 * days[column], days["n_offers"], colour, name, line)
        panel.set(title="B  Offers", ylabel="% of offers", ylim=(0.0, None))
    elif _any(days, "n_requests"):
        weekly(panel, days, days["n_requests"] - days["n_refused"], days["n_requests"], "service", "help granted")
        panel.set(title="B  Help among colleagues", ylabel="share of requests", ylim=(0.0, 1.0))
    else:
        weekly(panel, days, days["sales"] / 1000.0, None, "service", "sales")
        panel.set(title="B  Sales", ylabel="thousand $ a day", ylim=(0.0, None))


def people(panel, days) -> None:
    """What becomes of people: morale, and whatever else changes."""
    for column, per, colour, name, line in (
        ("morale", None, "service", "morale", "-"), ("compliance", None, "claimed", "compliance", "--"),
        ("n_pushing", "people", "own", "selling aggressively", ":"), ("fear", None, "chase", "fear", "-."),
        ("staying", None, "transcription", "readiness to stay", "--"), ("identity", None, "own", "identity", ":"),
    ):  # fmt: skip
        if column in days and (column == "morale" or days.groupby("day")[column].mean().std() > 1e-6):
            weekly(panel, days, days[column], None if per is None else days[per], colour, name, line)
    panel.set(title="C  People", ylabel="share", ylim=(0.0, 1.0))


def weekly(panel, days, values, per, colour: str, name: str, line: str = "-") -> None:
    """A daily quantity by weeks: its mean a day, or its sum over the sum of another."""
    table = days[["replication", "day"]].assign(value=values, per=1.0 if per is None else per).dropna()
    if "known" in days and name == "identity":  # noted at meetings only
        table = table[days["known"] >= 0.0]
    table = table.assign(week=(table["day"] - 1) // WEEK).groupby(["replication", "week"])[["value", "per"]].sum()
    rate = (table["value"] / table["per"]).unstack("replication")
    x, mean, half = rate.index * WEEK + WEEK / 2, rate.mean(axis=1), half_width(rate)
    panel.fill_between(x, mean - half, mean + half, color=COLOURS[colour], alpha=0.2, lw=0)
    panel.plot(x, mean, line, color=COLOURS[colour], lw=1.5, label=name)


def levels(panel, published, values: dict[str, Any], last: int) -> None:
    """Published levels, each over the days that it is about: before the programme, during it, after the product."""
    begin = values.get("control.programme_from") or last
    product = values["control.universal_from"] if values["control.universal_product"] else last
    spans = {"before": (0, begin), "during": (begin, product), "after": (product, last)}
    for name, figure in published.iterrows():
        span = spans[name.removeprefix("points_per_hour_")]
        exact = figure["value"] == figure["value"]
        level = figure["value"] if exact else figure["above"]
        panel.plot(span, (level, level), color=INK, lw=1.0, ls=(0, (1, 1.5)))
        panel.annotate(
            f"{'' if exact else '> '}{level:g}", (sum(span) / 2, level), xytext=(0, -14), ha="center", va="top",
            textcoords="offset points", fontsize=8, color=INK,
        )  # fmt: skip
    panel.lines[-1].set_label("published")


def programme(panel, values: dict[str, Any], last: int) -> None:
    """The days of a quality programme, and the day on which the universal product came."""
    begin = values.get("control.programme_from", 0)
    if begin:
        panel.axvspan(begin, values["control.programme_to"] or last, color=QUIET, alpha=0.12, lw=0, zorder=0)
        if values["control.universal_product"] and values["control.universal_from"] > begin:
            panel.axvline(values["control.universal_from"], color=QUIET, lw=1, ls="--")


def _any(days, column: str) -> bool:
    return column in days and days[column].sum() > 0
