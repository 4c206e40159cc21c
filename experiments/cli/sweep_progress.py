"""How a sweep is going, on standard error: a bar where somebody watches, else a line now and then."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from typing import TYPE_CHECKING

from experiments.sweep.run import Progress

if TYPE_CHECKING:
    from rich.console import Console

EVERY = 30.0
"""Seconds between two lines where nobody watches."""


@contextmanager
def watched() -> Iterator[tuple[Callable[[Progress], None], Callable[[], Progress]]]:
    """A function to tell the progress to, and one that gives what was told last."""
    from rich.console import Console

    console, last = Console(stderr=True, highlight=False), Progress()
    with _bar(console) if console.is_terminal else _lines(console) as show:

        def tell(progress: Progress) -> None:
            nonlocal last
            last = copy(progress)
            if progress.message:
                console.print(progress.message, soft_wrap=True)
            show(last)

        yield tell, lambda: last


@contextmanager
def _bar(console: "Console") -> Iterator[Callable[[Progress], None]]:
    """A bar with runs per second, time left and failures so far."""
    from rich.progress import BarColumn, MofNCompleteColumn, Task, TextColumn
    from rich.progress import Progress as Bar

    pace = Pace()
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[said]}"))
    with Bar(*columns, console=console, transient=True, refresh_per_second=4) as bar:
        task: Task | None = None

        def show(progress: Progress) -> None:
            nonlocal task
            if task is None and progress.to_do:
                task = bar.add_task("runs", total=progress.to_do, said="")
            if task is not None:
                bar.update(task, completed=progress.done, said=pace.said(progress))

        yield show


@contextmanager
def _lines(console: "Console") -> Iterator[Callable[[Progress], None]]:
    """A line every half minute."""
    pace, told = Pace(), time.monotonic()

    def show(progress: Progress) -> None:
        nonlocal told
        said = pace.said(progress)
        if progress.done and time.monotonic() - told >= EVERY:
            told = time.monotonic()
            console.print(f"{progress.done:,} of {progress.to_do:,} runs, {said}", soft_wrap=True)

    yield show


class Pace:
    """Runs per second and time left, from the first outcome on: the workers' start says nothing about the pace."""

    def __init__(self) -> None:
        self._first: tuple[float, int] | None = None

    def said(self, progress: Progress) -> str:
        """The pace in words, and the failures so far."""
        failed = f", {progress.failures:,} failed" if progress.failures else ""
        if progress.done and self._first is None:
            self._first = time.monotonic(), progress.done
        if self._first is None or progress.done == self._first[1]:
            return f"just begun{failed}"
        since, already = self._first
        rate = (progress.done - already) / max(1e-9, time.monotonic() - since)
        return f"{rate:.1f} runs/s, {duration((progress.to_do - progress.done) / rate)} left{failed}"


def duration(seconds: float) -> str:
    """A length of time in the two largest units that matter."""
    whole = round(seconds)
    for large, small, size in (("d", "h", 86400), ("h", "min", 3600), ("min", "s", 60)):
        if whole >= size:
            part = (whole % size) // {86400: 3600, 3600: 60, 60: 1}[size]
            return f"{whole // size} {large} {part} {small}"
    return f"{whole} s"
