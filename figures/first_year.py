"""The first year of a desk: published figures beside the model's, the service turn, the claims, the hidden work.

Reads what `desksales run` writes into a folder (summary.csv, days.csv, reviews.csv, scenario.json) and nothing else.
"""

from pathlib import Path

from figures.runs import changes_of, scenario_of
from figures.style import COLOURS, INK, footer, prepare, save

WEEK = 5
SHOWN = {
    "share_service_calls": "Calls placing a\nservice request",
    "share_update_calls": "Calls of reps with\nan update",
    "share_other_calls": "All other calls",
    "desk_involvement": "Service issues the\ndesk took part in",
}
HIDDEN_WORK = {
    "transcription": "transcription",
    "update": "updates to the desk",
    "chase": "chases of the desk",
    "helpline": "helpline",
    "refused": "refused or lost",
}


def draw(folder: Path) -> list[Path]:
    """Draw the figure of a folder of results as first_year.png and first_year.svg there; returns the paths."""
    import pandas as pd

    plt = prepare()
    summary = pd.read_csv(folder / "summary.csv").set_index("name")
    days, reviews = pd.read_csv(folder / "days.csv"), pd.read_csv(folder / "reviews.csv")
    figure, panels = plt.subplots(2, 2, figsize=(9.6, 6.8), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.12, h_pad=0.1)
    published_beside_model(panels[0, 0], summary)
    turn_to_service(panels[0, 1], days, summary)
    attainment(panels[1, 0], reviews)
    hidden_work(panels[1, 1], days)
    n = days["replication"].nunique()
    note = "lines and bars: means; bands and whiskers: 95 % intervals over replications. figures/first_year.py"
    footer(figure, [f"{n} replications of {scenario_of(folder)}; {note}", *changes_of(folder)])
    written = save(figure, folder / "first_year")
    plt.close(figure)
    return written


def published_beside_model(panel, summary) -> None:
    """Published shares with their tolerance, and the model's mean with its interval."""
    shown = [name for name in SHOWN if name in summary.index]
    for place, name in enumerate(reversed(shown)):
        row = summary.loc[name]
        if row["value"] == row["value"]:
            low, high = row["value"] - row["tolerance"], row["value"] + row["tolerance"]
            panel.barh(place, high - low, left=low, height=0.5, color="#e4e4e4", zorder=1)
            panel.plot(row["value"], place, marker="D", color=COLOURS["published"], ms=6, mfc="white", zorder=3)
        panel.plot([row["low"], row["high"]], [place, place], color=COLOURS["service"], lw=2, zorder=4)
        panel.plot(row["mean"], place, marker="o", color=COLOURS["service"], ms=5, zorder=5)
        panel.text(1.02, place, f"{row['mean']:.2f}", va="center", fontsize=8, color=COLOURS["service"])
    panel.set_yticks(range(len(shown)), [SHOWN[name] for name in reversed(shown)])
    panel.set(xlim=(0.0, 1.0), xlabel="share", title="A  Published and modelled")
    panel.plot([], [], marker="D", ls="", color=COLOURS["published"], mfc="white", label="published, with tolerance")
    panel.plot([], [], marker="o", color=COLOURS["service"], label="model")
    panel.legend(loc="center", bbox_to_anchor=(0.68, 0.5))


def turn_to_service(panel, days, summary) -> None:
    """Share of service issues that the desk takes on, week by week."""
    weekly = days.assign(week=(days["day"] - 1) // WEEK).groupby(["replication", "week"])[["involved", "arisen"]].sum()
    share = (weekly["involved"] / weekly["arisen"]).unstack("replication")
    x = share.index * WEEK + WEEK / 2
    band(panel, x, share, COLOURS["service"])
    turn = summary.loc["service_turn_day", "mean"] if "service_turn_day" in summary.index else float("nan")
    if turn == turn:
        panel.axvline(turn, color=INK, lw=1, ls="--")
        panel.text(turn + 3, 0.03, "service turn", fontsize=8)
    panel.set(
        ylim=(0.0, 1.0), xlim=(0.0, days["day"].max()), xlabel="working day", ylabel="share of service issues",
        title="B  The desk becomes the point of contact",
    )  # fmt: skip


def attainment(panel, reviews) -> None:
    """Own sales and claimed orders beside the quota, review by review."""
    sums = reviews.groupby(["replication", "day"])[["originated", "claimed", "quota"]].sum()
    own = (sums["originated"] / sums["quota"]).unstack("replication")
    claimed = (sums["claimed"] / sums["quota"]).unstack("replication")
    width = 0.7 * (own.index[1] - own.index[0]) if len(own) > 1 else 10.0
    panel.bar(own.index, own.mean(axis=1), width, color=COLOURS["own"], label="own sales")
    panel.bar(
        own.index, claimed.mean(axis=1), width, bottom=own.mean(axis=1), color=COLOURS["claimed"],
        label="claimed from service issues",
    )  # fmt: skip
    total = own + claimed
    panel.errorbar(own.index, total.mean(axis=1), yerr=half_width(total), fmt="none", ecolor=INK, elinewidth=1)
    panel.axhline(1.0, color=INK, lw=1, ls="--")
    panel.text(own.index[0] - width / 2, 1.02, "quota", fontsize=8)
    panel.set(xlabel="working day of the review", ylabel="reported sales / quota", title="C  Quota met by claims")
    panel.set_ylim(0.0, max(1.25, 1.25 * float(total.mean(axis=1).max())))
    panel.legend(loc="upper left", ncols=2, columnspacing=1.0)


def hidden_work(panel, days) -> None:
    """Reps' minutes beyond the work itself, per request completed, month by month."""
    import numpy as np

    month = days.assign(month=(days["day"] - 1) // 20)
    columns = [f"minutes_{name}" for name in HIDDEN_WORK]
    sums = month.groupby(["replication", "month"])[[*columns, "completed"]].sum()
    base = 0.0
    for name, label in HIDDEN_WORK.items():
        per_request = (sums[f"minutes_{name}"] / sums["completed"]).unstack("replication").mean(axis=1).fillna(0.0)
        x = per_request.index * 20 + 10
        panel.fill_between(x, base, base + per_request, color=COLOURS[name], lw=0, label=label)
        base = np.asarray(base + per_request)
    panel.set(
        xlabel="working day", ylabel="rep minutes per request", xlim=(0.0, days["day"].max()),
        title="D  Reps' minutes beside the work itself", ylim=(0.0, max(1.0, 1.45 * float(np.max(base)))),
    )  # fmt: skip
    panel.legend(loc="upper left", ncols=2, columnspacing=1.0)


def band(panel, x, table, colour) -> None:
    """Mean over replications with its 95 % interval as a band."""
    mean, half = table.mean(axis=1), half_width(table)
    panel.fill_between(x, mean - half, mean + half, color=colour, alpha=0.25, lw=0)
    panel.plot(x, mean, color=colour, lw=2)


def half_width(table):
    """Half the 95 % t interval of the mean over replications, row by row (0 with a single one)."""
    from scipy.stats import t

    n = table.notna().sum(axis=1).clip(lower=2)
    return (t.ppf(0.975, n - 1) * table.std(axis=1) / n**0.5).fillna(0.0)
