"""What the tests do again and again on the page Explore."""

import re
from typing import Any
from urllib.parse import quote

from experiments.dotted import dotted

SHORT = {"people.accounts": 20, "run.days": 40}
"""A small organisation for two review periods: recorded in an instant."""

SERVING = SHORT | {"managers.service_turn": "from_start"}
"""The same, where the desk takes requests on from the first day: there are waits to bet on and lives to tell."""


def link(seminar: str, page: str = "explore", day: int = 0, seed: int = 1, **changes: Any) -> str:
    """The address of a page of the small organisation with changes; a double underscore stands for a dot."""
    named = SHORT | dotted(changes)
    settings = "".join(f"&set={quote(f'{name}={str(value).lower()}')}" for name, value in named.items())
    return f"{seminar}/{page}?scenario=mtel&seed={seed}{settings}&day={day}"


def wait_for_day(page, day: int) -> None:
    """Wait until the network shows a day."""
    page.locator(f".explore[data-day='{day}']").wait_for(timeout=60_000)


def wait_past_day(page, day: int) -> None:
    """Wait until the network shows a later day, as it does in passing while it plays."""
    shown = "day => Number(document.querySelector('.explore')?.dataset.day) > day"
    page.wait_for_function(shown, arg=day, timeout=60_000)


def day_shown(page) -> int:
    """The day that the line below the network names."""
    return int(re.match(r"day (\d+)", page.locator(".transport .day").inner_text()).group(1))


def run_shown(page) -> str:
    """The name of the run on the screen: the same for the same settings, seed and model."""
    return page.locator(".explore[data-run]").get_attribute("data-run")


def numbers_shown(page) -> dict[str, float]:
    """All measures of the table at the foot of the page, in full."""
    table = page.locator("details.whole")
    if table.get_attribute("open") is None:
        table.locator("summary").click()
    cells = table.locator("td[data-measure]")
    cells.first.wait_for(timeout=60_000)
    read = "cells => cells.map(cell => [cell.dataset.measure, Number(cell.dataset.value)])"
    return dict(cells.evaluate_all(read))
