"""Field notes and the gallery of figures in a real browser."""

import re

from model import load_scenario, simulate
from model.story.case import case_of
from model.story.narrator import Narrator
from model.story.pick import pick_issue
from model.story.tell import paragraphs
from model.story.timeline import moments
from tests.browser.explore import SERVING, link

ROWS = re.compile(r"[\[\]]")


def told(issue_of: str | None = None) -> list[str]:
    """The paragraphs of the story in the small organisation, as the model tells it, marks without brackets."""
    result = simulate(load_scenario("mtel", SERVING), seed=1, log=True)
    case = case_of(result, pick_issue(result, issue_of))
    return [ROWS.sub("", text) for text in paragraphs(moments(Narrator(case)), case.day_minutes)]


def test_the_story_is_the_one_that_the_model_tells(visit, seminar):
    page = visit(link(seminar, "notes", managers__service_turn="from_start") + "&pick=tagged")
    page.locator(".prose p").first.wait_for(timeout=60_000)
    shown = page.locator(".prose p:not(.quiet)").all_inner_texts()
    assert [" ".join(text.split()) for text in shown] == [" ".join(text.split()) for text in told("tagged")]


def test_another_kind_of_story_is_one_click_away_and_stands_in_the_address(visit, seminar):
    page = visit(link(seminar, "notes", managers__service_turn="from_start"))
    heading = page.locator(".prose h2")
    heading.wait_for(timeout=60_000)
    first = heading.inner_text()
    page.get_by_role("button", name="The longest wait").click()
    page.wait_for_url(re.compile("pick=slowest"))
    page.wait_for_function("first => document.querySelector('.prose h2').innerText !== first", arg=first)


def test_the_timeline_has_a_mark_for_every_moment(visit, seminar):
    page = visit(link(seminar, "notes", managers__service_turn="from_start") + "&pick=tagged")
    page.locator("svg.timeline circle").first.wait_for(timeout=60_000)
    page.locator("summary", has_text="moments").click()
    assert page.locator("svg.timeline circle").count() == page.locator("ol.moments li").count() > 0


def test_an_issue_that_is_not_there_is_answered_with_a_sentence(visit, seminar):
    page = visit(link(seminar, "notes", managers__service_turn="from_start") + "&issue=99999999")
    page.get_by_text("99999999").wait_for(timeout=60_000)


def test_a_diary_leads_to_the_story_of_an_issue(visit, seminar):
    page = visit(link(seminar, "notes", managers__service_turn="from_start", day=30) + "&person=0")
    page.get_by_role("button", name="story").first.click(timeout=60_000)
    page.locator(".prose h2").wait_for()


CLAIM = {
    "id": 7, "title": "Names on notices", "sentence": "Names on notices concentrate requests.", "rows": ["C7"],
    "verdict": "holds", "robustness": 0.8, "figure": "claim_07.svg", "scenario": "mtel",
    "hold": {"people.accounts": 20}, "changes": {"short": {"run.days": 40}, "long": {"run.days": 60}}, "caption": "",
}  # fmt: skip
DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle r="30" fill="#0072b2"/></svg>'


def test_a_claim_shows_its_verdict_and_opens_its_setting_live(visit, seminar, browser):
    page = visit(f"{seminar}/bet")
    page.route("**/api/claims", lambda route: route.fulfill(json={"claims": [CLAIM], "sentence": ""}))
    page.route("**/claims/*.svg", lambda route: route.fulfill(body=DRAWN, content_type="image/svg+xml"))
    page.get_by_role("link", name="Figures").click()
    card = page.locator(".claim")
    assert "holds" in card.inner_text(timeout=60_000) and CLAIM["sentence"] in card.inner_text()
    page.wait_for_function("document.querySelector('.claim img').naturalWidth > 0")
    assert "80 %" in card.inner_text()
    card.get_by_role("button", name="long").click()
    page.wait_for_url(re.compile(r"/explore\?.*set=people\.accounts%3D20&set=run\.days%3D60"))
    page.locator(".explore[data-day='0']").wait_for(timeout=60_000)


def test_without_claims_the_gallery_says_so(visit, seminar):
    page = visit(f"{seminar}/bet")
    page.route("**/api/claims", lambda route: route.fulfill(json={"claims": [], "sentence": "No claim has been run."}))
    page.get_by_role("link", name="Figures").click()
    page.get_by_text("No claim has been run.").wait_for()
