"""The page Explore in a real browser: play, parameters, links, and the numbers of the command line."""

import re
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from model import load_scenario, simulate
from experiments.bench_seminar.servers import free_port, serving
from tests.cli.command import ENTRY
from tests.browser.explore import SHORT, day_shown, link, numbers_shown, run_shown, wait_for_day, wait_past_day


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("explore", "DeskSales at M-Tel"), ("bet", "Place your bet"), ("notes", "Field notes"), ("figures", "Figures"),
        ("teach", "Teach"),
    ],
)  # fmt: skip
def test_every_page_loads_under_its_own_address(visit, seminar, path, heading):
    page = visit(f"{seminar}/{path}?scenario=mtel")
    page.get_by_role("heading", level=1, name=heading).wait_for(timeout=60_000)
    assert page.locator("nav a[aria-current=page]").get_attribute("data-page") == path


@pytest.mark.parametrize(
    ("scenario", "change"),
    [
        ("mtel_full", "run.days=5"), ("star_customer", "run.days=5"), ("finserver", "run.days=5"),
        ("textbook_queue", "agents=3"),
    ],
)  # fmt: skip
def test_every_kind_of_setting_is_shown(visit, seminar, scenario, change):
    page = visit(f"{seminar}/explore?scenario={scenario}&set={quote(change)}&day=2")
    wait_for_day(page, 2)
    page.locator(".panel .plot-canvas canvas").nth(2).wait_for()


COLOURS_SEEN = """canvas => {
    const { width, height } = canvas, seen = {};
    const data = canvas.getContext('2d').getImageData(0, 0, width, height).data;
    for (let at = 0; at < data.length; at += 4)
        if (data[at + 3] === 255) {
            const colour = data.slice(at, at + 3).join();
            seen[colour] = (seen[colour] ?? 0) + 1;
        }
    return seen;
}"""


def blue(colours: dict[str, int]) -> int:
    """Points of the bold ring of a team that serves."""
    return colours.get("11,95,165", 0)


def test_the_network_is_painted_with_the_rings_of_teams_that_serve(visit, seminar):
    """The accent colour is that of a ring of a team told to serve, and of nothing else while nobody is chosen."""
    never, always = (
        visit(link(seminar, day=5, managers__service_turn=turn)) for turn in ("never", "from_start")
    )  # fmt: skip
    for page in (never, always):
        wait_for_day(page, 5)
    of_never, of_always = (page.locator(".network-layer").evaluate(COLOURS_SEEN) for page in (never, always))
    assert len(of_never) > 20  # people, rings, lines and words
    assert blue(of_always) > 500 > 50 > blue(of_never)


def test_the_network_comes_nearer_and_goes_back_to_the_whole(visit, seminar):
    page = visit(link(seminar, day=5), reduced_motion="reduce")
    wait_for_day(page, 5)
    canvas = page.locator(".network-layer")
    whole = canvas.evaluate(COLOURS_SEEN)
    page.get_by_role("button", name="Nearer").click()
    assert canvas.evaluate(COLOURS_SEEN) != whole
    page.get_by_role("button", name="Whole picture").click()
    assert canvas.evaluate(COLOURS_SEEN) == whole


