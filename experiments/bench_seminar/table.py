"""The load in words: what was asked for, what was measured, and what limits it."""

import math
from collections.abc import Callable
from datetime import date
from statistics import median

import numpy as np

from experiments.bench.table import markdown, reached
from experiments.bench_seminar.browsers import WATCHED, Sample
from experiments.bench_seminar.clients import CLASS, PLAYING, Load
from experiments.bench_seminar.crowd import BROWSERS, Crowd


def load_table(load: Load) -> str:
    """One row a promise."""
    each = (load.megabytes["class"] - load.megabytes["nobody"]) / CLASS
    kept = (load.megabytes["left"] - load.megabytes["nobody"]) / CLASS
    rows = [
        _row("first picture, one page alone, s", load.paint_alone, 2.0, "at most"),
        _row(f"first picture, slowest of {CLASS} at once, s", max(load.paint_class), 5.0, "at most"),
        _row("a day's step, one page, p95, ms", 1e3 * _p95(load.step_alone), None),
        _row(f"a day's step, {CLASS} pages playing, p95, ms", 1e3 * _p95(load.step_class), 300.0, "at most"),
        _row("the same beside the heaviest run, p95, ms", 1e3 * _p95(load.step_beside_heavy), 300.0, "at most"),
        _row(f"updates a second each, {PLAYING} pages playing", min(load.updates_a_second), 5.0, "at least"),
        _row("memory a session, MB", each, 10.0, "at most"),
        _row("memory a session when all have left, MB", kept, None),
        _row("a vanished browser's run is given up after, s", load.vanished, 10.0, "at most"),
        _row("a frame, largest, kB", max(load.frame_bytes) / 1e3, 10.0, "at most"),
    ]
    return markdown(["", "measured", "asked for", ""], rows)


def _p95(seconds: list[float]) -> float:
    return float(np.quantile(seconds, 0.95))


def _row(what: str, value: float, target: float | None, sense: str = "") -> list[str]:
    met: Callable[[float, float], bool] = (lambda v, t: v <= t) if sense == "at most" else (lambda v, t: v >= t)
    asked = "" if target is None else f"{sense} {target:g}"
    return [what, f"{value:.3g}", asked, "" if target is None else reached(met(value, target))]


def browser_table(samples: dict[str, list[Sample]]) -> str:
    """One row a page and number of browsers."""
    rows = [
        [name, str(sample.pages), f"{sample.paint:.1f}", f"{sample.updates:.2g}", f"{100 * sample.processor:.0f} %"]
        for name, of_page in samples.items()
        for sample in of_page
    ]
    header = ["", "pages playing", "first picture, s", "updates a second each", "server, share of a core"]
    return markdown(header, rows)


def crowd_table(crowd: Crowd) -> str:
    """One row a promise, for a class of browsers."""
    pages = len(crowd.paints) + crowd.missing
    rows = [
        _row(f"pages of {pages} with a picture", len(crowd.paints), pages, "at least"),
        _row("first picture, median, s", median(crowd.paints or [math.nan]), None),
        _row("first picture, slowest, s", max(crowd.paints, default=math.nan), None),
        _row("updates a second each, median", median(crowd.updates or [math.nan]), None),
        _row("updates a second each, least", min(crowd.updates, default=math.nan), None),
        _row("server, share of a core while all play, %", 100 * crowd.processor, None),
    ]
    return markdown(["", "measured", "asked for", ""], rows)


def text(
    day: date, machine: str, load: Load, samples: dict[str, list[Sample]], crowd: Crowd | None = None
) -> str:  # fmt: skip
    """The whole page."""
    parts = [
        f"# The seminar under load\n\nWritten by `make bench-seminar` on {day.isoformat()}; {machine}.\n",
        f"{CLASS} websocket clients on the same machine, each with a year of M-Tel under a seed of its own. A step is "
        "the time from asking for a day until it is there; a first picture that from asking for the page until the "
        "first day is there, the page's files included. "
        f"Median step of {CLASS} pages: {1e3 * median(load.step_class):.1f} ms.\n",
        load_table(load),
        "What limits it: days are recorded ahead of those who watch, so a step is no more than a message. When a class "
        "opens thirty different runs at once, the first pictures wait for thirty organisations to be built by as many "
        "threads as there are cores. When all have left, what stays is on purpose: finished recordings are kept for "
        "the next who ask, 96 MB at most, the oldest going first; a run under way is given up at once.\n",
    ]  # fmt: skip
    if crowd is not None:
        parts += [
            f"## {len(crowd.paints) + crowd.missing} real browsers at once\n",
            f"As many visitors in {BROWSERS} headless Chromium processes on the server's own machine, without a "
            f"graphics card, each with a run of its own; all load together, then all play at the usual six days a "
            f"second for {WATCHED:g} s. A first picture counts from the page's own navigation.\n",
            crowd_table(crowd),
            "What limits it here is the drawing: this machine draws all pages itself, and a class brings a machine for "
            "each.\n",
        ]
    if samples:
        parts += [
            "## Real browsers, and Mesa's own page in the same run\n",
            f"Pages in one headless Chromium on the same machine, which takes its share; watched for {WATCHED:g} s. "
            "`solara run model/app.py` shows the same organisation through SolaraViz.\n",
            browser_table(samples),
            "SolaraViz draws each picture in the server, in one process; the seminar's page draws by itself.\n",
        ]
    else:
        parts.append("No browser was sampled: Chromium or Playwright is not installed here.\n")
    return "\n".join(parts)
