"""C8: jumping the queue moves waits from one customer to another; it is the added work that lengthens them."""

from experiments.claims.claim import Claim, Quantity, difference, measured, same

NO_ADDED_WORK = {
    "salespeople.chase_rate": 0.0, "customers.direct_chase_rate": 0.0, "reps.refusal_customer_voice": 0.0,
    "reps.refusal_own_voice": 0.0, "reps.set_aside_hours": 0.0, "channels.p_lost": 0.0,
}  # fmt: skip


def beside(run):
    """Waits of direct customers beside those of the desk's: 90th percentiles."""
    return run["wait_hours_direct_p90"] / run["wait_hours_desk_p90"]


CLAIM = Claim(
    title="Who waits, at an equal mean",
    sentence=(
        "If working out of turn adds no work, it leaves the mean wait as it was and only decides who waits; where it "
        "is the desk that is obliged, the longest waits move from its customers to those who come directly."
    ),
    rows=("C8", "000-31", "000-40", "E: conservation"),
    source="000",
    falsifier=(
        "The mean wait changes by more than a twentieth when reps skip requests by chance or oblige the desk out of "
        "turn, or the long waits of direct customers do not grow beside those of the desk's."
    ),
    scenario="mtel",
    arms={
        "first in, first out": NO_ADDED_WORK | {"reps.respond": "by_the_book"},
        "skipping by chance": NO_ADDED_WORK | {
            "reps.respond": "by_the_book", "reps.pick_request": "skip_any", "reps.fifo_adherence": 0.5,
        },
        "obliging out of turn": NO_ADDED_WORK | {"reps.respond": "by_disposition"},
        "with all added work": {},
    },
    quantities=(
        measured("wait_minutes_mean", "mean wait of all"),
        Quantity(
            "beside", "long waits, direct beside desk", "ratio of 90th percentiles",
            ("wait_hours_direct_p90", "wait_hours_desk_p90"), beside,
        ),
        measured("wait_hours_desk_p50", "median wait through the desk"),
        measured("wait_hours_desk_p90", "long waits through the desk"),
        measured("wait_hours_direct_p50", "median wait directly"),
        measured("wait_hours_direct_p90", "long waits directly"),
    ),
    drawing="who_waits",
    predictions=(
        same("wait_minutes_mean", "skipping by chance", "first in, first out", 0.05,
             "skipping by chance leaves the mean wait as it was, to a twentieth", log=True),
        same("wait_minutes_mean", "obliging out of turn", "first in, first out", 0.05,
             "obliging out of turn leaves the mean wait as it was, to a twentieth", log=True),
        difference("beside", "obliging out of turn", "first in, first out", 0.1,
                   "long waits of direct customers grow by a tenth beside those of the desk's", log=True),
    ),
    revised=(
        "An arm in which half of all requests are taken out of turn by chance was added: it changes the order alone, "
        "while obliging also binds a request to one rep."
    ),
    finding=(
        "Obliging puts a request on one rep's own list, where it waits for that rep even while colleagues are "
        "idle. What is lost is the pooling of the queue: the mean rises without any added work, and the desk's "
        "own requests bear it."
    ),
)  # fmt: skip