def test_play_goes_from_day_to_day_and_pause_stops_it(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    page.get_by_role("button", name="Play").click()
    wait_past_day(page, 4)
    page.get_by_role("button", name="Pause").click()
    stopped = day_shown(page)
    page.wait_for_timeout(600)
    assert stopped >= 5 and day_shown(page) == stopped


def test_days_go_back_as_well_as_on(visit, seminar):
    page = visit(link(seminar, day=10))
    wait_for_day(page, 10)
    page.get_by_role("button", name="A day back").click()
    wait_for_day(page, 9)
    page.get_by_role("button", name="A day on").click()
    wait_for_day(page, 10)


def test_a_slider_changes_the_model_and_the_address(visit, seminar):
    page = visit(link(seminar, day=40))
    wait_for_day(page, 40)
    before, numbers = run_shown(page), numbers_shown(page)
    page.locator("input[data-slider='incentives.quota_multiple']").focus()
    page.keyboard.press("Home")  # quota of nothing: every review is met
    page.locator(f".explore[data-run]:not([data-run='{before}'])").wait_for()
    page.wait_for_url(re.compile(r"set=incentives\.quota_multiple%3D"))
    assert numbers_shown(page) != numbers


def test_the_numbers_on_the_screen_are_those_of_the_command_line(visit, seminar):
    page = visit(link(seminar, seed=3, incentives__attribution="originator"))
    shown = numbers_shown(page)
    at_once = simulate(load_scenario("mtel", SHORT | {"incentives.attribution": "originator"}), seed=3).measures
    told = {name: value for name, value in at_once.items() if value == value}  # nan: does not apply
    assert shown == told


def test_a_list_in_the_address_reaches_the_model_whole(visit, seminar):
    curve = [1.0, 2.0, 0.5]
    page = visit(link(seminar, demand__load_curve=curve))
    at_once = simulate(load_scenario("mtel", SHORT | {"demand.load_curve": curve}), seed=1).measures
    assert numbers_shown(page)["share_service_calls"] == at_once["share_service_calls"]


def test_a_hostile_address_is_answered_with_a_sentence_and_the_usual_setting(visit, seminar):
    page = visit(f"{seminar}/explore?scenario=<img src=x onerror=alert(1)>&seed=-3&day=x&set==&set=y&room=<b>")
    wait_for_day(page, 0)
    assert "There is no setting <img" in page.locator(".notice.trouble").inner_text()
    assert page.locator("main img").count() == 0


def test_a_link_reproduces_the_screen_exactly(visit, seminar):
    page = visit(link(seminar, seed=5, day=12))
    wait_for_day(page, 12)
    page.get_by_role("button", name="A day on").click()
    page.wait_for_url(re.compile("day=13"))
    numbers = numbers_shown(page)
    other = visit(page.url)
    wait_for_day(other, 13)
    assert run_shown(other) == run_shown(page) and numbers_shown(other) == numbers


def test_the_copied_command_names_every_change(visit, seminar):
    page = visit(link(seminar, seed=2, reps__disposition_mean=0.7))
    wait_for_day(page, 0)
    page.get_by_role("button", name="Copy command").click()
    copied = page.locator(".notice").inner_text()
    assert "desksales run mtel" in copied and "reps.disposition_mean=0.7" in copied and "--seed 2" in copied


def test_a_bundle_is_laid_over_a_centre_and_stands_in_link_and_command(visit, seminar):
    page = visit(f"{seminar}/explore?scenario=tcc&set=run.days%3D5")
    wait_for_day(page, 0)
    before = run_shown(page)
    page.locator(".bundles input[value=empowered]").check()
    page.locator(f".explore[data-run]:not([data-run='{before}'])").wait_for()
    page.wait_for_url(re.compile("with=empowered"))
    page.get_by_role("button", name="Copy command").click()
    assert "--with empowered" in page.locator(".notice").inner_text()
    other = visit(f"{seminar}/explore?scenario=tcc&with=empowered&set=run.days%3D5")
    at_once = simulate(load_scenario("tcc", {"run.days": 5}, ["empowered"]), seed=1).measures
    assert numbers_shown(other)["satisfaction_mean"] == at_once["satisfaction_mean"]
    assert other.locator(".bundles input[value=empowered]").is_checked()
    other.get_by_role("searchbox", name="Find a parameter").fill("relations.customer_pride")
    assert other.locator("input.typed[data-name='relations.customer_pride']").input_value() == "0.03"


def test_a_desk_is_offered_no_bundle(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    assert page.locator(".bundles").is_hidden()


def test_five_names_and_their_share_say_who_is_asked(visit, seminar):
    page = visit(link(seminar, day=40, managers__service_turn="from_start"))
    wait_for_day(page, 40)
    page.get_by_label("asked", exact=True).check()
    said = page.locator(".leaders-share").inner_text()
    theirs, even = (int(part) for part in re.findall(r"(\d+) %", said))
    assert "of 36" in said and even == 14 < theirs <= 100  # five of 36 reps are a seventh


def test_measures_and_parameters_are_called_by_words(visit, seminar):
    page = visit(link(seminar))
    numbers_shown(page)
    told = page.locator("details.whole th[scope=row]").all_inner_texts()
    assert "Wait of requests through the desk (median)" in told or "Desk calls with service requests" in told
    labels = page.locator(".parameter-head label").all_inner_texts()
    assert "Who may report an order that comes in a service request" in labels
    assert not any("_" in text for text in told + labels)


def test_a_person_of_the_list_shows_a_diary(visit, seminar):
    page = visit(link(seminar, day=30))
    wait_for_day(page, 30)
    page.get_by_label("Person").select_option(index=1)
    diary = page.locator(".diary-card")
    diary.get_by_role("heading").wait_for()
    assert diary.locator("ol.diary li").count() > 0


def test_the_first_named_is_the_rep_who_was_asked_most(visit, seminar):
    page = visit(link(seminar, day=40, managers__service_turn="from_start"))
    wait_for_day(page, 40)
    page.get_by_label("asked", exact=True).check()
    named = [button.inner_text().rsplit(" ", 1) for button in page.locator(".leaders button:visible").all()]
    times = [int(count) for _, count in named]
    assert len(times) == 5 and times == sorted(times, reverse=True) and times[-1] > 0
    page.locator(".leaders button").first.click()
    assert page.locator(".diary-card h2").inner_text().startswith(named[0][0])


def test_the_back_button_returns_to_the_page_and_the_run_before(visit, seminar):
    page = visit(link(seminar, seed=6, day=9))
    wait_for_day(page, 9)
    before = run_shown(page)
    page.get_by_role("link", name="Field notes").click()
    page.locator(".notes .card").nth(1).wait_for()  # a story, or the sentence that there is none
    page.go_back()
    wait_for_day(page, 9)
    page.get_by_role("button", name="A day on").click()
    wait_for_day(page, 10)
    assert run_shown(page) == before and page.get_by_label("Seed of the luck").input_value() == "6"


def test_a_click_on_a_person_in_the_network_shows_the_diary(visit, seminar):
    page = visit(link(seminar, day=30))
    wait_for_day(page, 30)
    stage = page.locator(".network-stage").bounding_box()
    # The first team stands top left: going along lines four pixels apart one comes upon somebody.
    for y in range(20, int(stage["height"] / 3), 4):
        page.mouse.move(stage["x"], stage["y"] + y)
        for x in range(4, int(stage["width"] / 4), 4):
            page.mouse.move(stage["x"] + x, stage["y"] + y)
            if page.locator(".network-stage").evaluate("stage => stage.style.cursor") == "pointer":
                page.mouse.click(stage["x"] + x, stage["y"] + y)
                page.locator(".diary-card").get_by_role("heading").wait_for()
                return
    pytest.fail("The mouse met nobody in the corner of the first team.")


@pytest.mark.parametrize(
    ("entry", "beginning"),
    [
        ("Days as CSV", b"replication,seed,day,"), ("Measures as CSV", b"name,value,unit,"),
        ("Network as GraphML", b"<graphml"),
        ("Network as SVG", b"<?xml"), ("Network as PNG", b"\x89PNG"),
    ],
)  # fmt: skip
def test_data_and_pictures_can_be_taken_along(visit, seminar, entry, beginning):
    page = visit(link(seminar, day=20))
    wait_for_day(page, 20)
    page.get_by_text("Download").click()
    with page.expect_download() as download:
        page.get_by_text(entry).click()
    assert Path(download.value.path()).read_bytes().startswith(beginning)


def test_a_setting_that_cannot_be_is_refused_in_a_sentence(visit, seminar):
    page = visit(f"{seminar}/explore?scenario=mtel&set=people.teams%3D-3")
    trouble = page.locator(".notice.trouble")
    trouble.wait_for()
    assert "people.teams is -3" in trouble.inner_text()


def test_a_lost_connection_is_told_and_comes_back_by_itself(visit, tmp_path):
    command, port = [*ENTRY, "serve", "--rooms", str(tmp_path / "rooms.sqlite")], free_port()
    with serving(command, port) as server:
        page = visit(link(server.address, day=3))
        wait_for_day(page, 3)
    page.get_by_text("Connection lost").wait_for()
    with serving(command, port):
        page.get_by_text("Connection lost").wait_for(state="detached", timeout=30_000)
        page.get_by_role("button", name="A day on").click()
        wait_for_day(page, 4)


def test_the_address_holds_scenario_changes_seed_day_and_page(visit, seminar):
    page = visit(link(seminar, seed=4, day=7))
    wait_for_day(page, 7)
    page.get_by_role("link", name="Field notes").click()
    page.wait_for_url(re.compile("/notes"))
    parts = urlsplit(page.url)
    query = parse_qs(parts.query)
    assert parts.path == "/notes" and query["scenario"] == ["mtel"] and query["seed"] == ["4"] and query["day"] == ["7"]
    assert set(query["set"]) == {"people.accounts=20", "run.days=40"}


def test_after_a_refusal_the_page_shows_what_runs(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    before = run_shown(page)
    typed = page.locator("input[data-name='incentives.quota_multiple']")
    value = typed.input_value()
    typed.fill("100000")
    typed.press("Enter")
    page.locator(".notice.trouble").wait_for()
    shown = "value => document.querySelector('[data-name=\"incentives.quota_multiple\"]').value === value"
    page.wait_for_function(shown, arg=value)
    assert run_shown(page) == before
    page.wait_for_function("() => !location.search.includes('100000')")


def test_a_link_with_a_parameter_that_is_gone_shows_the_setting_as_it_is(visit, seminar):
    page = visit(f"{link(seminar)}&set=incentives.nonsense%3D3")
    page.locator(".notice.trouble").wait_for()
    wait_for_day(page, 0)
    page.wait_for_function("() => !location.search.includes('nonsense')")


def test_a_diary_follows_the_day_and_the_run(visit, seminar):
    page = visit(link(seminar, day=30, managers__service_turn="from_start"))
    wait_for_day(page, 30)
    page.get_by_label("Person").select_option(index=2)
    page.locator(".diary-card dl").wait_for()
    first = page.locator(".diary-card").inner_text()
    changed = "text => document.querySelector('.diary-card:has(dl)')?.innerText !== text"
    page.locator(".transport input[type='range']").fill("12")
    page.wait_for_function(changed, arg=first)
    earlier = page.locator(".diary-card").inner_text()
    assert re.search(r"day (9|1[0-2])\b", earlier) and not re.search(r"day (1[3-9]|[23]\d)\b", earlier)
    page.get_by_label("Seed of the luck").fill("9")
    page.get_by_label("Seed of the luck").press("Enter")
    page.wait_for_function(changed, arg=earlier)


def test_the_address_follows_while_the_days_play(visit, seminar):
    page = visit(link(seminar))
    wait_for_day(page, 0)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("() => Number(new URLSearchParams(location.search).get('day')) > 2")


def test_a_textbook_queue_speaks_of_calls_alone(visit, seminar):
    page = visit(f"{seminar}/explore?scenario=textbook_queue&set=days%3D5&day=5")
    wait_for_day(page, 5)
    assert "Most minutes on calls" in page.locator(".leaders").inner_text()
    page.get_by_label("Person").select_option(index=1)
    page.locator(".diary-card dl").wait_for()
    told = page.locator(".diary-card").inner_text()
    assert "calls answered" in told and "salesperson" not in told and "orders claimed" not in told
    assert page.locator(".diary-card").get_by_role("button", name="story").count() == 0
