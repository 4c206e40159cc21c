"""The bet in real browsers: a teacher, two students, the same luck on both sides, and one reveal for all."""

import re

import pytest

from experiments.compare import compare
from model import load_scenario
from tests.browser.explore import SERVING

PAIRS = 4
CHANGES = "".join(f"&set={name}%3D{value}" for name, value in SERVING.items())


@pytest.fixture
def teacher(visit, seminar):
    """A teacher's page with an open room on the first ready bet, in the small organisation."""
    page = visit(f"{seminar}/teach?scenario=mtel{CHANGES}")
    page.get_by_label("Pairs of runs").fill(str(PAIRS))
    page.get_by_role("button", name="Open the room").click()
    page.locator(".code").wait_for()
    return page


def code_of(teacher) -> str:
    return teacher.locator(".code").inner_text()


def place(student, guess: float) -> None:
    student.get_by_label("Your guess as a number").fill(str(guess))
    student.get_by_role("button", name="Place the bet").click()
    student.get_by_text("Your bet is").wait_for()


def test_two_students_bet_and_all_see_one_difference(visit, seminar, teacher):
    first = visit(f"{seminar}/bet?room={code_of(teacher)}", width=390, height=844)
    place(first, -0.1)
    teacher.get_by_text("1 bet so far").wait_for()
    second = visit(f"{seminar}/bet")
    second.get_by_label("Room code").fill(code_of(teacher).lower())
    second.get_by_role("button", name="Enter").click()
    place(second, 0.2)
    first.get_by_text("Bets so far: 2").wait_for()
    assert first.locator(".guess").count() == 0  # no guess of others shows before the reveal
    teacher.get_by_role("button", name="Close the betting").click()
    said = [page.locator(".verdict").inner_text(timeout=60_000) for page in (teacher, first, second)]
    assert said[0] == said[1] == said[2]
    assert [page.locator("circle.guess").count() for page in (teacher, first, second)] == [2, 2, 2]
    assert first.get_by_text("Your guess was −0.1").is_visible()


def test_the_difference_is_that_of_the_command_line(teacher):
    teacher.get_by_role("button", name="Close the betting").click()
    said = teacher.locator(".verdict").inner_text(timeout=60_000)
    a = load_scenario("mtel", SERVING)
    b = a.changed({"channels.completion_notice_names_rep": False})
    expected = compare(a, b, PAIRS, 1, 1).measures["wait_hours_desk_p50"]["difference"]
    shown = re.search(r"a difference of ([+−]?[\d.]+)", said).group(1).replace("−", "-")
    assert float(shown) == pytest.approx(expected, rel=1e-3)  # four digits are shown


def test_a_ready_bet_fills_the_form_and_its_sources_are_read_with_the_outcome_alone(visit, seminar):
    page = visit(f"{seminar}/teach?scenario=textbook_queue&set=days%3D20")
    page.get_by_role("button", name="Twice the calls, twice the people").click()
    assert page.get_by_label("Question", exact=True).input_value().endswith("what becomes of the mean wait?")
    page.get_by_label("Pairs of runs").fill("2")
    page.get_by_role("button", name="Open the room").click()
    student = visit(f"{seminar}/bet?room={code_of(page)}")
    student.get_by_label("Your guess as a number").wait_for()
    assert "Erlang" not in student.locator("main").inner_text()
    assert "People who answer: 24" in student.locator(".design.b").inner_text()
    page.get_by_role("button", name="Close the betting").click()
    student.locator(".verdict").wait_for(timeout=60_000)
    assert "Erlang" in student.locator(".says").inner_text()


def test_two_bundles_can_be_bet_on(visit, seminar):
    page = visit(f"{seminar}/teach?scenario=tcc&set=run.days%3D5")
    page.get_by_role("button", name="Regimented or empowered").click()
    assert page.get_by_label("Bundle laid over design A").input_value() == "empowered"
    page.get_by_label("Pairs of runs").fill("2")
    page.get_by_role("button", name="Open the room").click()
    page.get_by_role("button", name="Close the betting").click()
    page.locator(".verdict").wait_for(timeout=60_000)
    assert "laid over it: regimented" in page.locator(".design.b").inner_text()
    page.get_by_role("button", name="Watch both").click()
    page.locator(".network-stage[data-day='0']").nth(1).wait_for(timeout=60_000)


