"""A recording: one run, a frame a day, made once and looked at by everybody who asks for the same run."""

import json
import time
from collections import deque
from typing import Any

from experiments.seminar.recordings.day import RECENT, Day
from experiments.seminar.recordings.frame import frame
from experiments.seminar.recordings.layout import kind_of, layout_of
from experiments.seminar.recordings.panels import day_values, panels_json, series_json
from experiments.seminar.recordings.suited import panels_of
from experiments.seminar.setting import Setting
from experiments.seminar.texts import finite


class Recording:
    """Frames, plots and measures of one run.

    One thread at a time calls `record`; others read what is there. The world is built with the first slice and given
    back with the last, so that a finished recording is small.

    Attributes
    ----------
    setting : what is run.
    frames : list of bytes
        JSON of each day recorded, the first morning first.
    values : list of lists
        The values of the series on each of these days.
    measures : dict or None
        Every measure once the run is at its end; None where one does not apply.
    layout : dict or None
        Places on the screen; known as soon as there is a first frame.
    failure : str
        Why the run cannot go on; '' while it can.
    """

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.days = setting.scenario.run.days
        self.panels = panels_of(setting.scenario)
        self.frames: list[bytes] = []
        self.values: list[list[float | int | None]] = []
        self.measures: dict[str, float | None] | None = None
        self.layout: dict[str, Any] | None = None
        self.failure = ""
        self._world: Any = None
        self._recent: deque = deque(maxlen=RECENT)

    @property
    def day(self) -> int:
        """Last day recorded; -1 before the first morning."""
        return len(self.frames) - 1

    @property
    def done(self) -> bool:
        """Whether nothing more will be recorded."""
        return self.measures is not None or bool(self.failure)

    @property
    def nbytes(self) -> int:
        """Memory of what is kept, about: frames, and 32 bytes a value."""
        width = len(self.values[0]) if self.values else 0
        return sum(map(len, self.frames)) + 32 * width * len(self.values) + 20_000

    def record(self, seconds: float) -> None:
        """Record for about so long, a day at least; at the end take the measures and let the world go."""
        from model.simulation import OPENING, engine_for
        from model.world.build import build

        scenario, until = self.setting.scenario, time.monotonic() + seconds
        if self._world is None:
            self._world = engine_for().run(build(scenario, self.setting.seed), OPENING)
            self.layout = layout_of(self._world, scenario)
            self._take(0)
        while self.day < self.days:
            day = self.day + 1
            self._world = engine_for().run(self._world, day * scenario.run.day_minutes)
            self._take(day)
            if time.monotonic() >= until:
                break
        if self.day == self.days:
            self._finish()

    def fail(self, sentence: str) -> None:
        """Give the run up for good."""
        self.failure = sentence
        self._world = None

    def _take(self, number: int) -> None:
        day = Day(self._world, self.setting.scenario, number, self._recent)
        values = day_values(self.panels, day)
        taken = frame(day, values)
        self._recent.append(day.now)
        self.values.append(values)
        self.frames.append(taken)  # last, for it is what readers count

    def _finish(self) -> None:
        from model.measures import measure

        taken = measure(self._world, self.setting.scenario)
        self._world = None
        self._recent.clear()
        self.measures = {name: finite(value) for name, value in taken.items()}

    def opened(self) -> dict[str, Any]:
        """What a page needs to know before the first frame (see PROTOCOL.md, opened)."""
        from model.compiled import model_version

        setting, scenario = self.setting, self.setting.scenario
        return {
            "run": setting.key, "scenario": setting.name, "title": scenario.title, "kind": kind_of(scenario),
            "changes": setting.changes, "bundles": list(setting.bundles), "seed": setting.seed, "days": self.days,
            "version": model_version(), "command": setting.command("run", "--replications", "1"), "layout": self.layout,
            "panels": panels_json(self.panels, scenario), "series": series_json(self.panels),
            "recorded": max(0, self.day), "sentence": "", "frame": json.loads(self.frames[0]),
        }  # fmt: skip

    def series(self) -> dict[str, Any]:
        """All days recorded so far, series by series."""
        names = [series["id"] for series in series_json(self.panels)]
        values = self.values[: len(self.frames)]
        return {
            "days": list(range(len(values))),
            "values": {name: [row[place] for row in values] for place, name in enumerate(names)},
        }


def sent_frame(taken: bytes, head: dict[str, Any]) -> str:
    """A recorded frame as one reader gets it: with the number of the question and the slot in front."""
    return f"{json.dumps(head, separators=(',', ':'))[:-1]},{taken[1:].decode()}"
