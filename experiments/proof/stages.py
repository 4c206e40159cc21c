"""Two stages: mailbox and bucket, desk and bucket; and a bucket that is served out of turn.

A rep both reads the mail and does the work, so mailbox and bucket are no network of separate stations: Jackson's
theorem does not speak of them. With one rep the mean waits at both are known all the same; with several they are
not. Desk and bucket have people of their own, and there Jackson's theorem holds while the desk has people enough to
take every call at once: a salesperson who is wanted on the telephone forwards a request later.
"""

import numpy as np

from experiments.dotted import dotted
from experiments.proof.comparison import Comparison, Law, sample
from model.scenario import Scenario, load_scenario
from model.simulation import Result
from model.theory import one_server, patient, tandem_of_one
from model.world.joined import issues_in_full

SHARED = Law(
    "Tandem of one (mailbox, bucket)", "V = λ E[(R + S)²] / (2 (1 − ρ)), W_1 = W_0 / (1 − ρ_1)",
    "Taube-Netto 1972, second policy; Kleinrock 1965, Naval Research Logistics Quarterly 12(2), pp. 181-192",
)  # fmt: skip
JACKSON = Law(
    "Jackson tandem (desk, bucket)", "P(n_1, n_2) = P(n_1) P(n_2)",
    "Jackson 1957, Operations Research 5(4), pp. 518-521",
)  # fmt: skip
REORDERING = Law(
    "Reordering only", "E[W] unchanged, Var[W] raised", "Kingman 1962, Proc. Cambridge Phil. Soc. 58(1), pp. 163-164"
)

BARE = {
    "people.units": 1, "people.teams": 1,
    "people.salespeople_per_team": 1, "people.field_salespeople": 0, "people.turnover_per_year": 0.0,
    "people.rep_turnover_per_year": 0.0, "people.share_ex_service": 0.0, "people.availability_desk": 1.0,
    "people.availability_reps": 1.0, "people.call_routing": "pooled", "demand.opportunities_per_account_day": 0.0,
    "demand.enquiries_per_account_day": 0.0, "demand.bulk_per_account_year": 0.0, "demand.account_size_cv": 0.0,
    "demand.day_cv": 0.0, "demand.load_curve": [1.0], "demand.work_law": "exponential",
    "demand.work_factor_order": 1.0, "demand.work_factor_query": 1.0, "calls.talk_law": "exponential",
    "calls.wrap_minutes": 0.0, "customers.whom_to_contact": "always_unit", "customers.patience_minutes": 0.0,
    "customers.direct_chase_rate": 0.0, "customers.share_by_phone": 0.0, "salespeople.sells": False,
    "salespeople.choose_practice": "plain_mail", "salespeople.forward_minutes": 0.0, "salespeople.chase_rate": 0.0,
    "channels.p_lost": 0.0, "channels.updates_per_request": 0.0, "reps.respond": "by_the_book",
    "reps.speed_cv": 0.0, "managers.dismissal": "never", "managers.service_turn": "from_start",
    "incentives.pay": "salary_only",
}  # fmt: skip
"""M-Tel with the behaviour off: one unit, requests by mail, no chasing, refusing, losing, updates or breaks."""

DAY = 480.0


def unit(days: int, per_minute: float, work: float, reps: int, **changes) -> Scenario:
    """One bare unit with requests of exponential work, from as many accounts as the bound of 50 a day asks for."""
    accounts = int(np.ceil(per_minute * DAY / 50.0))
    words = {
        "run.days": days, "people.accounts": accounts, "people.reps_per_unit": reps, "demand.work_minutes": work,
        "demand.requests_per_account_day": per_minute * DAY / accounts,
    }  # fmt: skip
    return load_scenario("mtel", BARE | words | dotted(changes))


def measured(result: Result) -> np.ndarray:
    """Requests that arose after the first tenth of the run and whose work has begun."""
    issues = issues_in_full(result.world)
    return issues[(issues["arises"] > 0.1 * float(result.world.clock["now"])) & (issues["started"] >= 0.0)]


def waits_at_one_rep(result: Result) -> list[float]:
    """Mean waits before reading and in the bucket (minutes)."""
    rows = measured(result)
    read = result.scenario.channels.transcription_minutes
    return [np.mean(rows["logged"] - rows["sent"]) - read, np.mean(rows["started"] - rows["logged"])]


