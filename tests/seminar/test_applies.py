"""Groups of parameters that are said to change nothing in a kind of setting change nothing."""

import numpy as np
import pytest

from experiments.seminar.recordings.layout import kind_of
from experiments.seminar.schema import applies
from model import ScenarioError, load_scenario, simulate


def others(record, value) -> list:
    """Values of a parameter that are not its own."""
    if record.choices:
        return [choice for choice in record.choices if choice != value][:1]
    if record.kind is bool:
        return [not value]
    if record.kind in (int, float):
        near = (record.kind(min(record.high, value * 1.5 + 1)), record.low, record.high)
        return [other for other in near if other != value][:1]
    return []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "changes"),
    [("finserver", {"run.days": 6}), ("mtel", {"run.days": 21, "managers.service_turn": "from_start"})],
)
@pytest.mark.filterwarnings("ignore")
def test_what_does_not_apply_changes_no_measure(name, changes):
    scenario = load_scenario(name, changes)
    usual = simulate(scenario, 1).measures
    n = 0
    for record in scenario.records():
        if applies(record.group, kind_of(scenario)):
            continue
        for other in others(record, scenario[record.full_name]):
            try:
                changed = scenario.changed({record.full_name: other})
            except ScenarioError:
                continue  # not without others
            n += 1
            measures = simulate(changed, 1).measures
            np.testing.assert_equal(measures, usual, err_msg=f"{record.full_name} = {other}")
    assert n > 50
