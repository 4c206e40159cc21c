"""Everybody can use the pages: without a mouse, on a phone, with a reader of screens, in the dark."""

import pytest

from tests.browser.explore import day_shown, link, wait_for_day, wait_past_day

PAGES = ("explore", "bet", "teach", "notes", "figures")
SERIOUS = ("serious", "critical")
PHONE = {"width": 390, "height": 844}


def is_ready(page, name: str) -> None:
    """Wait until what a page shows first is there."""
    waits_for = {
        "explore": ".explore[data-day]", "bet": ".door", "teach": ".design-row", "notes": ".prose h2",
        "figures": ".gallery > *",
    }  # fmt: skip
    page.locator(waits_for[name]).first.wait_for(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_serious_violation(visit, seminar, name, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(link(seminar, name, day=20, managers__service_turn="from_start"), color_scheme=scheme)
    is_ready(page, name)
    found = Axe().run(page).response["violations"]
    serious = [(entry["id"], entry["nodes"][0]["html"][:200]) for entry in found if entry["impact"] in SERIOUS]
    assert serious == []


def luminance(page) -> float:
    """Of the page's ground: near 1 where it is light, near 0 where it is dark."""
    told = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in told[4:-1].split(",")[:3]) / 3 / 255


@pytest.mark.parametrize(("scheme", "first"), [("light", False), ("dark", True)])
def test_colours_follow_the_system_until_the_reader_chooses(visit, seminar, scheme, first):
    page = visit(link(seminar), color_scheme=scheme)
    wait_for_day(page, 0)
    assert (luminance(page) < 0.5) is first
    button = page.get_by_role("button", name="Colours:")
    for name, dark in (("light", False), ("dark", True)):
        button.click()
        assert button.get_attribute("aria-label") == f"Colours: {name}; change"
        assert (luminance(page) < 0.5) is dark
    page.reload()
    wait_for_day(page, 0)
    assert luminance(page) < 0.5  # the browser keeps what was chosen
    button.click()
    assert (luminance(page) < 0.5) is first


def test_what_is_chosen_against_the_system_has_contrast_enough(visit, seminar):
    from axe_playwright_python.sync_playwright import Axe

    page = visit(link(seminar, day=20, managers__service_turn="from_start"), color_scheme="light")
    is_ready(page, "explore")
    for _ in range(2):
        page.get_by_role("button", name="Colours:").click()
    found = Axe().run(page).response["violations"]
    assert [entry["id"] for entry in found if entry["impact"] in SERIOUS] == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_a_phone(visit, seminar, name):
    page = visit(link(seminar, name, day=20, managers__service_turn="from_start"), **PHONE)
    is_ready(page, name)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def press_until(page, key: str, selector: str, most: int = 120) -> None:
    """Press a key until what has the keyboard matches a selector."""
    for _ in range(most):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {selector}.")


def test_days_parameters_and_diaries_can_be_reached_by_keyboard_alone(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Skip to the content"
    press_until(page, "Tab", ".sizes input")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.value") == "asked"
    press_until(page, "Tab", ".person-choice")
    page.keyboard.press("ArrowDown")
    page.locator(".diary-card h2").wait_for()
    press_until(page, "Tab", ".play")
    page.keyboard.press("Enter")
    wait_past_day(page, 2)
    page.keyboard.press("Space")
    press_until(page, "Tab", ".days")
    day = day_shown(page)
    page.keyboard.press("ArrowRight")
    wait_for_day(page, day + 1)


def test_a_meaning_opens_on_focus_and_closes_with_escape(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    mark = page.locator(".hint").first
    mark.focus()
    bubble = page.get_by_role("tooltip")
    assert "Evidence:" in bubble.inner_text()
    page.keyboard.press("Escape")
    assert bubble.is_hidden()


def test_a_parameter_keeps_the_keyboard_when_it_was_changed(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    slider = page.locator("input[data-slider='incentives.quota_multiple']")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.locator(".parameter.changed", has=slider).wait_for()
    assert page.evaluate("document.activeElement.dataset.slider") == "incentives.quota_multiple"
