"""The studio: threads that record runs a slice at a time, so that no run, however long, keeps others waiting.

Days that somebody waits for come first, then whoever was served longest ago. A run that nobody looks at any more is
given up at once; a finished one is kept for a while for the next who asks.
"""

import asyncio
import itertools
import logging
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Condition, Thread

from experiments.replicate import cores
from experiments.seminar.limits import KEPT_BYTES, OPEN_WORLDS_BYTES, Refusal
from experiments.seminar.memory import give_back
from experiments.seminar.recordings.recording import Recording
from experiments.seminar.setting import Setting
from model.scenario import ScenarioError

SLICE = 0.03
"""Seconds for which one run is recorded before another has its turn."""

EXPECTED_SECONDS = 6.0
"""For so long a run is recorded for a page that was asked for and has opened nothing yet."""

GIVEN_UP = "The run was given up, because nobody looked at it any more; open it again."

log = logging.getLogger("desksales.seminar")


@dataclass
class Job:
    """A recording under way: who looks at it, the last day that somebody waits for, when it last had its turn."""

    recording: Recording
    memory: float
    holders: int = 0
    wanted: int = 0
    served: int = 0
    busy: bool = False
    news: asyncio.Event = field(default_factory=asyncio.Event)


class Studio:
    """All recordings of the server. Its methods are called in the event loop's thread; `close` ends the threads."""

    def __init__(self, threads: int | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        self._jobs: dict[str, Job] = {}
        self._kept: OrderedDict[str, Job] = OrderedDict()
        self._changed = Condition()
        self._turns = itertools.count(1)
        self._closed = False
        self._threads = [Thread(target=self._work, daemon=True) for _ in range(threads or cores())]
        for thread in self._threads:
            thread.start()

    @property
    def n_recordings(self) -> int:
        """Recordings in memory, finished or not."""
        return len(self._jobs) + len(self._kept)

    @property
    def n_under_way(self) -> int:
        """Recordings that are not finished."""
        return sum(not job.recording.done for job in self._jobs.values())

    def take(self, setting: Setting) -> Recording:
        """The recording of a setting, begun if nobody looks at it yet; `release` it when done."""
        from model.simulation import run_memory

        with self._changed:
            job = self._jobs.get(setting.key) or self._kept.pop(setting.key, None)
            if job is None:
                job = Job(Recording(setting), run_memory(setting.scenario))
            self._jobs[setting.key] = job
            job.holders += 1
            self._changed.notify()
        return job.recording

    def expect(self, setting: Setting) -> None:
        """Begin to record what a browser that has just asked for the page will open as soon as its script runs."""
        recording = self.take(setting)
        self._loop.call_later(EXPECTED_SECONDS, self.release, recording)

    def release(self, recording: Recording) -> None:
        """One reader less; without readers a run under way is given up, a finished one may stay for a while."""
        key = recording.setting.key
        with self._changed:
            job = self._jobs.get(key)
            if job is None or job.recording is not recording:
                return
            job.holders -= 1
            if job.holders > 0:
                return
            del self._jobs[key]
            if recording.measures is not None:
                self._kept[key] = job
                self._forget_oldest()
            elif not job.busy:
                recording.fail(GIVEN_UP)
                self._tell(job)
                self._loop.run_in_executor(None, give_back)

    async def reached(self, recording: Recording, day: int) -> None:
        """Wait until a day is recorded, or the run is at its end if `day` is beyond it.

        Raises
        ------
        Refusal : the run failed.
        """
        job = self._jobs.get(recording.setting.key)
        while job is not None and not recording.done and (recording.day < day or day > recording.days):
            with self._changed:
                if day > job.wanted:
                    job.wanted = day
                    self._changed.notify()
            await self.news(recording)
            job = self._jobs.get(recording.setting.key)
        if recording.failure:
            raise Refusal(recording.failure)

    async def news(self, recording: Recording) -> None:
        """Wait until more of a run was recorded."""
        job = self._jobs.get(recording.setting.key)
        if job is not None and not recording.done:
            await job.news.wait()

    def close(self) -> None:
        """Let the threads end."""
        with self._changed:
            self._closed = True
            self._jobs.clear()
            self._kept.clear()
            self._changed.notify_all()

    def _work(self) -> None:
        while self._take_turn():  # whatever a turn has in hand is let go before the next is waited for
            pass

    def _take_turn(self) -> bool:
        """Record a slice of the job whose turn it is; False when the studio closes."""
        job = self._next()
        if job is None:
            return False
        recording = job.recording
        try:
            recording.record(SLICE)
        except ScenarioError as error:
            recording.fail(str(error))
        except MemoryError:
            recording.fail("The memory of the server does not suffice for this run; choose fewer days or accounts.")
        except Exception:
            log.exception("A run failed: %s", recording.setting.command())
            recording.fail(f"This run failed unexpectedly; `{recording.setting.command()}` shows it alone.")
        with self._changed:
            job.busy = False
            if job.holders == 0 and not recording.done:
                recording.fail(GIVEN_UP)
            if self._closed:
                return False
            self._changed.notify()
        if recording.done:
            give_back()  # its world is gone
        with suppress(RuntimeError):  # the loop was closed between the question above and this
            self._loop.call_soon_threadsafe(self._tell, job)
        return True

    def _next(self) -> Job | None:
        """The job whose turn it is, marked as busy; None when the studio closes."""
        with self._changed:
            while not self._closed:
                job = self._ready()
                if job is not None:
                    job.busy, job.served = True, next(self._turns)
                    return job
                self._changed.wait()
        return None

    def _ready(self) -> Job | None:
        """Of the jobs that may go on, within the memory for runs under way, the one that should."""
        opened = [job for job in self._jobs.values() if self._is_open(job)]
        room = OPEN_WORLDS_BYTES - sum(job.memory for job in opened)
        waiting = [job for job in self._jobs.values() if not job.busy and not job.recording.done]
        ready = [job for job in waiting if self._is_open(job) or job.memory <= room]
        ready = ready or ([] if opened else waiting[:1])
        return min(ready, key=lambda job: (job.recording.day >= job.wanted, job.served), default=None)

    @staticmethod
    def _is_open(job: Job) -> bool:
        return not job.recording.done and (job.busy or job.recording.day >= 0)

    @staticmethod
    def _tell(job: Job) -> None:
        job.news.set()
        job.news = asyncio.Event()

    def _forget_oldest(self) -> None:
        while self._kept and sum(job.recording.nbytes for job in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)
