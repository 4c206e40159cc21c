"""Ready bets: every setting has some, each can be made as it stands, and what is said of it names the sources."""

import json
import re

import numpy as np
import pytest

from experiments.seminar.bets.ready import ReadyBet, bets_of, ready_bets
from experiments.seminar.bets.rooms import designs
from experiments.seminar.drawn import claims
from experiments.seminar.talk.messages import MakeRoom
from model import scenario_names, simulate
from model.document.coverage import rows as evidence_rows
from model.measures import MEASURES

EVERY = [(scenario, bet) for scenario, bets in ready_bets().items() for bet in bets]
NAMES = [f"{scenario}: {bet.title}" for scenario, bet in EVERY]
ROW = re.compile(r"\d{3}-\d{2}")
DAYS = {"mtel": 120, "mtel_full": 100, "finserver": 200, "star_customer": 70}
"""Days of the test's runs, as few as the measures of a setting's bets allow; 30 elsewhere."""


def asked(scenario: str, bet: ReadyBet, **changed) -> MakeRoom:
    """The message that the page sends for a ready bet."""
    words = bet.model_dump(exclude={"title", "claim", "both"}) | {"scenario": scenario, "changes": bet.both}
    return MakeRoom.model_validate({"do": "room.make", "id": 0, **words, **changed})


def test_every_setting_has_a_ready_bet():
    assert set(ready_bets()) == set(scenario_names())


@pytest.mark.parametrize(("scenario", "bet"), EVERY, ids=NAMES)
def test_both_designs_pass_the_server_s_limits_and_differ_in_the_measure(scenario, bet):
    """As it stands the bet is within the limits; a pair of shorter runs shows that its question has an answer."""
    for setting in designs(asked(scenario, bet)):
        assert setting.scenario.name == scenario
    short = {"days" if scenario == "textbook_queue" else "run.days": DAYS.get(scenario, 30)}
    a, b = designs(asked(scenario, bet, changes=bet.both | short))
    values = [simulate(setting.scenario, 1).measures[bet.measure] for setting in (a, b)]
    assert np.isfinite(values).all() and values[0] != values[1]


@pytest.mark.parametrize(("scenario", "bet"), EVERY, ids=NAMES)
def test_what_is_said_rests_on_the_rows_of_the_claim(scenario, bet):
    assert bet.question.endswith("?") and bet.measure in MEASURES
    rows = set(ROW.findall(bet.says))
    assert rows <= set(evidence_rows())
    assert rows or scenario == "textbook_queue"
    if bet.claim is not None:
        tried = {claim["id"]: claim for claim in claims()}
        assert rows & set(tried[bet.claim]["rows"]), tried[bet.claim]["rows"]
    assert not re.search(r"\bholds\b|\bfails\b|[Cc]laim \d", bet.says)  # the latest verdict is added from the index


@pytest.mark.parametrize(
    ("verdict", "ends"), [("holds", "”, holds;"), ("fails", "”, fails in part"), ("unresolved", "”, is unresolved;")]
)
def test_the_latest_verdict_is_told_with_the_outcome(monkeypatch, verdict, ends):
    told = [{"id": 4, "title": "A name on the completion notice", "verdict": verdict}]
    monkeypatch.setattr("experiments.seminar.bets.ready.claims", lambda: told)
    first = bets_of("mtel")[0]["says"]
    assert first.startswith(ready_bets()["mtel"][0].says) and f"Claim 4, “{told[0]['title']}{ends}" in first
    assert "Claim" not in bets_of("mtel")[1]["says"]  # whose claim was not drawn


@pytest.mark.parametrize("scenario", scenario_names())
def test_what_is_said_with_its_verdict_fits_the_message(scenario):
    assert all(len(bet["says"]) <= 700 for bet in bets_of(scenario))


def test_the_outcome_s_words_are_hidden_until_the_reveal(server):
    scenario, bet = EVERY[0]
    words = json.loads(asked(scenario, bet, changes={"run.days": 60}, replications=2).model_dump_json())
    words.pop("do"), words.pop("id")
    with server.page() as teacher, server.page() as student:
        made = teacher.ask("room.make", **words)
        assert made["says"] == bet.says and made["labels"][next(iter(bet.b))] != next(iter(bet.b))
        assert student.ask("room.see", room=made["room"], teacher=None)["says"] == ""
        teacher.ask("room.see", room=made["room"], teacher=made["teacher"])
        teacher.ask("room.run", room=made["room"], teacher=made["teacher"])
        assert server.until(lambda state: state.rooms._rooms[made["room"]].state == "revealed", 60.0)
        assert student.ask("room.see", room=made["room"], teacher=None)["says"] == bet.says
