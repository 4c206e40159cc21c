"""Diaries and field notes: told from the event log, and the same as on the command line."""

import json
import re
from textwrap import fill

import numpy as np
import pytest

from experiments.events import REP, SALESPERSON, WHO
from experiments.seminar.limits import MOST_LOG_BYTES
from experiments.seminar.setting import setting_of
from experiments.seminar.telling.calls import CLAUSES, Teller
from experiments.seminar.telling.diary import diary, rows_about
from experiments.seminar.telling.logged import logged
from model import load_scenario, simulate
from model.scenario import scenario_names
from model.story import name_of_person, tell
from model.world.codes import L_ANSWERED, L_MET, LOG_EVENTS


def test_field_notes_are_those_of_desksales_story(page):
    page.open()
    told = page.ask("story", slot="a", pick="tagged")
    printed = tell(simulate("mtel", 1, log=True), pick="tagged").split("\n\n")
    assert [fill(part, 92, break_on_hyphens=False) for part in told["text"]] == printed[1:-1]
    assert printed[-1] == fill(f"Tally. {told['tally']}", 92, break_on_hyphens=False)
    assert told["command"] == "desksales story mtel --seed 1 --pick tagged"
    assert " ".join(told["text"]).count(told["moments"][0]["sentence"]) == 1
    times = [moment["time"] for moment in told["moments"]]
    assert times == sorted(times)


def test_an_issue_of_a_diary_can_be_read_as_field_notes(page):
    opened = page.open()
    seller = next(number for number, who in enumerate(opened["layout"]["people"]) if who["role"] == "salesperson")
    diary = page.ask("person", slot="a", person=seller, day=120)
    entry = next(one for one in reversed(diary["entries"]) if one["issue"] is not None)
    notes = page.ask("story", slot="a", issue=entry["issue"])
    assert entry["text"].rstrip(".").split(" ")[-1] in " ".join(notes["text"])
    assert any(moment["time"] == entry["time"] for moment in notes["moments"])


def test_a_diary_ends_with_its_day_and_tells_of_the_person_or_of_requests_in_the_person_s_hands(page):
    page.open()
    result = simulate("mtel", 1, log=True, until_day=100)
    requests = result.world.requests
    for person in (2, 40):
        diary = page.ask("person", slot="a", person=person, day=100)
        assert 0 < len(diary["entries"]) <= 60
        assert max(entry["day"] for entry in diary["entries"]) <= 100
        role, row = ("salesperson", person) if person < 24 else ("rep", person - 24)
        assert diary["name"] == name_of_person(result, role, row, 100 * 480.0)
        of_others = [entry for entry in diary["entries"] if diary["name"] not in entry["text"]]
        own = requests["issue"][requests["salesperson"] == row] if role == "salesperson" else []
        assert len(of_others) < 0.3 * len(diary["entries"])
        assert {entry["issue"] for entry in of_others} <= set(own)


def test_the_numbers_of_a_diary_are_counted_from_the_log(page):
    page.open()
    result = simulate("mtel", 1, log=True, until_day=100)
    state = {one["label"]: one["value"] for one in page.ask("person", slot="a", person=30, day=100)["state"]}
    rep = result.world.reps[30 - 24]
    assert state["requests completed"] == rep["n_completed"]
    asked = state["requests done at once for the desk"], state["refused, ignored or set aside"]
    assert state["share obliged"] == pytest.approx(asked[0] / sum(asked), abs=5e-4)


def test_a_person_of_a_centre_has_a_diary_of_calls(page):
    page.open(scenario="finserver", **{"run.days": 5})
    diary = page.ask("person", slot="a", person=3, day=5)
    assert diary["role"] == "advisor"
    calls = [entry for entry in diary["entries"] if entry["text"].startswith("Took customer ")]
    assert len(calls) > 10 and all("it lasted" in entry["text"] for entry in calls[:-1])
    assert any("; offered " in entry["text"] for entry in calls)


def test_every_event_of_a_call_has_words_of_its_own():
    in_centres = LOG_EVENTS[LOG_EVENTS.index("call came") :]
    of_people = [event for event in in_centres if SALESPERSON in WHO[event] and REP not in WHO[event]]
    assert len(of_people) > 20 and set(of_people) <= set(CLAUSES)


@pytest.mark.parametrize("name", [name for name in scenario_names() if load_scenario(name).streams])
def test_calls_of_every_centre_are_told_in_order_and_each_once(name):
    result = simulate(load_scenario(name, {"run.days": 3}), 1, log=True)
    for person in range(3):
        rows = rows_about(result, "salesperson", person, np.inf)
        told = list(Teller(result, person, rows).calls())
        assert sum(lines for _, _, lines in told) == len(rows) > 10
        assert [time for time, _, _ in told] == sorted(time for time, _, _ in told)
        assert [text for _, text, _ in told if text.startswith("It lasted")] == []


