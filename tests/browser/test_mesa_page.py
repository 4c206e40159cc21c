"""Mesa's own page, `solara run model/app.py`, in a real browser."""

import re
import sys
import time
from collections.abc import Iterator

import pytest

pytest.importorskip("solara")

from experiments.bench_seminar.servers import Server, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    command = [sys.executable, "-m", "solara", "run", "model/app.py", "--production", "--no-open"]
    with serving(command) as started:
        yield started


@pytest.fixture
def mesa_page(server: Server) -> str:
    return server.address


def day_of(page) -> int:
    """The day that the page's heading shows."""
    heading = page.get_by_text(re.compile(r"day \d+ of")).first
    return int(re.search(r"day (\d+) of", heading.inner_text()).group(1))


def step_to(page, day: int) -> None:
    for done in range(day_of(page), day):
        page.get_by_role("button", name="Step").click()
        page.get_by_text(f"day {done + 1} of").first.wait_for()


def test_a_step_is_a_day_and_every_picture_is_drawn_anew(visit, mesa_page):
    page = visit(mesa_page)
    page.get_by_text("seed 1 · day 0 of 250").wait_for(timeout=60_000)
    pictures = page.locator("img[src^='data:image/png'], img[src^='blob:'], .jupyter-widgets img")
    pictures.nth(3).wait_for()  # the network and three plots
    before = [picture.get_attribute("src") for picture in pictures.all()]
    step_to(page, 1)
    page.wait_for_function(
        "before => [...document.querySelectorAll('img')].filter(i => !before.includes(i.src)).length >= 4", arg=before
    )


def test_two_visitors_have_a_model_each(visit, mesa_page):
    first = visit(mesa_page)
    first.get_by_text("day 0 of").first.wait_for(timeout=60_000)
    step_to(first, 2)
    second = visit(mesa_page)
    second.get_by_text("day 0 of").first.wait_for(timeout=60_000)
    step_to(second, 1)
    assert day_of(first) == 2


def test_play_advances_days_until_paused_and_reset_keeps_the_seed(visit, mesa_page):
    page = visit(mesa_page)
    page.get_by_text("day 0 of").first.wait_for(timeout=60_000)
    page.get_by_role("button", name="▶").click()
    page.wait_for_function("/day ([3-9]|\\d\\d+) of/.test(document.body.innerText)", timeout=60_000)
    page.get_by_role("button", name="❚❚").click()
    page.get_by_role("button", name="Reset").click()
    page.get_by_text("seed 1 · day 0 of 250").wait_for()


def test_a_slider_counts_from_the_next_reset_on(visit, mesa_page):
    page = visit(mesa_page)
    page.get_by_text("seed 1 · day 0 of 250").wait_for(timeout=60_000)
    page.get_by_role("slider").nth(2).focus()  # after those of Mesa's own two intervals
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Reset").click()
    page.get_by_text("seed 2 · day 0 of 250").wait_for()


def test_the_server_asks_nothing_of_another_machine(visit, mesa_page, server):
    page = visit(mesa_page)
    page.get_by_text("seed 1 · day 0 of 250").wait_for(timeout=60_000)
    assert "Could not load URL" not in server.log.read_text()


@pytest.mark.slow
def test_a_browser_that_vanished_stops_its_play_within_ten_seconds(visit, mesa_page, server):
    page = visit(mesa_page)
    page.get_by_text("day 0 of").first.wait_for(timeout=60_000)
    page.get_by_role("button", name="▶").click()
    page.wait_for_function("/day ([3-9]|\\d\\d+) of/.test(document.body.innerText)", timeout=60_000)
    page.context.close()
    time.sleep(10.0)
    before = server.processor_seconds()
    time.sleep(2.0)
    assert server.processor_seconds() - before < 0.4  # one that plays takes a processor for itself
