"""C7: chasing feeds the queue that it fights, and beyond a point the queue runs away."""

from experiments.claims.claim import Claim, Prediction, difference, measured

FREE = {"salespeople.chase_limit": 30, "salespeople.chase_budget_minutes": 480.0}
LOW, HIGH = {"demand.requests_per_account_day": 1.8}, {"demand.requests_per_account_day": 2.25}


def at(rate: float, load: dict) -> dict:
    """Chases at a rate, at a load."""
    return {"salespeople.chase_rate": rate} | load


CLAIM = Claim(
    title="Chasing has a tipping point",
    sentence=(
        "Chases take the time of those who do the work: they lengthen the mean wait, more so in a busy unit, and at "
        "high rates and loads the backlog runs away."
    ),
    rows=("C7", "000-31", "B3: VDT", "E: tipping point"),
    source="000",
    falsifier=(
        "The mean wait does not grow with the rate of chases, or no more in a busy unit, or as many runs run away at "
        "low load as at high."
    ),
    scenario="mtel",
    hold=FREE,
    arms={
        "none, low load": at(0.0, LOW), "2 a day, low load": at(2.0, LOW), "4 a day, low load": at(4.0, LOW),
        "none, high load": at(0.0, HIGH), "2 a day, high load": at(2.0, HIGH), "4 a day, high load": at(4.0, HIGH),
    },
    quantities=(
        measured("wait_minutes_mean", "mean wait of runs that did not run away"),
        measured("runaway", "runs that ran away"),
    ),
    predictions=(
        difference(
            "wait_minutes_mean", "2 a day, low load", "none, low load", 0.05,
            "two chases a day lengthen the mean wait by a twentieth at low load", log=True,
        ),
        Prediction(
            "wait_minutes_mean", "they lengthen it by a larger factor at high load",
            {"2 a day, high load": 1.0, "none, high load": -1.0, "2 a day, low load": -1.0, "none, low load": 1.0},
            ">", 0.05, log=True,
        ),
        difference(
            "runaway", "4 a day, high load", "4 a day, low load", 0.2, "at four a day more runs run away at high load"
        ),
    ),
    finding=(
        "Without any chase, requests that were lost, ignored or set aside come back late or never, so that the "
        "first chases shorten the mean wait. The price stands in the share of runs that run away: nearly all of "
        "them at high load, which leaves hardly any waits there to compare."
    ),
)  # fmt: skip
