"""Mesa's own page of the model, `solara run model/app.py`: the organisation day by day, a model for each visitor.

A change of a parameter counts from the next Reset on, as everywhere in Mesa; the seed is one of them and is kept.
Places are reckoned from team and unit, so that the picture never jumps; nothing is fetched from elsewhere.
"""

import numpy as np
import solara
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from mesa.visualization import Slider, SolaraViz
from mesa.visualization.utils import update_counter
from solara.server import settings

from model.organisation import Organisation
from model.parameters import catalogue
from model.parameters.record import Record

settings.telemetry.mixpanel_enable = False  # Solara would report to its makers
settings.kernel.cull_timeout = "5s"  # a browser that vanished while playing would play on for a day
settings.assets.fontawesome_enabled = False  # no icon here is from it, and it is fetched from the internet

SCENARIO = "mtel"
SHOWN = (
    "incentives.attribution", "managers.service_turn", "learning.choose_rep", "incentives.quota_multiple",
    "reps.disposition_mean", "people.reps_per_unit", "channels.completion_notice_names_rep",
)  # fmt: skip
"""Parameters that the page offers; `desksales parameters mtel` lists them all."""
RANGES = {"incentives.quota_multiple": (0.5, 5.0), "people.reps_per_unit": (2, 12)}
"""Narrower bounds than the records', so that a slider moves by what can be told apart."""

DESK, UNITS, INK = "#0072B2", "#E69F00", "#444444"
CALLS = {"service_calls": "#0072B2", "update_calls": "#56B4E9", "other_calls": "#767676"}
WAITING = {"bucket": "#E69F00", "mail": "#CC79A7"}
SHARES = {"attainment": "#D55E00", "desk_involvement": "#0072B2", "habit": "#009E73", "rep_occupancy": "#E69F00"}


def _records() -> list[Record]:
    return [catalogue()[name] for name in SHOWN]


def control(record: Record, value: object) -> Slider | dict:
    """The control of one parameter as SolaraViz takes it, from the parameter's record."""
    label = record.name.replace("_", " ")
    if record.choices:
        return {"type": "Select", "label": label, "value": value, "values": list(record.choices)}
    if record.kind is bool:
        return {"type": "Checkbox", "label": label, "value": value}
    low, high = RANGES.get(record.full_name, (record.low, record.high))
    step = 1 if record.kind is int else round((high - low) / 50, 4)
    return Slider(f"{label} ({record.unit})", value, low, high, step, record.kind)


def controls(model: Organisation) -> dict:
    """What SolaraViz makes a model from: the scenario, the seed, and a control for each parameter shown."""
    shown = {record.full_name: control(record, model.setting[record.full_name]) for record in _records()}
    return {"scenario": SCENARIO, "rng": Slider("seed", model.seed, 1, 100, 1), **shown}


def places(groups: list[int], side: float) -> np.ndarray:
    """Where people stand: a row for each group from the top down, growing outwards; shape (people, 2)."""
    numbers = np.array(groups)
    within = np.arange(len(numbers)) - np.searchsorted(numbers, numbers)  # people are sorted by group
    rows = max(int(numbers.max(initial=0)), 1)
    return np.column_stack([side * (1.0 + 0.3 * within), 1.0 - 2.0 * numbers / rows])


@solara.component
def network(model: Organisation) -> None:
    """Who calls whom directly (darker: remembered as prompter), how much waits (size), how busy (shade)."""
    update_counter.get()
    # Markdown would fetch a library for formulas from the internet.
    solara.Text(f"{model.setting.title} · seed {model.seed} · day {model.day} of {model.setting.run.days}")
    desk, units = model.salespeople, model.service_reps
    seats = places([person.team for person in desk], -1.0), places([rep.unit for rep in units], 1.0)
    known = [(s, tie) for s, person in enumerate(desk) for tie in person.contact_book if tie.number]
    value = np.array([tie.value for _, tie in known])
    figure = Figure(figsize=(5.0, 3.6), layout="constrained")
    axes = figure.subplots()
    lines = [(seats[0][s], seats[1][tie.rep.row]) for s, tie in known]
    axes.add_collection(LineCollection(lines, colors=INK, linewidths=0.5 + 1.5 * value, alpha=0.2 + 0.6 * value))
    for people, where, colour in zip((desk, units), seats, (DESK, UNITS), strict=True):
        busy = np.nan_to_num([person.occupancy for person in people])
        waiting = np.array([person.n_waiting for person in people])
        shades = [(colour, 0.15 + 0.85 * share) for share in busy.clip(0.0, 1.0)]
        axes.scatter(*where.T, s=40.0 + 25.0 * waiting, c=shades, edgecolors=colour, zorder=2)
    for x, words in ((-1.3, "the desk,\na team a row"), (1.75, "service units,\none a row")):
        axes.text(x, 1.15, words, ha="center", color=INK, weight="bold")
    axes.set_ylim(-1.15, 1.5)
    axes.set_axis_off()
    solara.FigureMatplotlib(figure, format="png", dependencies=[model, model.day])
    solara.Text("Lines: direct numbers. Size: tasks waiting. Shade: share of time on tasks.", style="font-size: 80%")


def series(title: str, unit: str, colours: dict[str, str]):
    """A component that draws measures of the data collector, day by day."""

    @solara.component
    def Series(model: Organisation) -> None:
        update_counter.get()
        figure = Figure(figsize=(5.0, 3.2), layout="constrained")
        axes = figure.subplots()
        for name, colour in colours.items():
            # Mesa's own plot takes a data frame, which fails while the playing thread appends.
            values = list(model.datacollector.model_vars[name])
            axes.plot(values, color=colour, label=name.replace("_", " "))
        axes.set(title=title, xlabel="working day", ylabel=unit, xlim=(0, max(model.day, 10)))
        axes.set_ylim(bottom=0.0)
        axes.legend(frameon=False)
        axes.spines[["top", "right"]].set_visible(False)
        solara.FigureMatplotlib(figure, format="png", dependencies=[model, model.day])

    return Series


def meanings(model: Organisation) -> None:
    """The values that the model has, for a slider shows none, and what they mean, from the records."""
    for record in _records():
        value = model.setting[record.full_name]
        said = f"{record.name.replace('_', ' ')} = {value}: {record.meaning} ({record.source}; {record.grade})"
        solara.Text(said, style="display: block; font-size: 85%; margin-bottom: 4px")


COMPONENTS = [
    (network, 0), (series("Calls taken by the desk", "calls a day", CALLS), 0),
    (series("Waiting in the units", "requests and mails", WAITING), 0),
    (series("Since the first day", "share or attainment", SHARES), 0), (meanings, 0),
]  # fmt: skip


@solara.component
def Page() -> None:
    """The page; its model is made here and not above, where all visitors would share it."""
    model = solara.use_memo(lambda: Organisation(SCENARIO, rng=1), [])
    SolaraViz(model, components=COMPONENTS, model_params=controls(model), play_interval=100, name="DeskSales")
