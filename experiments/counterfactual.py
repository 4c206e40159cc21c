"""Claimed is not caused: the same customers with and without a desk (000-14, 000-15).

Every seed is run twice, with the desk and with `people.desk_open` false, and every need is found again in the other
world by the key of its luck. What the desk reported as its sales is then either *caused* by it (it does not come
about in the world without a desk) or *appropriated* (it does, only nobody at a desk is there to claim it).

Counted is what arose in the first 90 % of the days, so that work has the rest of the days in which to come to an
end in either world. An order that is still open at the end counts as not come about in that world.

References: Rubin, D. B. (1974), Estimating causal effects of treatments, Journal of Educational Psychology 66(5),
688-701 (the two outcomes of one unit, of which reality shows only one; here both are seen).
"""

from typing import Any

import numpy as np

from experiments.replicate import Progress, replicate
from experiments.summary import interval
from model.scenario import Scenario, ScenarioError
from model.simulation import Result, Rules, check_memory, simulate
from model.world.codes import DONE, L_SOLD, OPPORTUNITY, REQUESTS_END
from model.world.joined import issues_in_full

WINDOW = 0.9
"""Share of the days, from the start, whose needs are counted."""

OUTCOMES = {
    "orders_claimed": "orders in service requests that the desk reported as its own sales",
    "orders_appropriated": "of these, completed without a desk too",
    "orders_caused": "of these, not completed without a desk",
    "orders_prevented": "orders completed without a desk, but not with it",
    "enquiries_sold": "customers' sales enquiries that ended in a sale at the desk",
    "enquiries_appropriated": "of these, sold by the field without a desk",
    "enquiries_caused": "of these, not sold without a desk",
    "enquiries_missed": "enquiries that the field would have sold, and the desk did not",
    "offers_sold": "sales on the desk's own offers: all caused, for nobody else makes them",
    "sales_reported": "claimed orders and own sales together: what the desk reports",
    "sales_caused": "of these, what does not come about without a desk",
}
"""What is counted in a pair of worlds: each as a number (`n_…`) and as value in $ (`value_…`)."""

FURTHER = {
    "share_caused": ("share", "value caused over value reported"),
    "share_claims_caused": ("share", "value of claimed orders caused over value of claimed orders"),
    "hours_later": (
        "working hours",
        "how much later appropriated orders were done through the desk, on average",
    ),
    "n_orders_open": ("orders", "orders open at the end in the world with the desk"),
    "n_orders_open_without": ("orders", "orders open at the end in the world without a desk"),
    "runaway": ("0 or 1", "1 if the world with the desk ran away (see the measure of that name)"),
}
"""What else a pair of worlds tells."""


def counterfactual(
    scenario: Scenario,
    replications: int | None = None,
    seed: int = 1,
    workers: int | None = None,
    progress: Progress | None = None,
    rules: Rules | None = None,
) -> tuple[list[dict[str, Any]], dict[str, dict[str, Any]]]:
    """Run a scenario with and without its desk under the same seeds.

    Parameters
    ----------
    scenario : one with an open desk and service units.
    replications, seed, workers, progress : as for `replicate`; one replication is a pair of worlds.
    rules : own rules of both worlds by the decision they take, as for `simulate`.

    Returns
    -------
    One flat record a pair (see `OUTCOMES` and `FURTHER`; None where something does not apply), and their
    summary: mean, sd and 95 % interval by name.

    Raises
    ------
    ScenarioError : for a scenario without a desk to take away, or a number that cannot be.

    Examples
    --------
    >>> pairs, summary = counterfactual(load_scenario("mtel", {"run.days": 60}), 2)
    >>> pairs[0]["n_orders_claimed"] == pairs[0]["n_orders_caused"] + pairs[0]["n_orders_appropriated"]
    True
    """
    if scenario.vocabulary is not None or not scenario.people.desk_open:
        raise ScenarioError(
            f"There is no desk to take away in {scenario.name}; the counterfactual needs a scenario with a desk "
            "(people.desk_open = true), such as mtel."
        )
    check_memory(scenario, log=True)
    without = scenario.changed({"people.desk_open": False})

    def settle_pair(result: Result) -> dict[str, Any]:
        return {"seed": result.seed} | settle(simulate(scenario, result.seed, rules=rules, log=True), result)

    pairs = replicate(without, replications, seed, workers, progress, settle_pair, rules).extracts
    summary = {
        name: interval([pair[name] for pair in pairs if pair[name] is not None])
        for name in pairs[0]
        if name != "seed"
    }
    return pairs, summary


