"""Fill a handout: run the grid, the days, the story and the bet, and put all into one page (PROTOCOL.md, handout)."""

import json
import shlex
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from experiments.compare import compare
from experiments.replicate import Replications, replicate
from experiments.seminar.bets.room import scale_of
from experiments.seminar.bets.rooms import labels_of
from experiments.seminar.handout.asked import Handout, Slider
from experiments.seminar.labels import label
from experiments.seminar.limits import Refusal
from experiments.seminar.recordings.layout import kind_of
from experiments.seminar.recordings.recording import Recording
from experiments.seminar.schema import parameter, published
from experiments.seminar.setting import Setting, laid, options
from experiments.seminar.texts import short
from model.scenario import ScenarioError

MARK = '<script type="application/json" id="handout-data">null</script>'
TEMPLATE = Path(__file__).parents[1] / "static" / "handout.html"
MOST_BYTES = 6 * 2**20
MOST_MEASURES = 14

Progress = Callable[[int, str], None]


def total_runs(asked: Handout) -> int:
    """Runs that a handout takes, its last two (day by day, and with the log) included."""
    return len(asked.cells) * asked.replications + 2 * asked.replications + 2


def page(asked: Handout, command: str, progress: Progress) -> str:
    """The handout as one file of HTML.

    Raises
    ------
    Refusal : there is no template, or the file would be too large.
    """
    if not TEMPLATE.exists():
        raise Refusal("The handout's page has not been built; `make web` builds it.")
    template = TEMPLATE.read_text(encoding="utf-8")
    if template.count(MARK) != 1:
        raise Refusal("The handout's page has no single place for the data; `make web` builds it anew.")
    filled = template.replace(MARK, MARK.replace("null", embedded(content(asked, command, progress))))
    if len(filled.encode()) > MOST_BYTES:
        raise Refusal(f"The handout would have {len(filled) / 1e6:.1f} MB, and 6 at most; choose fewer slider values.")
    return filled


def embedded(data: Mapping[str, Any]) -> str:
    """JSON that may stand inside a script element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def content(asked: Handout, command: str, progress: Progress) -> dict[str, Any]:
    """The data of a handout."""
    from model.compiled import model_version

    done = 0

    def going_on(number: int, message: str) -> None:
        if number or message:
            progress(done + number, message)

    grid: list[Replications] = []
    for cell in asked.cells:
        grid.append(replicate(asked.base.changed(cell), asked.replications, asked.seed, None, going_on))
        done += asked.replications
    names = measures_shown(asked, grid)
    bet = _bet(asked, going_on)
    done += 2 * asked.replications
    run, frames = _run(asked)
    progress(done + 1, "")
    story = _story(asked)
    progress(done + 2, "")
    return {
        "protocol": 1, "title": asked.title, "scenario": asked.base.name, "kind": kind_of(asked.base),
        "text": asked.text, "command": command,
        "versions": {"desksales": version("desksales"), "model": model_version(), "python": sys.version.split()[0]},
        "made": datetime.now(UTC).date().isoformat(),
        "sliders": [_slider(asked, slider) for slider in asked.sliders],
        "measures": [_measure(asked, name) for name in names], "replications": asked.replications,
        "grid": [
            {"at": _place(asked, cell), "values": {name: _interval(runs.summary[name]) for name in names}}
            for cell, runs in zip(asked.cells, grid, strict=True)
        ],
        "run": run | {"frames": frames}, "story": story, "bet": bet,
    }  # fmt: skip


def measures_shown(asked: Handout, grid: list[Replications]) -> list[str]:
    """The bet's measure and those of interest, as far as they apply somewhere in the grid."""
    wanted = dict.fromkeys([asked.bet.measure, *asked.of_interest])
    return [name for name in wanted if any(runs.summary[name]["n"] for runs in grid)][:MOST_MEASURES]


