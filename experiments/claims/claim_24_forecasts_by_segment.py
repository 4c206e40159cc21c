"""C24: a load curve for each segment puts people where the calls are; a supervisor's knowledge finds able hands."""

from experiments.claims.claim import Claim, difference, measured

CLAIM = Claim(
    title="Forecasts by segment",
    sentence=(
        "Planning shifts by the load of each segment, and not of all customers, brings people and calls closer "
        "together; rerouting by a supervisor who knows who is able resolves more overflowed calls than software does."
    ),
    rows=("C24", "002-22", "002-23", "002-25"),
    source="002",
    falsifier=(
        "People and load are as far apart with a forecast by segment, or callers wait as long, or calls put through "
        "by hand are resolved no more often than those that software overflows."
    ),
    scenario="star_customer",
    days=40,
    arms={
        "all customers": {"staffing.forecast": "population"},
        "by segment": {"staffing.forecast": "segment"},
        "all customers, by hand": {"staffing.forecast": "population", "routing.overflow": "by_hand"},
    },
    quantities=(
        measured("staffing_mismatch", "people away from the load"),
        measured("average_speed_of_answer_s", "wait of answered calls"),
        measured("overflow_resolution", "overflowed calls resolved"),
    ),
    panels=3,
    predictions=(
        difference("staffing_mismatch", "all customers", "by segment", 0.01, "people come closer to the load"),
        difference("average_speed_of_answer_s", "all customers", "by segment", 2.0, "callers wait less"),
        difference("overflow_resolution", "all customers, by hand", "all customers", 0.02,
                   "by hand more overflowed calls are resolved"),
    ),
    finding=(
        "Plans by segment rest on the segments as they truly are, while calls come in by the segment on record, and "
        "one record in seven is wrong: what a better plan gains is lost to calls that go elsewhere than it foresaw. "
        "Shifts differ in when they begin only, so that there is little to plan. By hand calls find people who are "
        "able, but wait for the supervisor's next round."
    ),
)  # fmt: skip
