"""A class of real browsers at once: thirty pages in two Chromium processes beside the server, bounded in time."""

import time
from dataclasses import dataclass
from typing import Any

from experiments.bench_seminar.browsers import WATCHED
from experiments.bench_seminar.servers import Server

BROWSERS = 2
"""Chromium processes; each page is a visitor of its own in one of them."""
MOST_SECONDS = 60.0
"""For the first pictures of all pages; those that have none by then are counted as missing."""
WAIT_FOR_PICTURE = """
new MutationObserver((_, observer) => {
    if (!document.querySelector(".explore[data-day]")) return;
    observer.disconnect();
    window.firstPicture = performance.now() / 1000;
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-day"] });
"""
PLAY = """
const day = () => Number(document.querySelector(".explore").dataset.day);
document.querySelector(".transport .play").click();
window.played = { began: performance.now(), from: day(), day };
"""
RATE = "1000 * (played.day() - played.from) / (performance.now() - played.began)"
"""Days a second since play began, by the page's own clock: a page that is busy answers late."""


@dataclass(frozen=True)
class Crowd:
    """What a class of browsers saw.

    Attributes
    ----------
    paints : seconds from asking for the page to its first picture, of each page that had one.
    missing : pages without a picture when time was up.
    updates : pictures of a new day a second, of each page, while all play at the usual speed.
    processor : share of one core that the server took while they played.
    """

    paints: list[float]
    missing: int
    updates: list[float]
    processor: float


def crowd(chromiums: list[Any], server: Server, pages: int, most_seconds: float = MOST_SECONDS) -> Crowd:
    """Open pages side by side, each with a run of its own, and let all of them play.

    Parameters
    ----------
    chromiums : browsers that share the pages.
    pages : how many.
    most_seconds : after which pages without a picture are no longer waited for.
    """
    contexts = [
        chromiums[k % len(chromiums)].new_context(viewport={"width": 1280, "height": 800}) for k in range(pages)
    ]
    try:
        opened = [context.new_page() for context in contexts]
        for page in opened:
            page.add_init_script(WAIT_FOR_PICTURE)
        for k, page in enumerate(opened):  # none is waited for, so that all load together
            page.goto(f"{server.address}/explore?scenario=mtel&seed={400 + k}", wait_until="commit")
        end = time.monotonic() + most_seconds
        painted = {page: _painted(page) for page in opened}
        while not all(painted.values()) and time.monotonic() < end:
            time.sleep(0.2)
            painted |= {page: _painted(page) for page, seconds in painted.items() if seconds is None}
        there = [page for page in opened if painted[page] is not None]
        for page in there:
            page.evaluate(PLAY)
        used, began = server.processor_seconds(), time.perf_counter()
        time.sleep(WATCHED)
        processor = (server.processor_seconds() - used) / (time.perf_counter() - began)
        updates = [page.evaluate(RATE) for page in there]
        return Crowd([painted[page] for page in there], len(opened) - len(there), updates, processor)
    finally:
        for context in contexts:
            context.close()


def _painted(page: Any) -> float | None:
    return page.evaluate("window.firstPicture ?? null")

