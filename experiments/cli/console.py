"""Where tables and progress are shown: standard output for results, standard error for how it is going."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDEST = 100


def output() -> "Console":
    """Standard output, as wide as the terminal (or COLUMNS) but not wider than reads well."""
    from rich.console import Console

    console = Console(highlight=False)
    known = console.is_terminal or "COLUMNS" in os.environ
    return Console(highlight=False, width=min(console.width, WIDEST) if known else WIDEST)


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[int, str], None]]:
    """A bar with runs per second and the time left; where nobody watches, only what there is to say."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TimeRemainingColumn,
    )  # fmt: skip
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            seconds = task.finished_time or task.elapsed
            return Text(f"{task.completed / seconds:.1f} runs/s" if seconds and task.completed else "")

    console = Console(stderr=True, highlight=False)
    columns = (BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn(elapsed_when_finished=True))
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("runs", total=total)

        def tell(done: int, message: str) -> None:
            if message:
                console.print(message)
            if done == 0:
                bar.reset(task, total=total)
            bar.update(task, completed=done)

        yield tell
