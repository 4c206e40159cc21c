"""Whole runs, made again when somebody asks for a diary, field notes or a table, and kept for a while."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from experiments.seminar.limits import LOGGED_BYTES, MOST_LOGGED_WORK, Refusal, expected_work
from experiments.seminar.memory import give_back
from experiments.seminar.setting import Setting
from model.scenario import ScenarioError

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.simulation import Result

WAITING = 40
"""Questions that may wait for their turn."""


class LoggedRuns:
    """One thread that runs a setting again, with its log if need be, and answers questions about it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "seminar-log")
        self._runs: OrderedDict[str, Result] = OrderedDict()
        self._waiting = 0

    async def ask(self, setting: Setting, question: "Callable[..., Any]", *more: Any, log: bool = True) -> Any:
        """What a function says of the finished run, which it gets as its first argument.

        Parameters
        ----------
        log : whether the function reads the event log; a run without one is smaller.

        Raises
        ------
        Refusal : what the function refuses, that the log would be too large, or that too many wait.
        """
        if log and expected_work(setting.scenario) > MOST_LOGGED_WORK:
            raise Refusal(
                f"The record of this run would tell of more than {MOST_LOGGED_WORK:,} issues or calls, too many for "
                "the browser; choose fewer days, or use `desksales log`."
            )
        if self._waiting >= WAITING:
            raise Refusal("Many have asked for diaries and field notes at once; ask again in a few seconds.", 429)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._thread, partial(self._answer, setting, log, question, *more)
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

    def _answer(self, setting: Setting, log: bool, question: "Callable[..., Any]", *more: Any) -> Any:
        return question(self._run(setting, log), *more)

    def _forget(self) -> None:
        if self._runs:
            self._runs.clear()
            give_back()

    def _run(self, setting: Setting, log: bool) -> "Result":
        from model.simulation import simulate

        result = self._runs.pop(setting.key, None)
        if result is None or (log and result.world.clock["log_on"] != 1):
            result = simulate(setting.scenario, setting.seed, log=log)
        self._runs[setting.key] = result
        while len(self._runs) > 1 and sum(map(_nbytes, self._runs.values())) > LOGGED_BYTES:
            self._runs.popitem(last=False)
            give_back()
        return result


def _nbytes(result: "Result") -> int:
    return sum(table.nbytes for table in result.world)
