"""A sample of real browsers: how soon there is a picture and how often it changes, here and on Mesa's page."""

import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from experiments.bench_seminar.servers import Server

WATCHED = 6.0
"""Seconds for which pages that play are watched."""
PATIENCE_MS = 90_000
LOOKS = 2
"""Pages opened and closed beforehand, so that the first picture is a median even of one page that plays."""


@dataclass(frozen=True)
class Sample:
    """What pages of one kind did, open and playing side by side in one Chromium.

    Attributes
    ----------
    pages : how many.
    paint : seconds from asking for the page to its first picture, median over pages that opened one after another,
        LOOKS of which were closed again.
    updates : pictures of a new day a second and page, median over pages that play at once.
    processor : share of one core that the server took meanwhile.
    """

    pages: int
    paint: float
    updates: float
    processor: float


@contextmanager
def chromiums(number: int = 1) -> Iterator[list[Any]]:
    """Processes of Debian's Chromium, which may talk to this machine alone; none where it or Playwright is missing."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        yield []
        return
    arguments = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    with sync_playwright() as playwright:
        browsers = [playwright.chromium.launch(executable_path=path, args=arguments) for _ in range(number)]
        yield browsers
        for browser in browsers:
            browser.close()


def seminar_sample(browser: Any, server: Server, pages: int) -> Sample:
    """The page Explore, at its fastest speed."""

    def painted(page: Any) -> None:
        page.locator(".explore[data-day]").wait_for(timeout=PATIENCE_MS)

    def day(page: Any) -> int:
        return int(page.locator(".explore[data-day]").get_attribute("data-day"))

    def play(page: Any) -> None:
        page.get_by_label("Speed").select_option(index=page.get_by_label("Speed").locator("option").count() - 1)
        page.get_by_role("button", name="Play").click()

    addresses = [f"{server.address}/explore?scenario=mtel&seed={200 + 10 * pages + k}" for k in range(LOOKS + pages)]
    return _sample(browser, server, addresses, painted, day, play)


def mesa_sample(browser: Any, server: Server, pages: int) -> Sample:
    """Mesa's own page, at the least play interval that it offers by itself."""

    def painted(page: Any) -> None:
        page.get_by_text(re.compile(r"day 0 of")).first.wait_for(timeout=PATIENCE_MS)
        page.locator("img").first.wait_for(timeout=PATIENCE_MS)

    def day(page: Any) -> int:
        heading = page.get_by_text(re.compile(r"day \d+ of")).first.inner_text()
        return int(re.search(r"day (\d+) of", heading)[1])

    def play(page: Any) -> None:
        page.get_by_role("button", name="▶").click()

    return _sample(browser, server, [server.address] * (LOOKS + pages), painted, day, play)


def _sample(
    browser: Any, server: Server, addresses: list[str], painted: Callable[[Any], None], day: Callable[[Any], int],
    play: Callable[[Any], None],
) -> Sample:  # fmt: skip
    contexts, pages, paints = [], [], []
    try:
        for address in addresses:
            contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
            page = contexts[-1].new_page()
            began = time.perf_counter()
            page.goto(address, wait_until="commit")
            painted(page)
            paints.append(time.perf_counter() - began)
            if len(paints) <= LOOKS:
                contexts.pop().close()
            else:
                pages.append(page)
        for page in pages:
            play(page)
        before, processor, began = [day(page) for page in pages], server.processor_seconds(), time.perf_counter()
        time.sleep(WATCHED)
        after, seconds = [day(page) for page in pages], time.perf_counter() - began
        used = (server.processor_seconds() - processor) / seconds
        return Sample(
            len(pages), median(paints),
            median((b - a) / seconds for a, b in zip(before, after, strict=True)), used,
        )  # fmt: skip
    finally:
        for context in contexts:
            context.close()
