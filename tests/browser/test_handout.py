"""The handout, opened from a file with the network off: the command writes it, a student reads it."""

import json
import re
from pathlib import Path

import pytest

from model import load_scenario, simulate
from tests.browser.explore import SHORT
from tests.cli.command import program

MOST_BYTES = 6_000_000
REPLICATIONS = 2


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handout of the small organisation with one slider more than its least."""
    folder = tmp_path_factory.mktemp("handout")
    settings = [part for name, value in SHORT.items() for part in ("--set", f"{name}={value}")]
    done = program(
        "handout", "mtel", "--out", "h.html", *settings, "--set", "managers.service_turn=from_start",
        "--slider", "people.reps_per_unit=4,6", "--slider", "incentives.attribution=handler,originator",
        "--replications", str(REPLICATIONS), folder=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder / "h.html"


@pytest.fixture
def handout(visit, file):
    return visit(file.as_uri(), offline=True)


def place_the_bet(page) -> None:
    page.get_by_role("button", name="Place the bet and see").click()


def number_of(page, measure: str) -> float:
    return float(page.locator(f"td[data-measure='{measure}']").get_attribute("data-value"))


def test_it_is_one_small_file(file):
    assert file.stat().st_size < MOST_BYTES
    assert re.findall(r'(?:src|href)="(?!data:|#)', file.read_text(encoding="utf-8")) == []


def test_a_slider_goes_from_one_set_of_real_runs_to_another(handout):
    def expected(reps: int) -> float:
        changes = SHORT | {"managers.service_turn": "from_start", "people.reps_per_unit": reps}
        runs = [simulate(load_scenario("mtel", changes), seed=1 + number) for number in range(REPLICATIONS)]
        return sum(run.measures["share_service_calls"] for run in runs) / REPLICATIONS

    place_the_bet(handout)
    slider = handout.locator("#slider-0")
    slider.focus()
    handout.keyboard.press("Home")
    assert number_of(handout, "share_service_calls") == pytest.approx(expected(4), rel=1e-5)
    handout.keyboard.press("End")
    assert number_of(handout, "share_service_calls") == pytest.approx(expected(6), rel=1e-5)


def test_a_definition_opens_by_keyboard(handout):
    place_the_bet(handout)
    term = handout.locator("tr:has(td[data-measure='share_service_calls']) details.term")
    assert not term.locator("p").is_visible()
    term.locator("summary").focus()
    handout.keyboard.press("Enter")
    assert "over all calls the desk took" in term.locator("p").inner_text()


def test_colours_are_switched_and_what_was_set_stays(handout):
    def is_dark() -> bool:
        return handout.evaluate("matchMedia('(prefers-color-scheme: dark)').matches || "
                                "document.documentElement.dataset.theme === 'dark'")  # fmt: skip

    place_the_bet(handout)
    handout.locator("#slider-0").fill("1")
    shown, picture = number_of(handout, "share_service_calls"), handout.locator(".four svg").first.inner_html()
    while not is_dark():
        handout.locator(".theme-button").click()
    assert handout.locator(".four svg").first.inner_html() != picture
    assert handout.locator("#slider-0").input_value() == "1"
    assert number_of(handout, "share_service_calls") == shown
    assert "95 % interval" in handout.locator(".verdict").inner_text()


def test_the_bet_hides_the_outcome_until_it_is_placed(handout):
    assert handout.locator(".verdict").count() == handout.locator("#slider-0").count() == 0
    place_the_bet(handout)
    assert handout.locator("#slider-0").is_visible()  # the slider of what was bet on would have told
    assert "95 % interval" in handout.locator(".verdict").inner_text()


def test_four_days_a_story_and_the_command_are_there(handout, file):
    assert handout.locator(".four svg").count() == 4
    assert handout.locator(".prose p").count() > 0
    command = handout.locator("footer").inner_text()
    data = re.search(r'id="handout-data">(.*?)</script>', file.read_text(encoding="utf-8"), re.S).group(1)
    assert json.loads(data)["command"] in command and "desksales handout mtel" in command


def test_it_fits_a_phone_and_axe_finds_no_serious_violation(visit, file):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(file.as_uri(), width=390, height=844, offline=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    found = Axe().run(page).response["violations"]
    assert [entry["id"] for entry in found if entry["impact"] in ("serious", "critical")] == []