def settle(desk: Result, without: Result) -> dict[str, float | None]:
    """What the desk claimed, caused, appropriated and prevented in one pair of worlds.

    Parameters
    ----------
    desk : the run with the desk, its log kept.
    without : the run of the same seed without a desk.
    """
    run = desk.scenario.run
    until = WINDOW * run.days * run.day_minutes
    issues = issues_in_full(desk.world)
    other = same_needs(issues, issues_in_full(without.world))
    early = issues["arises"] < until
    orders = early & (issues["kind"] < REQUESTS_END) & (issues["order"] > 0.0)
    claimed = orders & (issues["claimed"] > 0.0)
    done, done_without = issues["state"] == DONE, other["state"] == DONE
    sold_at_desk, sold_value, offers = _own_sales(desk, until)
    enquiries = early & (issues["kind"] == OPPORTUNITY)
    large = issues["order"] > desk.scenario.field.deal_threshold  # these go to the field in both worlds
    counted = {
        "orders_claimed": issues["claimed"][claimed],
        "orders_appropriated": issues["claimed"][claimed & done_without],
        "orders_caused": issues["claimed"][claimed & ~done_without],
        "orders_prevented": issues["order"][orders & done_without & ~done],
        "enquiries_sold": sold_value[enquiries & sold_at_desk],
        "enquiries_appropriated": sold_value[enquiries & sold_at_desk & done_without],
        "enquiries_caused": sold_value[enquiries & sold_at_desk & ~done_without],
        "enquiries_missed": issues["order"][enquiries & ~large & done_without & ~sold_at_desk],
        "offers_sold": offers,
    }
    for whole, orders_, enquiries_ in (("reported", "claimed", "sold"), ("caused", "caused", "caused")):
        parts = (f"orders_{orders_}", f"enquiries_{enquiries_}", "offers_sold")
        counted[f"sales_{whole}"] = np.concatenate([counted[part] for part in parts])
    record: dict[str, float | None] = {}
    for name, values in counted.items():
        record |= {f"n_{name}": float(len(values)), f"value_{name}": float(values.sum())}
    later = (issues["completed"] - other["completed"])[claimed & done_without] / 60.0
    return record | {
        "share_caused": _ratio(record["value_sales_caused"], record["value_sales_reported"]),
        "share_claims_caused": _ratio(record["value_orders_caused"], record["value_orders_claimed"]),
        "hours_later": float(later.mean()) if len(later) else None,
        "n_orders_open": float((orders & ~done).sum()),
        "n_orders_open_without": float((orders & ~done_without).sum()),
        "runaway": desk.measures["runaway"],
    }


def same_needs(issues: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The rows of another world's issues that are the same needs, in the order of the first world's.

    Raises
    ------
    ValueError : if a need of one world does not exist in the other: then the luck was not common.
    """
    order = np.argsort(others["key"])
    places = np.searchsorted(others["key"], issues["key"], sorter=order).clip(max=max(0, len(others) - 1))
    rows = order[places]
    if len(issues) != len(others) or np.any(others["key"][rows] != issues["key"]):
        raise ValueError("The two worlds do not have the same needs; only runs of one seed can be matched.")
    return others[rows]


def _own_sales(desk: Result, until: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """From the log: which enquiries ended in a sale at the desk, at what value, and the values of offers sold."""
    sales = desk.log[desk.log["event"] == L_SOLD]
    on_enquiry = sales[sales["issue"] >= 0]
    value = np.zeros(len(desk.world.issues))
    value[on_enquiry["issue"]] = on_enquiry["value"]
    sold = np.zeros(len(desk.world.issues), bool)
    sold[on_enquiry["issue"]] = True
    return sold, value, sales["value"][(sales["issue"] < 0) & (sales["time"] < until)]


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if whole > 0.0 else None
