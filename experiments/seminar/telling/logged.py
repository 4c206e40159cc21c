"""Whole runs, made again when somebody asks for a diary, field notes or a table, and kept for a while."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from experiments.seminar.limits import LOGGED_BYTES, MOST_LOG_BYTES, Refusal
from experiments.seminar.memory import give_back
from experiments.seminar.setting import Setting
from model.scenario import ScenarioError

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.simulation import Result

WAITING = 40
"""Questions that may wait for their turn."""


WHOLE, NO_LOG = 10**9, -1
"""Days of the log that a question reads: all of them, or none."""


class Kept(NamedTuple):
    """A run and the last day of it that its log tells."""

    result: "Result"
    day: int

    @property
    def has_log(self) -> bool:
        """Whether the run kept its log, if only of its first days."""
        return len(self.result.world.log) > 0

    @property
    def is_whole(self) -> bool:
        """Whether the run went to its end; one whose log outgrew its limit did not."""
        return self.day == self.result.scenario.run.days


class LoggedRuns:
    """One thread that runs a setting again, with its log if need be, and answers questions about it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "seminar-log")
        self._runs: OrderedDict[str, Kept] = OrderedDict()
        self._waiting = 0

    async def ask(self, setting: Setting, question: "Callable[..., Any]", *more: Any, until: int = WHOLE) -> Any:
        """What a function says of the run, which it gets as its first argument.

        Parameters
        ----------
        until : last day of which it reads the event log; WHOLE for all of it, NO_LOG for a run without one.

        Raises
        ------
        Refusal : what the function refuses, that the log does not reach so far, or that too many wait.
        """
        if self._waiting >= WAITING:
            raise Refusal("Many have asked for diaries and field notes at once; ask again in a few seconds.", 429)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._thread, partial(self._answer, setting, until, question, *more)
            )
        except ScenarioError as error:
            raise Refusal(str(error)) from None
        except MemoryError:
            raise Refusal("The memory of the server does not suffice for this; choose fewer days.") from None
        finally:
            self._waiting -= 1

    def forget(self) -> None:
        """Let all runs go, when nobody is there any more; what is asked for afterwards is run anew."""
        with suppress(RuntimeError):  # the server is closing
            self._thread.submit(self._forget)

    def close(self) -> None:
        """Let the thread end; what waits is not answered any more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _answer(self, setting: Setting, until: int, question: "Callable[..., Any]", *more: Any) -> Any:
        kept = self._run(setting, log=until != NO_LOG)
        if min(until, kept.result.scenario.run.days) > kept.day:
            raise Refusal(
                f"The record of this run outgrows {MOST_LOG_BYTES // 2**20} MiB after day {kept.day}; ask for day "
                f"{kept.day} or an earlier one, choose {kept.day} days or fewer, or use `desksales log`."
            )
        return question(kept.result, *more)

    def _forget(self) -> None:
        if self._runs:
            self._runs.clear()
            give_back()

    def _run(self, setting: Setting, log: bool) -> Kept:
        kept = self._runs.pop(setting.key, None)
        if kept is None or not (kept.has_log if log else kept.is_whole):
            kept = logged(setting) if log else unlogged(setting)
        self._runs[setting.key] = kept
        while len(self._runs) > 1 and sum(_nbytes(one.result) for one in self._runs.values()) > LOGGED_BYTES:
            self._runs.popitem(last=False)
            give_back()
        return kept


def unlogged(setting: Setting) -> Kept:
    """The run without its log."""
    from model.simulation import simulate

    return Kept(simulate(setting.scenario, setting.seed), setting.scenario.run.days)


def logged(setting: Setting) -> Kept:
    """The run with its log, up to its end or to the last day whose events still fit.

    Day by day, so that a log is measured as it grows: calls that nobody answers leave one line, a request may leave
    thirty. The measures of a run that was stopped are those of its days; who asks for measures or
    tables gets a whole run (see `Kept.is_whole`).
    """
    from model.measures import measure
    from model.simulation import OPENING, Result, check_memory, engine_for
    from model.world.build import build

    scenario, day = setting.scenario, 0
    check_memory(scenario, log=False)
    world = engine_for().run(build(scenario, setting.seed, log=True), OPENING)
    while day < scenario.run.days and int(world.clock["n_log"]) * world.log.itemsize <= MOST_LOG_BYTES:
        day += 1
        world = engine_for().run(world, day * scenario.run.day_minutes)
    n_events, n_contacts = int(world.clock["n_events"]), int(world.clock["n_contacts"])
    return Kept(Result(scenario, setting.seed, measure(world, scenario), n_events, n_contacts, world), day)


def _nbytes(result: "Result") -> int:
    return sum(table.nbytes for table in result.world)
