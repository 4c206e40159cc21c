"""One look for all figures: colour-blind safe colours, readable sizes, the same bytes every time."""

import os
from pathlib import Path

INK = "#222222"
QUIET = "#8a8a8a"
COLOURS = {
    "service": "#0072B2",
    "update": "#56B4E9",
    "other": "#B3B3B3",
    "own": "#009E73",
    "claimed": "#D55E00",
    "published": "#222222",
    "chase": "#CC79A7",
    "transcription": "#E69F00",
    "helpline": "#F0E442",
    "production": "#999999",
    "refused": "#000000",
    "stars": "#D55E00",
    "vip": "#CC79A7",
    "moderate": "#0072B2",
    "bad_payers": "#E69F00",
    "winback": "#009E73",
}
"""Okabe & Ito's palette, safe for colour-blind readers, by what a colour stands for everywhere."""


PAGE = 6.6
"""Width in inches of a figure for a page of text: its eight points are eight points there."""


def prepare():
    """Set the style and return pyplot; imported only when something is drawn."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import seaborn as sns

    sns.set_theme(context="paper", style="ticks", font="DejaVu Sans")
    look = {
        "svg.hashsalt": "desksales", "figure.dpi": 100, "savefig.dpi": 160, "axes.titlesize": 10,
        "axes.titleweight": "bold", "axes.titlelocation": "left", "axes.labelsize": 9, "xtick.labelsize": 8,
        "ytick.labelsize": 8, "legend.fontsize": 8, "legend.frameon": False, "axes.spines.top": False,
        "axes.spines.right": False, "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": INK,
    }  # fmt: skip
    matplotlib.rcParams.update(look)
    return plt


def footer(figure, sentences: list[str]) -> None:
    """Small print below a figure: what was run, what the bars are, and the script, one sentence or more a line."""
    import textwrap

    width = int(19.0 * figure.get_figwidth())  # characters of seven points to the inch
    lines = [line for sentence in sentences for line in textwrap.wrap(sentence, width)]
    figure.text(0.01, -0.01, "\n".join(lines), fontsize=7, color=QUIET, va="top", parse_math=False)


def save(figure, stem: Path, letters: bool = False) -> list[Path]:
    """Write a figure as PNG and SVG, and leave a file alone whose bytes would not change.

    With `letters` the SVG has text as text, which is a third of the size and can be searched, and not as outlines.
    """
    import io

    import matplotlib

    written = []
    for kind in ("png", "svg"):
        buffer = io.BytesIO()
        metadata = {"Software": None} if kind == "png" else {"Date": None, "Creator": None}
        with matplotlib.rc_context({"svg.fonttype": "none" if letters else "path"}):
            figure.savefig(buffer, format=kind, metadata=metadata, bbox_inches="tight")
        content = buffer.getvalue()
        if letters and kind == "svg":  # Verdana is as wide as DejaVu Sans, for machines without the latter
            content = content.replace(b"'DejaVu Sans'", b"'DejaVu Sans', Verdana, sans-serif")
        path = stem.with_suffix(f".{kind}")
        if not path.exists() or path.read_bytes() != content:
            part = path.with_name(path.name + ".part")
            part.write_bytes(content)
            part.replace(path)
        written.append(path)
    return written
