"""An engine with a scholar's own rules is made once, however often it is asked for."""

from model.compiled import compiled
from model.simulation import engine_for, simulate
from model.world.codes import NOBODY
from tests.helpers.organisations import small


@compiled
def nobody(ties, parameters, u):
    """Name nobody."""
    return NOBODY


def test_the_same_rules_give_the_same_engine_in_whatever_order():
    def learn(parameters):
        return 0.0

    assert engine_for({"choose_rep": nobody}) is engine_for({"choose_rep": nobody})
    assert engine_for({"choose_rep": nobody, "learn": learn}) is engine_for({"learn": learn, "choose_rep": nobody})
    assert engine_for({"choose_rep": nobody}) is not engine_for()
    assert engine_for(interpreted=True) is engine_for(interpreted=True) is not engine_for()


def test_another_rule_is_another_engine():
    assert engine_for({"choose_rep": lambda ties, parameters, u: NOBODY}) is not engine_for({"choose_rep": nobody})
    named = simulate(small(), 1, rules={"choose_rep": lambda ties, parameters, u: NOBODY}).world.salespeople["n_named"]
    assert named.sum() == 0 < simulate(small(), 1).world.salespeople["n_named"].sum()
