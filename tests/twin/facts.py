"""What the two models are compared on: settings both know, facts of a run of either, measures of the second model."""

from types import SimpleNamespace

import numpy as np

from model.scenario import load_scenario
from model.simulation import simulate
from model.world.codes import MINUTES
from tests.twin.luck import OwnLuck, SharedLuck
from tests.twin.organisation import Organisation
from tests.twin.tables import needs_of

CORES = {
    "mtel": {"people.accounts": 20},
    "mtel_full": {"people.accounts": 5},  # each of which calls as often as four or five of the small setting
}
"""Scenarios that are docked, each with what makes it small; a scenario joins the tests by a line here."""
SMALL = {
    "run.days": 60, "people.teams": 2, "people.salespeople_per_team": 3, "people.units": 2,
    "people.reps_per_unit": 4, "people.field_salespeople": 0, "people.turnover_per_year": 0.0,
    "people.rep_turnover_per_year": 0.0, "managers.dismissal": "never",
}  # fmt: skip
"""6 salespeople and 8 reps; what the second model leaves out is switched off."""


def small(changes=None, scenario="mtel"):
    """The small organisation of a scenario with some values replaced."""
    return load_scenario(scenario, SMALL | CORES[scenario] | (changes or {}))


def run_both(setting, seed):
    """The world of the engine's run, and the second model after its run, on the same keyed luck."""
    return simulate(setting, seed).world, second_model(setting, seed, SharedLuck(seed)).run()


def second_model(setting, seed, luck):
    """The second model of a setting, with the demand of a seed; it knows parameters by their short names."""
    values = setting.values()
    p = {full.partition(".")[2]: value for full, value in values.items()}
    for kind in ("acceptance", "addressability", "immediacy", "visibility", "cost_of_refusing"):
        p[kind] = {full.partition(".")[0]: value for full, value in values.items() if full.endswith(f".{kind}")}
    return Organisation(SimpleNamespace(**p), needs_of(setting, seed), luck)


def facts_of_twin(twin):
    """The same of a run of the second model."""
    tally, issues = twin.tally, twin.issues
    ties = [tie for person in twin.desk for tie in person.ties.values() if tie.known]
    groups = {"desk": twin.desk, "reps": twin.reps}
    facts = {
        f"{g}: {kind}": sum(person.minutes[kind] for person in people)
        for g, people in groups.items()
        for kind in MINUTES
    }
    facts |= {name: np.array([getattr(i, name) for i in issues]) for name in ("sent", "logged", "started")}
    facts |= {name: tally[name] for name in ("service_calls", "update_calls", "other_calls", "chases")}
    facts |= {name: tally[name] for name in ("asked", "obliged", "refused")}
    facts |= {"involved": sum(i.desk for i in issues), "completed": sum(i.state == "done" for i in issues)}
    facts |= {f"ties {n}": sum(getattr(tie, n) for tie in ties) for n in ("known", "number", "friend", "n", "value")}
    for place, name in enumerate(("serves", "quota", "originated", "claimed")):
        facts[name] = sum(review[place] for review in twin.reviews)
    return facts | {
        "completed at": np.array([issue.completed for issue in issues]),
        "done by": np.array([twin.reps.index(i.rep) if i.state == "done" else -1 for i in issues]),
        "named": tally["named"],
        "same name": sum(issue.same for issue in issues),
        "begun": sum(issue.started >= 0.0 for issue in issues),
        "jumped": sum(issue.jumped for issue in issues),
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
    twin = second_model(setting, seed, OwnLuck(np.random.default_rng(seed))).run()
    tally, involved = twin.tally, sum(issue.desk for issue in twin.issues)
    calls = sum(tally[f"{kind}_calls"] for kind in ("service", "update", "other"))
    own = [issue for issue in twin.issues if issue.completed >= 0.0 and issue.salesperson is not None]
    hours = {
        "named": [(i.completed - i.sent) / 60.0 for i in own if i.named is i.rep],
        "unnamed": [(i.completed - i.sent) / 60.0 for i in own if i.named is None],
    }
    measures = {f"share_{kind}_calls": tally[f"{kind}_calls"] / calls for kind in ("service", "update", "other")}
    for name, kind in REP_MINUTES.items():
        measures[name] = sum(rep.minutes[kind] for rep in twin.reps) / sum(i.state == "done" for i in twin.issues)
    for name, serves in (("attainment_before_turn", False), ("attainment_after_turn", True)):
        chosen = [review for review in twin.reviews if review[0] == serves]
        measures[name] = ratio(sum(r[2] + r[3] for r in chosen), sum(r[1] for r in chosen))
    return measures | {
        "desk_involvement": involved / sum(i.is_request and i.state != "not yet arisen" for i in twin.issues),
        "hours_to_completion_named_p50": float(np.median(hours["named"])) if hours["named"] else np.nan,
        "hours_to_completion_unnamed_p50": float(np.median(hours["unnamed"])) if hours["unnamed"] else np.nan,
        "chases_per_issue": ratio(tally["chases"], involved),
        "refusal_share": ratio(tally["refused"], tally["asked"]),
        "obliged_share": ratio(tally["obliged"], tally["asked"]),
        "fifo_inversion_share": sum(i.jumped for i in twin.issues) / sum(i.started >= 0.0 for i in twin.issues),
        "habit_final": sum(customer.habit for customer in twin.customers) / len(twin.customers),
        "value_claimed": tally["claimed"],
        "sales_originated": tally["originated"],
    }


REP_MINUTES = {
    "rep_minutes_production": "production", "rep_minutes_transcription": "transcription",
    "rep_minutes_update": "updates", "rep_minutes_chase": "chases", "rep_minutes_helpline": "helpline",
    "rep_minutes_refused": "refused or lost work",
}  # fmt: skip


def ratio(top, bottom):
    """A share, or nan of nothing."""
    return top / bottom if bottom else np.nan
