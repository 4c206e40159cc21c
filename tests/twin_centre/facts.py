"""What the two models are compared on: settings both know, facts and measures of a run of either."""

from collections import Counter
from functools import cache

import numpy as np

from model.scenario import Scenario, load_scenario, scenario_names
from model.simulation import simulate
from model.world.codes import L_CALL_BLOCKED, L_CALL_TAKEN, L_LEFT
from tests.twin.luck import OwnLuck, SharedLuck
from tests.twin_centre.centre import Centre

CENTRES = [name for name in scenario_names() if load_scenario(name).groups]
KEPT = (
    "run", "demand", "salespeople", "incentives", "managers", "people", "routing", "service", "streams", "groups",
    "self_service", "spikes",
)  # fmt: skip
"""Themes of 7.17 and 7.23, and those that switch the desk and its units off."""
BEYOND = ("segment", "mode", "p_failure_demand")
"""What a stream has that belongs to 7.20 and 7.21."""
PEOPLE, CUSTOMERS, DAYS = 16, 500, 2
full = cache(load_scenario)


def small(name, changes=None):
    """A centre of some sixteen people for two days, with what lies beyond 7.17 and 7.23 switched off."""
    return Scenario(name, _small(name) | (changes or {}))


@cache
def _small(name):
    values = {key: value for key, value in full(name).values().items() if key.split(".")[0] in KEPT}
    values = {key: value for key, value in values.items() if key.split(".")[-1] not in BEYOND}
    scale = PEOPLE / sum(group.people for group in full(name).groups.values())
    values |= {"run.days": DAYS, "run.warm_up_share": 0.0, "routing.scale": scale, "service.repeat_days": 0.3}
    values["people.accounts"] = round(CUSTOMERS / scale)
    for stream, about in full(name).streams.items():  # of the calls of a dialler those that somebody answers
        values[f"streams.{stream}.calls_per_day"] *= about.p_answer if about.mode == "outbound" else 1.0
    values |= {f"streams.{stream}.motive": stream for stream in full(name).streams}  # each has a line of its own
    return values


def run_engine(setting, seed, log=False):
    return simulate(setting, seed, log=log)


def run_twin(setting, seed, shared=False):
    return Centre(setting, SharedLuck(seed) if shared else OwnLuck(np.random.default_rng(seed))).run()


def answers_of_engine(result):
    """When each call was answered, by whom (post), of which customer."""
    taken = result.log[result.log["event"] == L_CALL_TAKEN]
    return [(float(row["time"]), int(row["actor"]), int(row["other"])) for row in taken]


def totals_of_engine(result):
    world, days = result.world, result.world.centre_days
    queues = world.queues[world.queues["measured"] == 1]
    return {
        "ended": days["n_answered"].sum(), "ended first": days["n_first"].sum(), "resolved": days["n_resolved"].sum(),
        "resolved first": days["n_resolved_first"].sum(), "talked": days["minutes"].sum(),
        "worth": days["satisfaction"].sum(), "outcomes": days["n_outcomes"].sum(), "sold": days["sales"].sum(),
        "hung up": queues["n_left"].sum(), "blocked": np.count_nonzero(result.log["event"] == L_CALL_BLOCKED),
        "left the firm": np.count_nonzero(result.log["event"] == L_LEFT),
        "satisfaction": world.customers["satisfaction"].sum(), "morale": world.advisors["morale"].sum(),
        "pace": world.advisors["pace"].sum(),
    }  # fmt: skip


def totals_of_twin(twin):
    own = {
        "satisfaction": sum(customer.satisfaction for customer in twin.customers),
        "morale": sum(person.morale for person in twin.people),
        "pace": sum(person.pace for person in twin.people),
    }
    names = ("ended", "ended first", "resolved", "resolved first", "talked", "worth", "outcomes", "sold", "hung up")
    return {name: twin.tally[name] for name in (*names, "blocked", "left the firm")} | own


def measures_of_twin(twin):
    """Main measures by their definitions in table E."""
    tally, end = twin.tally, twin.p.run.days * twin.p.run.day_minutes
    minutes = sum((person.minutes for person in twin.people), Counter())
    at_work = len(twin.people) * end * (1.0 - minutes["away"] / minutes.total())
    return {
        "average_speed_of_answer_s": 60.0 * tally["waited"] / tally["answered"],
        "abandonment_share": tally["hung up"] / (tally["hung up"] + tally["answered"]),
        "handle_time_mean_s": 60.0 * tally["talked"] / tally["ended"],
        "repeat_call_share": 1.0 - tally["ended first"] / tally["ended"],
        "first_contact_resolution": tally["resolved first"] / tally["ended first"],
        "satisfaction_mean": tally["worth"] / tally["outcomes"],
        "occupancy": minutes["busy"] / at_work,
    }
