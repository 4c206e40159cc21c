"""Runs with their event log, made when somebody asks for a diary, field notes or a table, and kept for a while."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from experiments.seminar.limits import LOGGED_BYTES, Refusal
from experiments.seminar.memory import give_back
from experiments.seminar.setting import Setting
from model.scenario import ScenarioError

if TYPE_CHECKING:
    from collections.abc import Callable

    from model.simulation import Result

WAITING = 40
"""Questions that may wait for their turn."""


class LoggedRuns:
    """One thread that runs a setting again with its log, the same numbers as ever, and answers questions about it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "seminar-log")
        self._runs: OrderedDict[str, Result] = OrderedDict()
        self._waiting = 0

    async def ask(self, setting: Setting, question: "Callable[..., Any]", *more: Any) -> Any:
        """What a function says of the finished run, which it gets as its first argument.

        Raises
        ------
        Refusal : what the function refuses, or that too many wait.
        """
        if self._waiting >= WAITING:
            raise Refusal("Many have asked for diaries and field notes at once; ask again in a few seconds.", 429)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._thread, partial(self._answer, setting, question, *more)
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

    def _answer(self, setting: Setting, question: "Callable[..., Any]", *more: Any) -> Any:
        return question(self._run(setting), *more)

    def _forget(self) -> None:
        if self._runs:
            self._runs.clear()
            give_back()

    def _run(self, setting: Setting) -> "Result":
        from model.simulation import simulate

        result = self._runs.pop(setting.key, None)
        if result is None:
            result = simulate(setting.scenario, setting.seed, log=True)
        self._runs[setting.key] = result
        while len(self._runs) > 1 and sum(map(_nbytes, self._runs.values())) > LOGGED_BYTES:
            self._runs.popitem(last=False)
            give_back()
        return result


def _nbytes(result: "Result") -> int:
    return sum(table.nbytes for table in result.world)