def _slider(asked: Handout, slider: Slider) -> dict[str, Any]:
    record = next(record for record in asked.base.records() if record.full_name == slider.name)
    about = parameter(asked.base, record)
    kept = ("name", "label", "meaning", "unit", "symbol", "source", "grade", "choices")
    return {key: about[key] for key in kept} | {"values": slider.values, "start": _start(asked, slider)}


def _start(asked: Handout, slider: Slider) -> int:
    own = asked.base[slider.name]
    return slider.values.index(own) if own in slider.values else 0


def _place(asked: Handout, cell: Mapping[str, Any]) -> list[int]:
    return [slider.values.index(cell[slider.name]) for slider in asked.sliders]


def _measure(asked: Handout, name: str) -> dict[str, Any]:
    from model.measures import MEASURES

    about, figure = MEASURES[name], asked.base.published.get(name)
    return {
        "name": name, "label": label(name), "unit": about.unit, "definition": about.definition, "row": about.row,
        "published": published(name, figure) if figure else None,
    }  # fmt: skip


def _interval(entry: Mapping[str, Any]) -> dict[str, float | None]:
    return {key: None if entry[key] is None else short(entry[key], 5) for key in ("mean", "low", "high")}


def _run(asked: Handout) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The run that is shown day by day: its plots, and four of its frames."""
    own = {slider.name: slider.values[_start(asked, slider)] for slider in asked.sliders}
    scenario = asked.base.changed(own)
    recording = Recording(Setting(scenario.name, asked.changes | own, asked.seed, scenario, scenario.bundles))
    while not recording.done:
        recording.record(1.0)
    opened, days = recording.opened(), scenario.run.days
    shown = sorted({round(days * part) for part in (0.08, 0.32, 0.64, 1.0)})
    told = {name: opened[name] for name in ("layout", "panels", "series", "seed", "command")}
    return told | recording.series(), [json.loads(recording.frames[day]) for day in shown]


def _story(asked: Handout) -> dict[str, Any] | None:
    """The life of an issue that a name tag sped up, or of another; None where there are no service requests."""
    from experiments.seminar.telling.notes import notes
    from model.simulation import simulate
    from model.story import PICKS

    if kind_of(asked.base) != "desk":
        return None
    result = simulate(asked.base, asked.seed, log=True)
    for pick in ("tagged", *PICKS):
        try:
            told = notes(result, pick, None)
        except (ScenarioError, Refusal):
            continue
        parts = ["desksales", "story", asked.base.name, "--seed", str(asked.seed), "--pick", pick]
        return told | {"command": shlex.join(parts + laid(asked.base.bundles) + options(asked.changes))}
    return None


def _bet(asked: Handout, progress: Progress) -> dict[str, Any]:
    from model.measures import MEASURES

    bet, about = asked.bet, MEASURES[asked.bet.measure]
    done = compare(asked.base.changed(bet.a), asked.base.changed(bet.b), asked.replications, asked.seed, None, progress)
    pairs = [[side[bet.measure] for side in pair] for pair in zip(done.a.runs, done.b.runs, strict=True)]
    base = pairs[0][0]
    result = done.measures[bet.measure]
    if base is None or result["difference"] is None:
        raise Refusal(f"{bet.measure} does not apply to both designs of the bet; choose another --measure.")
    parts = ["desksales", "compare", asked.base.name, "--seed", str(asked.seed)]
    parts += ["--replications", str(asked.replications), *laid(asked.base.bundles), *options(asked.changes)]
    return {
        "question": bet.question, "a": bet.a, "b": bet.b, "labels": labels_of(asked.base, bet.a | bet.b),
        "base": short(base, 6), "scale": scale_of(about.unit, base),
        "measure": {
            "name": bet.measure, "label": label(bet.measure), "unit": about.unit, "definition": about.definition,
        },
        "result": {key: value for key, value in result.items() if key != "unit"}, "pairs": pairs,
        "command": shlex.join(parts + options(bet.a, "--a") + options(bet.b, "--b")),
    }  # fmt: skip
