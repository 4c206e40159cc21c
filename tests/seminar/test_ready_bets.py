"""Ready bets: every setting has some, each can be made as it stands, and what is said of it names the sources."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from experiments.seminar.bets.ready import ReadyBet, ready_bets
from experiments.seminar.bets.rooms import designs
from experiments.seminar.talk.messages import MakeRoom
from model import scenario_names, simulate
from model.document.coverage import rows as evidence_rows
from model.measures import MEASURES

EVERY = [(scenario, bet) for scenario, bets in ready_bets().items() for bet in bets]
NAMES = [f"{scenario}: {bet.title}" for scenario, bet in EVERY]
ROW = re.compile(r"\d{3}-\d{2}")
CLAIMS = Path(__file__).parents[2] / "figures" / "claims" / "index.json"
DAYS = {"mtel": 120, "mtel_full": 100, "finserver": 200, "star_customer": 70}
"""Days of the test's runs, as few as the measures of a setting's bets allow; 30 elsewhere."""


def asked(scenario: str, bet: ReadyBet, **changed) -> MakeRoom:
    """The message that the page sends for a ready bet."""
    words = bet.model_dump(exclude={"title", "claim", "both"}) | {"scenario": scenario, "changes": bet.both}
    return MakeRoom.model_validate({"do": "room.make", "id": 0, **words, **changed})


WORDS = {"holds": "holds", "fails": "fails", "unresolved": "is open"}
"""How a text tells a verdict."""


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
        index = json.loads(CLAIMS.read_text())
        claims = {claim["id"]: claim for claim in (index if isinstance(index, list) else index["claims"])}
        assert rows & set(claims[bet.claim]["rows"]), claims[bet.claim]["rows"]
        told = re.search(rf"Claim {bet.claim} (holds|fails|is open|predicted)", bet.says)
        assert told is None or told[1] == "predicted" or told[1] == WORDS[claims[bet.claim]["verdict"]]


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
