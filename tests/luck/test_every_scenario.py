"""In every scenario one source serves both engines, and two designs face the same calls."""

import numpy as np
import pytest

from model.scenario import load_scenario, scenario_names
from model.simulation import simulate
from model.world.codes import L_CALL_CAME
from tests.helpers.runs import fingerprint

SHORT = {
    "mtel": {"run.days": 6, "managers.service_turn": "from_start"},
    "mtel_full": {"run.days": 1, "managers.service_turn": "from_start"},
    "textbook_queue": {"days": 2},
    "bigbook": {"run.days": 3, "routing.scale": 0.005, "control.programme_from": 2},
    "credit_card": {"run.days": 2},
    "finserver": {"run.days": 7, "routing.scale": 0.02, "control.programme_from": 2, "control.universal_from": 4},
    "home_based": {"run.days": 7, "routing.scale": 0.005, "people.salespeople_per_team": 1},
    "niche": {"run.days": 3, "routing.scale": 0.06},
    "star_customer": {"run.days": 3, "routing.scale": 0.02},
    "starico": {"run.days": 3, "routing.scale": 0.02},
    "tcc": {"run.days": 3, "routing.scale": 0.02, "control.programme_from": 2},
    "zappos": {"run.days": 2},
}
"""Runs short and small enough for the interpreted engine, in which a scenario's own mechanisms take part."""
CENTRES = [name for name in scenario_names() if load_scenario(name).groups]


def test_every_scenario_is_here():
    assert list(SHORT.keys() - set(scenario_names())) == list(set(scenario_names()) - SHORT.keys()) == []


@pytest.mark.parametrize("name", SHORT)
def test_the_interpreted_engine_writes_the_same_log_and_leaves_the_same_world(name):
    scenario = load_scenario(name, SHORT[name])
    compiled, interpreted = (simulate(scenario, 3, log=True, interpreted=way) for way in (False, True))
    assert len(compiled.log) > 100
    assert fingerprint(interpreted.log) == fingerprint(compiled.log)
    for table in compiled.world._fields:
        assert fingerprint(getattr(interpreted.world, table)) == fingerprint(getattr(compiled.world, table)), table


@pytest.mark.parametrize("name", CENTRES)
def test_more_people_answer_the_very_same_calls(name):
    few = load_scenario(name, {"run.days": 10})
    many = few.changed({f"groups.{group}.people": 2 * about.people for group, about in few.groups.items()})
    inbound = [s for s, about in enumerate(few.streams.values()) if about.mode == "inbound"]
    came = []
    for scenario in (few, many):
        run = simulate(scenario, 5, log=True)
        lines = run.log[(run.log["event"] == L_CALL_CAME) & np.isin(run.log["other"], inbound)]
        came.append((run.world.streams["n_calls"].tolist(), lines["time"].tolist(), lines["actor"].tolist()))
    assert came[0] == came[1]
    assert sum(came[0][0]) > 1000


@pytest.mark.parametrize("name", ["mtel", "mtel_full"])
def test_more_reps_are_asked_for_the_very_same_issues(name):
    few = load_scenario(name, {"run.days": 20})
    many = few.changed({"people.reps_per_unit": few.people.reps_per_unit + 1})
    issues = [simulate(scenario, 5).world.issues for scenario in (few, many)]
    for column in ("arises", "kind", "account", "order", "talk", "patience"):
        assert np.array_equal(issues[0][column], issues[1][column]), column