def test_what_is_about_no_call_stands_alone_though_no_call_came_before():
    result = simulate(load_scenario("home_based", {"run.days": 30}), 1, log=True)
    met = np.flatnonzero((result.log["event"] == L_MET) & (result.log["actor"] == 0))[:2]
    assert [lines for _, _, lines in Teller(result, 0, met).calls()] == [1, 1]


def test_a_callers_wait_and_a_colleagues_help_are_told():
    result = simulate(load_scenario("home_based", {"run.days": 30}), 1, log=True)
    told = " ".join(entry["text"] for person in range(12) for entry in diary(result, person, 30)["entries"])
    assert "after a wait of" in told and "as asked for help by" in told and "helped" in told


def test_a_diary_of_a_textbook_queue_tells_the_calls_that_were_served():
    result = simulate(load_scenario("textbook_queue", {"days": 2}), 1, log=True)
    told = diary(result, 0, 2)
    served = np.count_nonzero((result.log["event"] == L_ANSWERED) & (result.log["actor"] == 0))
    assert told["entries"] and all(entry["text"].startswith("Ended call ") for entry in told["entries"])
    assert len(told["entries"]) + told["left_out"] == served > 60


def test_the_tables_of_a_run_need_no_record(server):
    table = server.get("/data/days.csv?scenario=star_customer&set=run.days%3D3")[2]
    assert len(table.splitlines()) == 1 + 3


@pytest.mark.parametrize(
    ("scenario", "do", "members", "sentence"),
    [
        ("mtel", "person", {"person": 60, "day": 1}, "people have the numbers 0 to 59"),
        ("mtel", "person", {"person": 0, "day": 9}, "has days 0 to 5"),
        ("mtel", "story", {"pick": "tageed"}, "did you mean tagged"),
        ("mtel", "story", {"issue": 10**6}, "There is no issue 1000000"),
        ("mtel", "story", {"issue": 3, "pick": "tagged"}, "give one of them"),
        ("finserver", "story", {"pick": "tagged"}, "choose mtel"),
    ],
)
def test_what_cannot_be_told_is_refused_in_a_sentence(page, scenario, do, members, sentence):
    page.open(scenario=scenario, **{"run.days": 5})
    assert sentence in page.refusal(do, slot="a", **members)


def test_a_record_that_outgrows_its_bytes_tells_the_days_that_fit_and_names_them(page, monkeypatch):
    """Day by day the same record as a whole one; beyond its last day a sentence says how far it reaches."""
    monkeypatch.setattr("experiments.seminar.telling.logged.MOST_LOG_BYTES", 300_000)
    page.open(scenario="credit_card", seed=9, **{"run.days": 5})
    said = page.refusal("person", slot="a", person=0, day=5)
    reached = int(re.search(r"after day (\d)", said)[1])
    assert 1 <= reached < 5 and f"choose {reached} days or fewer" in said
    short = page.ask("person", slot="a", person=0, day=reached)
    monkeypatch.setattr("experiments.seminar.telling.logged.MOST_LOG_BYTES", 10**9)
    with_all = logged(setting_of("credit_card", {"run.days": 5}, 9))
    assert with_all.day == 5
    assert short["entries"] == json.loads(json.dumps(diary(with_all.result, 0, reached)["entries"]))


def test_a_year_of_the_credit_card_centre_has_its_diaries():
    """Five million calls, most of them not answered: their record is smaller than the cap by its lines of 32 bytes."""
    result = simulate(load_scenario("credit_card", {"run.days": 5}), 1, log=True)
    assert result.log.nbytes * 250 / 5 < MOST_LOG_BYTES


def test_a_run_that_stopped_with_its_record_is_not_taken_for_the_whole_run(server, page, monkeypatch):
    monkeypatch.setattr("experiments.seminar.telling.logged.MOST_LOG_BYTES", 1)
    opened = page.open(scenario="credit_card", seed=10, **{"run.days": 4})
    assert "choose 1 days or fewer" in page.refusal("person", slot="a", person=0, day=4)
    answer = server.get("/data/measures.csv?scenario=credit_card&seed=10&set=run.days%3D4")[2]
    row = next(line for line in answer.splitlines() if line.startswith("satisfaction_mean"))
    whole = simulate(load_scenario("credit_card", {"run.days": 4}), 10).measures["satisfaction_mean"]
    assert repr(whole)[:8] in row and opened["days"] == 4