def test_a_second_bet_of_one_student_replaces_the_first(visit, seminar, teacher):
    student = visit(f"{seminar}/bet?room={code_of(teacher)}")
    place(student, 0.1)
    place(student, 0.3)
    student.get_by_text("Your bet is +0.3").wait_for()
    student.reload()
    student.get_by_text("Bets so far: 1").wait_for()
    teacher.get_by_text("1 bet so far").wait_for()
    assert teacher.locator("circle.guess").count() == 1


def test_a_teacher_who_reloads_keeps_the_room(teacher):
    code = code_of(teacher)
    teacher.wait_for_url(re.compile(f"room={code}"))
    teacher.reload()
    teacher.get_by_role("button", name="Close the betting").wait_for()
    assert code_of(teacher) == code


def test_who_did_not_open_the_room_cannot_run_it(visit, seminar, teacher):
    other = visit(f"{seminar}/teach?room={code_of(teacher)}")
    other.get_by_text("only that one may run it").wait_for()
    assert other.get_by_role("button", name="Close the betting").count() == 0


def test_a_code_that_nobody_made_is_answered_with_a_sentence(visit, seminar):
    page = visit(f"{seminar}/bet?room=ZZZ2")
    page.locator(".notice.trouble").wait_for()
    assert "ZZZ2" in page.locator(".notice.trouble").inner_text()


def test_both_designs_can_be_watched_side_by_side(teacher):
    teacher.get_by_role("button", name="Close the betting").click()
    teacher.locator(".verdict").wait_for(timeout=60_000)
    teacher.get_by_role("button", name="Watch both").click()
    teacher.locator(".network-stage[data-day='0']").nth(1).wait_for()
    teacher.get_by_role("button", name="A day on").click()
    teacher.locator(".network-stage[data-day='1']").nth(1).wait_for()


def test_what_the_teacher_has_changed_stands_in_the_form_and_in_the_room(visit, seminar):
    changed = f"{CHANGES}&set=incentives.attribution%3Daudited&set=people.reps_per_unit%3D4"
    page = visit(f"{seminar}/teach?scenario=mtel{changed}")
    page.get_by_role("button", name="Credit where it arose").click()
    assert "Service reps in a unit: 4" in page.locator(".design-both").inner_text()
    shown = [page.locator(f".design-cell.{side} select").input_value() for side in "ab"]
    assert shown == ["handler", "originator"]  # a design that is bet on is the bet's, not the address's
    page.get_by_label("Pairs of runs").fill("2")
    page.get_by_role("button", name="Open the room").click()
    page.locator(".code").wait_for()
    assert "audited" not in page.locator("main").inner_text()
    assert "handler" in page.locator(".design.a").inner_text() or "as it is" in page.locator(".design.a").inner_text()


def test_a_student_goes_on_to_another_room(visit, seminar, teacher):
    student = visit(f"{seminar}/bet?room={code_of(teacher)}")
    student.get_by_role("button", name="another room").click()
    assert student.get_by_label("Room code").is_visible()
    student.get_by_label("Room code").fill(code_of(teacher))
    student.get_by_role("button", name="Enter").click()
    student.get_by_label("Your guess as a number").wait_for()


def test_guesses_are_closed_on_the_teachers_screen_until_they_are_asked_for(visit, seminar, teacher):
    place(visit(f"{seminar}/bet?room={code_of(teacher)}"), 0.1)
    teacher.get_by_text("1 bet so far").wait_for()
    assert not teacher.locator("circle.guess").is_visible()
    teacher.get_by_text("Show the guesses on this screen").click()
    assert teacher.locator("circle.guess").is_visible()


def test_an_emptied_guess_is_no_bet(visit, seminar, teacher):
    student = visit(f"{seminar}/bet?room={code_of(teacher)}")
    student.get_by_label("Your guess as a number").fill("")
    student.get_by_role("button", name="Place the bet").click()
    place(visit(f"{seminar}/bet?room={code_of(teacher)}"), 0.1)
    student.get_by_text("Bets so far: 1").wait_for()  # of the two the other's alone
    assert "You have not bet yet" in student.locator(".guessing").inner_text()


def test_a_room_in_the_address_without_a_setting_does_not_spoil_the_other_pages(visit, seminar, teacher):
    student = visit(f"{seminar}/bet?room={code_of(teacher)}")
    student.get_by_label("Your guess as a number").wait_for()
    student.wait_for_timeout(400)  # the address follows a moment later
    student.reload()
    student.get_by_role("link", name="Explore").click()
    student.locator(".network-stage[data-day='0']").wait_for()
    assert student.locator(".notice.trouble").count() == 0
