"""What the two models are compared on: settings both know, facts of a run of either, measures of the second model."""

import numpy as np

from model.scenario import load_scenario
from model.simulation import simulate
from model.world.codes import IGNORED, LOST, MINUTES
from model.world.demand import draw_issues
from model.world.joined import issues_in_full
from tests.twin.twin import Twin

SMALL = {
    "run.days": 60, "people.accounts": 20, "people.teams": 2, "people.salespeople_per_team": 3, "people.units": 2,
    "people.reps_per_unit": 4, "people.field_salespeople": 0, "people.turnover_per_year": 0.0,
    "people.rep_turnover_per_year": 0.0, "managers.dismissal": "never",
}  # fmt: skip
"""6 salespeople, 8 reps, 20 accounts; what the second model leaves out is switched off."""


def small(changes=None):
    """The small organisation with some values replaced."""
    return load_scenario("mtel", SMALL | (changes or {}))


def run_both(setting, seed):
    """The world of the engine's run, and the second model after its run, on the same keyed luck."""
    return simulate(setting, seed).world, Twin(setting, draw_issues(setting, seed), seed, luck="keyed").run()


def facts_of_engine(world):
    """Totals of a run of the engine by name, and the issues' times as arrays."""
    issues, days, people, channels = issues_in_full(world), world.days, world.salespeople, world.channels
    ties = world.ties[: int(world.clock["n_ties"])]
    known = ties[ties["known"] == 1]
    reviews = world.reviews[world.reviews["day"] > 0]
    minutes = world.ledger["minutes"].reshape(-1, len(MINUTES))
    groups = {"desk": minutes[: len(people)], "reps": minutes[len(people) :]}
    facts = {f"{g}: {kind}": rows[:, k].sum() for g, rows in groups.items() for k, kind in enumerate(MINUTES)}
    facts |= {name: issues[name] for name in ("sent", "logged", "started")}
    facts |= {name: days[name].sum() for name in ("service_calls", "update_calls", "other_calls", "involved")}
    facts |= {name: days[name].sum() for name in ("chases", "completed")} | {"completed at": issues["completed"]}
    facts |= {f"ties {name}": known[name].sum() for name in ("known", "number", "friend", "n", "value")}
    facts |= {name: reviews[name].sum() for name in ("quota", "originated", "claimed", "serves")}
    return facts | {
        "asked": (channels["n_asked"] + channels["n_asked_own"]).sum(),
        "obliged": (channels["n_obliged"] + channels["n_obliged_own"]).sum(),
        "refused": world.reps["n_refused"].sum(),
        "named": world.reps["n_named"].sum(),
        "same name": issues["same"].sum(),
        "begun": world.units["n_started"].sum(),
        "jumped": world.units["n_jumped"].sum(),
        "excess": world.reps["excess"].sum(),
        "habits": world.accounts["habit"].sum(),
        "lost or ignored": np.isin(issues["state"], (LOST, IGNORED)).sum(),
        "claimed since the start": people["claimed_all"].sum(),
        "originated since the start": people["origin_all"].sum(),
        "quotas at the end": people["quota"].sum(),
    }


def facts_of_twin(twin):
    """The same of a run of the second model."""
    tally, issues = twin.tally, twin.issues
    ties = [tie for person in twin.desk for page in person.books.values() for tie in page.values() if tie.known]
    groups = {"desk": twin.desk, "reps": twin.reps}
    names = {"refused or lost work": "refused", "breaks": "break"}
    facts = {
        f"{g}: {kind}": sum(person.minutes[names.get(kind, kind)] for person in people)
        for g, people in groups.items()
        for kind in MINUTES
    }
    facts |= {name: np.array([getattr(i, name) for i in issues]) for name in ("sent", "logged", "started")}
    facts |= {name: tally[name] for name in ("service_calls", "update_calls", "other_calls", "involved")}
    facts |= {name: tally[name] for name in ("chases", "completed", "asked", "obliged", "refused")}
    facts |= {f"ties {n}": sum(getattr(tie, n) for tie in ties) for n in ("known", "number", "friend", "n", "value")}
    for place, name in enumerate(("serves", "quota", "originated", "claimed")):
        facts[name] = sum(review[place] for review in twin.reviews)
    return facts | {
        "completed at": np.array([issue.completed for issue in issues]),
        "named": sum(rep.n_named for rep in twin.reps),
        "same name": sum(issue.same for issue in issues),
        "begun": sum(unit.n_started for unit in twin.units),
        "jumped": sum(unit.n_jumped for unit in twin.units),
        "excess": sum(rep.excess for rep in twin.reps),
        "habits": sum(customer.habit for customer in twin.customers),
        "lost or ignored": sum(issue.state in ("lost", "ignored") for issue in issues),
        "claimed since the start": tally["claimed"],
        "originated since the start": tally["originated"],
        "quotas at the end": sum(person.quota for person in twin.desk),
    }


def measures_of_engine(setting, seed):
    """The engine's own measures, and the value claimed."""
    result = simulate(setting, seed)
    claimed = float(result.world.salespeople["claimed_all"].sum())
    return result.measures | {"value_claimed": claimed}


def measures_of_twin(setting, seed):
    """The same measures by their definitions in table E, of a run on luck of its own."""
    twin = Twin(setting, draw_issues(setting, seed), seed).run()
    tally = twin.tally
    calls = sum(tally[f"{kind}_calls"] for kind in ("service", "update", "other"))
    own = [issue for issue in twin.issues if issue.completed >= 0.0 and issue.salesperson is not None]
    hours = {
        "named": [(i.completed - i.sent) / 60.0 for i in own if i.named is i.rep],
        "unnamed": [(i.completed - i.sent) / 60.0 for i in own if i.named is None],
    }
    measures = {f"share_{kind}_calls": tally[f"{kind}_calls"] / calls for kind in ("service", "update", "other")}
    for name, kind in REP_MINUTES.items():
        measures[name] = sum(rep.minutes[kind] for rep in twin.reps) / tally["completed"]
    for name, serves in (("attainment_before_turn", False), ("attainment_after_turn", True)):
        chosen = [review for review in twin.reviews if review[0] == serves]
        measures[name] = ratio(sum(r[2] + r[3] for r in chosen), sum(r[1] for r in chosen))
    return measures | {
        "desk_involvement": tally["involved"] / tally["requests"],
        "hours_to_completion_named_p50": float(np.median(hours["named"])) if hours["named"] else np.nan,
        "hours_to_completion_unnamed_p50": float(np.median(hours["unnamed"])) if hours["unnamed"] else np.nan,
        "chases_per_issue": ratio(tally["chases"], tally["involved"]),
        "refusal_share": ratio(tally["refused"], tally["asked"]),
        "obliged_share": ratio(tally["obliged"], tally["asked"]),
        "fifo_inversion_share": sum(u.n_jumped for u in twin.units) / sum(u.n_started for u in twin.units),
        "habit_final": sum(customer.habit for customer in twin.customers) / len(twin.customers),
        "value_claimed": tally["claimed"],
        "sales_originated": tally["originated"],
    }


REP_MINUTES = {
    "rep_minutes_production": "production", "rep_minutes_transcription": "transcription",
    "rep_minutes_update": "updates", "rep_minutes_chase": "chases", "rep_minutes_helpline": "helpline",
    "rep_minutes_refused": "refused",
}  # fmt: skip


def ratio(top, bottom):
    """A share, or nan of nothing."""
    return top / bottom if bottom else np.nan