def mailbox_and_bucket(runs: int, days: int) -> list[Comparison]:
    """One rep who reads before working makes mail and bucket wait as theory says; one who finishes first, as M/G/1."""
    rate, read, work = 0.05, 4.0, 10.0
    mail, bucket = tandem_of_one(rate, read, 0.0, work, 1.0)
    scenario = unit(days, rate, work, 1, channels__transcription_minutes=read)
    reading_first = sample(scenario, runs, waits_at_one_rep)
    finishing_first = sample(scenario.changed({"reps.order_of_work": "phone_bucket_mail"}), runs, waits_at_one_rep)
    # With the bucket first, every mail is read and at once worked on: one service of R + S minutes.
    whole = one_server(rate, read + work, work / (read + work))
    return [
        SHARED.equals("minutes in the mailbox, reading first", mail, reading_first[:, 0]),
        SHARED.equals("minutes in the bucket, reading first", bucket, reading_first[:, 1]),
        SHARED.equals("minutes in the mailbox, finishing first", whole, finishing_first[:, 0]),
        SHARED.holds("minutes in the bucket, finishing first", 0.0, finishing_first[:, 1], 1e-9),
    ]


def two_stations(result: Result) -> list[float]:
    """Minutes at the desk and waiting in the bucket, and the correlation of the numbers at both at the same moment."""
    rows = measured(result)
    now = float(result.world.clock["now"])
    at = np.arange(0.1 * now, now, 30.0)

    def inside(begin: str, end: str) -> np.ndarray:
        issues = issues_in_full(result.world)
        left = np.sort(issues[end][issues[end] >= 0.0])
        came = np.sort(issues[begin][issues[begin] >= 0.0])
        return np.searchsorted(came, at, "right") - np.searchsorted(left, at, "right")

    together = np.corrcoef(inside("arises", "sent"), inside("sent", "completed"))[0, 1]
    return [np.mean(rows["sent"] - rows["arises"]), np.mean(rows["started"] - rows["sent"]), together]


def desk_and_bucket(runs: int, days: int) -> list[Comparison]:
    """Desk and bucket behave as if they were alone: the bucket is a queue of its own (Erlang C) behind the desk."""
    rate, talk, work, reps = 0.24, 6.0, 10.0, 3
    scenario = unit(
        days, rate, work, reps, people__salespeople_per_team=24, calls__talk_minutes=talk,
        customers__whom_to_contact="always_desk", channels__transcription_minutes=0.0,
    )  # fmt: skip
    found = sample(scenario, runs, two_stations)
    return [
        JACKSON.equals("minutes at the desk, 24 people for 1.4 calls", talk, found[:, 0]),
        JACKSON.equals("minutes in the bucket, ρ = 0.8", patient(rate, 1.0 / work, reps).mean_wait, found[:, 1]),
        JACKSON.equals("correlation of the numbers at desk and bucket", 0.0, found[:, 2]),
    ]


def mean_and_variance(result: Result) -> list[float]:
    """Mean and variance of the wait from mail to work, the share begun out of turn, and that share by the rule.

    By the rule a request is begun while an older one stands there with (1 − φ)(1 − 1/min(L, d)) when there are L.
    Mails are read, in no time, when somebody is free, so age counts from the mail and not from the bucket.
    """
    issues, reps, now = issues_in_full(result.world), result.scenario.reps, float(result.world.clock["now"])
    issues = issues[issues["arises"] < now]
    began = np.where(issues["started"] >= 0.0, issues["started"], np.inf)
    order = np.argsort(began, kind="stable")
    came, began = issues["sent"][order], began[order]
    oldest_left = np.minimum.accumulate(came[::-1])[::-1]
    rows = np.nonzero((came > 0.1 * now) & np.isfinite(began))[0]
    length = np.searchsorted(issues["arises"], began[rows], "right") - rows
    by_rule = (1.0 - reps.fifo_adherence) * (1.0 - 1.0 / np.minimum(length, reps.skip_depth))
    waits = began[rows] - came[rows]
    return [waits.mean(), waits.var(), np.mean(oldest_left[rows] < came[rows]), by_rule.mean()]


def out_of_turn(runs: int, days: int) -> list[Comparison]:
    """Taking any of the first five requests instead of the oldest leaves the mean wait and raises its variance."""
    scenario = unit(days, 0.26, 10.0, 3, channels__transcription_minutes=0.0, reps__fifo_adherence=0.2)
    inturn = sample(scenario, runs, mean_and_variance)
    skipped = sample(scenario.changed({"reps.pick_request": "skip_any"}), runs, mean_and_variance)
    mean = patient(0.26, 0.1, 3).mean_wait
    return [
        REORDERING.equals("mean wait less that in turn, same luck", 0.0, skipped[:, 0] - inturn[:, 0]),
        REORDERING.equals("mean wait out of turn", mean, skipped[:, 0]),
        REORDERING.exceeds("variance of the wait less that in turn, same luck", 0.0, skipped[:, 1] - inturn[:, 1]),
        REORDERING.equals("share begun out of turn, less that by the rule", 0.0, skipped[:, 2] - skipped[:, 3]),
    ]
