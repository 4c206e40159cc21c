"""The posterior of a calibration: every parameter alone, and the pairs of those of which most was learnt.

Reads calibration.csv, calibration_posterior.csv and calibration.json in a folder, and nothing else.
"""

import json
import sys
from pathlib import Path

from figures.style import COLOURS, INK, PAGE, QUIET, footer, prepare, save

IN_PAIRS = 7
"""Parameters in the pair plot: more would be too small to read on a page."""
SHOWN = 1000
"""Dots of a pair, drawn from the particles by weight."""
POSTERIOR, DEFAULT = COLOURS["service"], COLOURS["claimed"]


def draw(folder: Path) -> list[Path]:
    """Draw calibration_marginals and calibration_pairs into the folder of the tables; returns the paths."""
    import pandas as pd

    plt = prepare()
    about = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))
    rows = pd.read_csv(folder / "calibration.csv")
    particles = pd.read_csv(folder / "calibration_posterior.csv")
    origin = (
        f"{about['years_in_all']:,} simulated years; {about['particles']:,} particles of an ABC-SMC posterior "
        f"(effective number {about['effective_particles']:.0f}), seed {about['seed']}, model version "
        f"{about['model_version']}. figures/calibration_pairs.py"
    )
    written = []
    for name, drawing, note in (
        ("calibration_marginals", marginals, "Axes are the ranges of the priors. In brackets the contraction, "
         "1 − posterior sd / prior sd; a name is bold where it counts as identified, black where weakly, else grey."),
        ("calibration_pairs", pairs, "Axes are the ranges of the priors; particles by weight, whole numbers spread a "
         "little. r is the correlation in the posterior, bold from 0.3 on."),
    ):  # fmt: skip
        figure = drawing(plt, rows, particles)
        footer(figure, [note, origin])
        written += save(figure, folder / name)
        plt.close(figure)
    return written


def marginals(plt, rows, particles):
    """Every parameter, the best known first: posterior, prior, and the scenario's own value."""
    n_columns = 4
    n_rows = -(-len(rows) // n_columns)
    figure, panels = plt.subplots(
        n_rows, n_columns, figsize=(PAGE, 0.5 + 1.35 * n_rows), layout="constrained", squeeze=False
    )
    for panel, row in zip(panels.flat, rows.itertuples(), strict=False):
        alone(panel, row, particles[row.parameter], particles["weight"])
        group, _, name = row.parameter.partition(".")
        panel.set_title(
            f"{group} ({row.contraction:z.2f})\n{in_lines(name, 30)}", fontsize=7,
            color=INK if row.identified != "no" else QUIET,
            fontweight="bold" if row.identified == "yes" else "normal",
        )  # fmt: skip
    for panel in panels.flat[len(rows) :]:
        panel.axis("off")
    handles = [
        plt.Rectangle((0, 0), 1, 1, color=POSTERIOR, alpha=0.75, label="posterior"),
        plt.Line2D([], [], color=INK, lw=1.0, ls="--", label="prior"),
        plt.Line2D([], [], color=DEFAULT, lw=1.4, label="default"),
    ]
    figure.legend(handles=handles, loc="outside upper right", ncols=3)
    figure.suptitle("What was learnt of each parameter", x=0.01, ha="left", fontsize=9, fontweight="bold")
    return figure


def alone(panel, row, values, weights):
    """One parameter: weighted histogram, flat prior, default."""
    import numpy as np

    low, high, bins = row.prior_low, row.prior_high, 12
    if is_whole(values):
        low, high, bins = low - 0.5, high + 0.5, int(high - low) + 1
    edges = np.linspace(low, high, bins + 1)
    panel.hist(values, bins=edges, weights=weights, density=True, color=POSTERIOR, alpha=0.75)
    panel.plot([low, high], [1.0 / (high - low)] * 2, color=INK, lw=1.0, ls="--")
    panel.axvline(row.default, color=DEFAULT, lw=1.4)
    panel.set(xlim=(low, high), yticks=[])
    panel.locator_params(axis="x", nbins=4)
    panel.tick_params(axis="x", labelsize=6.5)
    panel.spines["left"].set_visible(False)


def pairs(plt, rows, particles):
    """Pairs of the parameters of which most was learnt; particles drawn by weight, whole numbers spread a little."""
    import numpy as np
    import seaborn as sns

    rows = rows.head(IN_PAIRS)
    names = rows["parameter"].tolist()
    rng = np.random.default_rng(1)
    weights = particles["weight"] / particles["weight"].sum()
    shown = particles.loc[rng.choice(len(particles), SHOWN, p=weights), names].astype(float).reset_index(drop=True)
    correlations = weighted_correlations(particles[names].to_numpy(float), weights.to_numpy())
    for name in names:
        if is_whole(particles[name]):
            shown[name] += rng.uniform(-0.35, 0.35, len(shown))
    grid = sns.PairGrid(shown, corner=True, height=PAGE / len(names) * 1.12, diag_sharey=False)
    grid.map_lower(sns.scatterplot, s=4, alpha=0.35, color=POSTERIOR, linewidth=0, rasterized=True)
    by_name = {row.parameter: row for row in rows.itertuples()}
    grid.map_diag(lambda x, **look: alone(plt.gca(), by_name[x.name], particles[x.name], particles["weight"]))
    for i, row in enumerate(rows.itertuples()):
        whole = is_whole(particles[row.parameter])
        ends = (row.prior_low - 0.5, row.prior_high + 0.5) if whole else (row.prior_low, row.prior_high)
        for j in range(i):
            panel = grid.axes[i, j]
            panel.axhline(row.default, color=DEFAULT, lw=0.7)
            panel.axvline(rows.iloc[j]["default"], color=DEFAULT, lw=0.7)
            panel.set_ylim(ends)
            r = correlations[i, j]
            panel.set_title(
                f"r = {r:+.2f}", fontsize=6.5, pad=1.5, loc="right", color=INK if abs(r) >= 0.3 else QUIET,
                fontweight="bold" if abs(r) >= 0.3 else "normal",
            )  # fmt: skip
        for k in range(i, len(names)):
            grid.axes[k, i].set_xlim(ends)
    for panel in grid.figure.axes:
        panel.tick_params(labelsize=6)
        panel.xaxis.label.set_size(6.5)
        panel.yaxis.label.set_size(6.5)
        panel.set_xlabel(broken(panel.get_xlabel()))
        panel.set_ylabel(broken(panel.get_ylabel()))
    grid.figure.suptitle(
        "What hangs together (lines: the default; dashed: the prior)", x=0.01, y=1.005, ha="left", fontsize=9,
        fontweight="bold",
    )  # fmt: skip
    return grid.figure


def broken(name: str) -> str:
    """A parameter's name on lines short enough for a small panel, its group on the first."""
    group, dot, own = name.partition(".")
    return f"{group}{dot}\n{in_lines(own, 16)}"


def in_lines(name: str, width: int) -> str:
    """A name without its group, broken behind underscores."""
    import textwrap

    lines = textwrap.wrap(name.replace("_", "_ "), width)
    return "\n".join(line.replace("_ ", "_") for line in lines)


def weighted_correlations(values, weights):
    """Weighted correlations between columns."""
    import numpy as np

    covariance = np.cov(values.T, aweights=weights)
    spread = np.sqrt(np.diag(covariance))
    return covariance / np.outer(spread, spread)


def is_whole(values) -> bool:
    """Whether a parameter has whole numbers alone."""
    return values.dtype.kind == "i"


if __name__ == "__main__":
    draw(Path(sys.argv[1] if len(sys.argv) > 1 else "figures"))
