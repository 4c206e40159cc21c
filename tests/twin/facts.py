"""What the two models are compared on: settings both know, facts of a run of either, measures of the second model."""

from types import SimpleNamespace

import numpy as np

from experiments.proof.comparison import mean_and_error
from model.scenario import load_scenario
from model.simulation import simulate
from model.measures.network import gini
from model.world.codes import MINUTES
from tests.twin.luck import OwnLuck, SharedLuck
from tests.twin.tables import facts_of_engine, needs_of
from tests.twin.whole import organisation as whole

SCENARIOS = {
    "mtel": {"people.accounts": 20},
    "mtel_full": {"people.accounts": 5},  # each of which calls as often as four or five of the small setting
}
"""Scenarios that are docked, each with what makes it small; a scenario joins the tests by a line here."""
SMALL = {
    "run.days": 60, "people.teams": 2, "people.salespeople_per_team": 3, "people.units": 2,
    "people.reps_per_unit": 4, "people.field_salespeople": 0, "people.turnover_per_year": 0.0,
    "people.rep_turnover_per_year": 0.0, "managers.dismissal": "never",
}  # fmt: skip
"""6 salespeople and 8 reps; what the whole second model leaves out is switched off."""
BEYOND_CORE = {
    "customers.habit_gain": 0.0, "customers.habit_loss": 0.0, "customers.patience_minutes": 0.0,
    "customers.share_by_phone": 0.0, "customers.direct_chase_rate": 0.0, "field.deal_threshold": 1e9,
    "people.availability_desk": 1.0, "people.availability_reps": 1.0, "people.share_ex_service": 0.0,
    "salespeople.sells": False, "salespeople.p_customer_voice": 1.0, "salespeople.p_prompted": 0.0,
    "salespeople.chase_budget_minutes": 480.0, "channels.p_lost": 0.0, "channels.updates_per_request": 0.0,
    "helpline.visibility": 0.0, "learning.phone_tie": 0.0, "learning.forgetting": 0.0, "reps.speed_cv": 0.0,
    "reps.refusal_customer_voice": 0.0, "reps.set_aside_hours": 0.0, "reps.overload_erosion": 0.0,
    "managers.audit_probability": 0.0, "incentives.ratchet_up": 0.0, "incentives.ratchet_down": 0.0,
}  # fmt: skip
"""What the core leaves out besides. Nobody learns a number without `visibility`, so nobody calls a rep directly."""


def small(changes=None, scenario="mtel"):
    """The small organisation of a scenario with some values replaced."""
    return load_scenario(scenario, SMALL | SCENARIOS[scenario] | (changes or {}))


def second_model(setting, seed, luck, model):
    """A second model of a setting, with the demand of a seed; it knows parameters by their short names."""
    values = setting.values()
    p = {full.partition(".")[2]: value for full, value in values.items()}
    for kind in ("acceptance", "addressability", "immediacy", "visibility", "cost_of_refusing"):
        p[kind] = {full.partition(".")[0]: value for full, value in values.items() if full.endswith(f".{kind}")}
    return model.Organisation(SimpleNamespace(**p), needs_of(setting, seed), luck)


def run_both(setting, seed, model):
    """The world of the engine's run, and the second model after its run, on the same keyed luck."""
    return simulate(setting, seed).world, second_model(setting, seed, SharedLuck(seed), model).run()


def differences(setting, seed, model, facts_of_model):
    """Names of the facts in which the two models differ on the same luck, with both values.

    Times are compared to 1e-3 minutes: the second model takes the exact normal quantile, the engine one with a
    relative error of 1e-9, so that speeds and values differ in the ninth digit.
    """
    world, twin = run_both(setting, seed, model)
    engine, second = facts_of_engine(world), facts_of_model(twin)
    return {
        name: (engine[name], second[name])
        for name in second
        if not np.allclose(engine[name], second[name], rtol=1e-6, atol=1e-3)
    }


def facts_of_core(twin):
    """The facts of a run of the second model that the core knows, too."""
    groups, issues = {"desk": twin.desk, "reps": twin.reps}, twin.issues
    facts = {
        f"{g}: {kind}": sum(person.minutes[kind] for person in people)
        for g, people in groups.items()
        for kind in MINUTES
    }
    facts |= {name: np.array([getattr(i, name) for i in issues]) for name in ("sent", "logged", "started")}
    names = ("service_calls", "update_calls", "other_calls", "chases", "asked", "obliged", "refused")
    facts |= {name: twin.tally[name] for name in names}
    for place, name in enumerate(("serves", "quota", "originated", "claimed")):
        facts[name] = sum(review[place] for review in twin.reviews)
    return facts | {
        "involved": sum(issue.desk for issue in issues),
        "completed": sum(issue.state == "done" for issue in issues),
        "completed at": np.array([issue.completed for issue in issues]),
        "done by": np.array([twin.reps.index(i.rep) if i.state == "done" else -1 for i in issues]),
        "begun": sum(issue.started >= 0.0 for issue in issues),
        "lost or ignored": sum(issue.state in ("lost", "ignored") for issue in issues),
        "habits": sum(customer.habit for customer in twin.customers),
        "ties known": sum(len(person.known) for person in twin.desk),
        "ties value": sum(sum(person.known.values()) for person in twin.desk),
        "claimed since the start": since_the_start(twin, "claimed"),
        "originated since the start": since_the_start(twin, "originated"),
        "quotas at the end": sum(person.quota for person in twin.desk),
    }


