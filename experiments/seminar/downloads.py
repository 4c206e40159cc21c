"""A run's tables and its network as files, and the bets of a room."""

import csv
import io
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from experiments.seminar.bets.room import REVEALED
from experiments.seminar.limits import Refusal
from experiments.seminar.setting import Setting, from_query
from experiments.seminar.telling.logged import NO_LOG
from experiments.seminar.texts import finite, whole_number

if TYPE_CHECKING:
    from experiments.seminar.state import State
    from model.simulation import Result

CSV, GRAPHML = "text/csv; charset=utf-8", "application/graphml+xml; charset=utf-8"


async def days(request: Request) -> Response:
    """One row a day: the columns of `days.csv` of `desksales run`."""
    setting, _ = _asked(request)
    text = await _state(request).logged.ask(setting, _days, until=NO_LOG)
    return _file(text, CSV, f"{setting.name}_seed{setting.seed}_days.csv")


async def measures(request: Request) -> Response:
    """One row a measure."""
    setting, _ = _asked(request)
    text = await _state(request).logged.ask(setting, _measures, until=NO_LOG)
    return _file(text, CSV, f"{setting.name}_seed{setting.seed}_measures.csv")


async def network(request: Request) -> Response:
    """The communication network at the end of a day, the same file as of `desksales graph`."""
    setting, rest = _asked(request)
    day = whole_number("day", rest.get("day", str(setting.scenario.run.days)))
    if day > setting.scenario.run.days:
        raise Refusal(f"day is {day}; the run has days 0 to {setting.scenario.run.days}.")
    text = await _state(request).logged.ask(setting, partial(_network, setting, day), until=NO_LOG)
    return _file(text, GRAPHML, f"{setting.name}_seed{setting.seed}_day{day}.graphml")


async def room(request: Request) -> Response:
    """The bets of a room and its pairs of runs, once revealed."""
    which = await _state(request).rooms.find(request.query_params.get("room", "")[:4])
    if which.state != REVEALED:
        raise Refusal(f"Room {which.code} is not revealed yet; its bets can be had afterwards.", 409)
    rows = [("guess", guess, "") for guess in sorted(which.bets.values())]
    rows += [("pair", a, b) for a, b in which.pairs]
    return _file(_csv(("kind", "guess_or_a", "b"), rows), CSV, f"room_{which.code}.csv")


def _state(request: Request) -> "State":
    state = request.app.state.seminar
    if not state.downloads.may():
        raise Refusal("Many files were asked for at once; try again in a few seconds.", 429)
    return state


def _asked(request: Request) -> tuple[Setting, dict[str, str]]:
    return from_query(request.query_params.multi_items())


def _days(result: "Result") -> str:
    from experiments.tables import days as table_of_days

    table = table_of_days(result.world)
    rows = ((1, result.seed, *row) for row in table.tolist())
    return _csv(("replication", "seed", *table.dtype.names), rows)


def _measures(result: "Result") -> str:
    from model.measures import MEASURES

    values = {name: finite(value) for name, value in result.measures.items()}
    rows = ((m.name, values[m.name], m.unit, m.theme, m.row, m.definition) for m in MEASURES.values())
    return _csv(("name", "value", "unit", "theme", "row", "definition"), rows)


def _network(setting: Setting, day: int, result: "Result") -> str:
    import networkx

    from model.graph import graph_of
    from model.simulation import simulate

    last = day == setting.scenario.run.days
    world = (result if last else simulate(setting.scenario, setting.seed, until_day=day)).world
    return "\n".join(networkx.generate_graphml(graph_of(world, setting.scenario)))


def _csv(columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table as CSV; what is not known stays empty."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    table.writerows(rows)
    return text.getvalue()


def _file(text: str, kind: str, name: str) -> Response:
    return Response(text, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