def since_the_start(twin, name):
    """A sum over all periods, and what has come since the last review."""
    place = ("serves", "quota", "originated", "claimed").index(name)
    return sum(review[place] for review in twin.reviews) + sum(getattr(person, name) for person in twin.desk)


def facts_of_whole(twin):
    """All facts of a run of the whole second model."""
    desk = twin.desk
    return facts_of_core(twin) | {
        "ties number": sum(len(person.numbers) for person in desk),
        "ties friend": sum(len(person.friends.intersection(person.known)) for person in desk),
        "ties n": sum(person.outcomes.total() for person in desk),
        "named": twin.tally["named"],
        "same name": sum(issue.same for issue in twin.issues),
        "jumped": sum(issue.jumped for issue in twin.issues),
        "excess": sum(rep.excess for rep in twin.reps),
        "kept back": sum(team.kept for team in twin.teams),
    }


def measures_of_engine(setting, seed):
    """The engine's own measures, and the value claimed."""
    result = simulate(setting, seed)
    claimed = float(result.world.salespeople["claimed_all"].sum())
    return result.measures | {"value_claimed": claimed}


def measures_of_twin(setting, seed, model=whole):
    """The same measures by their definitions in table E, of a run on luck of its own."""
    twin = second_model(setting, seed, OwnLuck(np.random.default_rng(seed)), model).run()
    tally, involved = twin.tally, sum(issue.desk for issue in twin.issues)
    calls = sum(tally[f"{kind}_calls"] for kind in ("service", "update", "other"))
    own = [issue for issue in twin.issues if issue.completed >= 0.0 and issue.salesperson is not None]
    done = [issue for issue in twin.issues if issue.completed >= 0.0]
    waits = {desk: [i.started - i.arises for i in done if i.desk == desk] for desk in (True, False)}
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
    if model is whole:
        jumped = sum(i.jumped for i in twin.issues)
        measures["fifo_inversion_share"] = jumped / sum(i.started >= 0.0 for i in twin.issues)
        measures["habit_final"] = sum(customer.habit for customer in twin.customers) / len(twin.customers)
    return measures | {
        "wait_minutes_mean": ratio(sum(waits[True] + waits[False]), len(done)),
        "wait_hours_desk_p50": quantile(waits[True], 0.5) / 60.0,
        "wait_hours_direct_p50": quantile(waits[False], 0.5) / 60.0,
        "rep_occupancy": 1.0 - ratio(spent(twin.reps, "idle"), spent(twin.reps, *MINUTES) - spent(twin.reps, "breaks")),
        "share_desk_time_on_service": ratio(
            spent(twin.desk, *SERVICE), spent(twin.desk, *SERVICE) + spent(twin.desk, "calls", "selling")
        ),
        "request_gini": gini(np.array([namings(twin, rep, model) for rep in twin.reps])),
        "share_orders_claimed_not_originated": ratio(tally["claims"], tally["claims"] + tally["sales"]),
        "hours_to_completion_named_p10": quantile(hours["named"], 0.1),
        "desk_involvement": involved / sum(i.is_request and i.state != "to come" for i in twin.issues),
        "hours_to_completion_named_p50": quantile(hours["named"], 0.5),
        "hours_to_completion_unnamed_p50": quantile(hours["unnamed"], 0.5),
        "chases_per_issue": ratio(tally["chases"], involved),
        "refusal_share": ratio(tally["refused"], tally["asked"]),
        "obliged_share": ratio(tally["obliged"], tally["asked"]),
        "value_claimed": since_the_start(twin, "claimed"),
        "sales_originated": since_the_start(twin, "originated"),
    }


SERVICE = ("service calls", "forwarding", "chasing")
"""Kinds of a salesperson's minutes that are spent on service requests."""


def spent(people, *kinds):
    """Minutes of people on some kinds of work together."""
    return sum(person.minutes[kind] for person in people for kind in kinds)


def namings(twin, rep, model):
    """Messages that named a rep; in the core every request is sent once."""
    return twin.tally["named", rep] if model is whole else sum(issue.named is rep for issue in twin.issues)


REP_MINUTES = {
    "rep_minutes_production": "production", "rep_minutes_transcription": "transcription",
    "rep_minutes_update": "updates", "rep_minutes_chase": "chases", "rep_minutes_helpline": "helpline",
    "rep_minutes_refused": "refused or lost work",
}  # fmt: skip


def effect(measures, seeds, settings, measure):
    """Mean effect of a change between two settings in one model, paired over the same demand, and its error."""
    low, high = (np.array([measures(setting, seed)[measure] for seed in seeds]) for setting in settings)
    return mean_and_error(high - low)


def quantile(values, q):
    """A quantile, or nan of nothing."""
    return float(np.quantile(values, q)) if values else np.nan


def ratio(top, bottom):
    """A share, or nan of nothing."""
    return top / bottom if bottom else np.nan
