"""The tipping point of chasing: a unit whose requests are chased without bound runs away (evidence.md E)."""

import math

from experiments.proof.comparison import ERRORS, Comparison, Law, in_threads
from experiments.proof.stages import BARE, DAY
from model.scenario import Scenario, load_scenario
from model.simulation import Watch, engine_for
from model.theory import chasing_limit
from model.world.build import build

TIPPING = Law(
    "Tipping point of chasing", "ρ = ρ_0 + h D(ρ) · 6 / (6 · 408)", "evidence.md E, simulation of 12 runs a cell"
)
LIMIT = Law("Limit of chasing (mean field)", "max over ρ of (ρ − ρ_0) c · day / (chase · D(ρ))", "evidence.md E")

REPS, HOURS, EACH, CHASE, SHARE = 6, 6.8, 45.0 + 4.0 + 1.6, 6.0, 2.0 / 3.0
"""Evidence E: 6 reps with 408 minutes a day; 45 of work, 4 of transcription, 2/3 · 0.6 · 4 of updates a request."""

LIMITS = {0.72: 9.3, 0.827: 3.9, 0.93: 0.7}
"""Evidence E: hazard per open desk request and day at which the fixed point vanishes, by load."""

RAN_AWAY = {(0.72, 0.5): 5, (0.827, 0.5): 2, (0.93, 0.5): 0, (0.72, 0.8): 12, (0.827, 0.8): 12, (0.93, 0.8): 2}
"""Evidence E: runs of 12 that ran away, by load and hazard as a share of the limit."""

GONE = 5000
"""Open requests from which a unit counts as run away (evidence E)."""


def chased(load: float, hazard: float, days: int) -> Scenario:
    """One unit with two thirds of its requests from the desk, each chased at a constant hazard and without bound."""
    a_day = load * REPS * 60.0 * HOURS / EACH
    words = {
        "run.days": days, "people.accounts": 20, "demand.requests_per_account_day": a_day / 20.0,
        "people.salespeople_per_team": 30, "people.reps_per_unit": REPS, "people.availability_reps": HOURS * 60.0 / DAY,
        "demand.work_law": "lognormal", "customers.whom_to_contact": "by_habit", "customers.initial_habit": SHARE,
        "customers.habit_gain": 0.0, "customers.habit_loss": 0.0, "channels.updates_per_request": 0.6,
        "channels.enquiry_minutes": CHASE, "salespeople.chase_rate": hazard, "salespeople.chase_limit": 100_000,
        "salespeople.chase_minutes": 0.0, "salespeople.p_prompted": 0.0,
    }  # fmt: skip
    return load_scenario("mtel", BARE | words)


def runs_away(scenario: Scenario, seed: int, watch: Watch) -> bool:
    """Whether more than `GONE` requests are open at some tenth day; the run then ends, for there is no way back."""
    engine, world = engine_for(), build(scenario, seed)
    for day in range(10, scenario.run.days + 1, 10):
        watch(day)
        world = engine.run(world, day * scenario.run.day_minutes)
        arisen = world.requests["issue"] < int(world.clock["next_issue"])
        if (world.requests["completed"][arisen] < 0.0).sum() > GONE:
            return True
    return False


def share_run_away(load: float, hazard: float, runs: int, days: int) -> float:
    """Share of runs that run away."""
    scenario = chased(load, hazard, days)
    gone = in_threads(lambda k, watch: runs_away(scenario, 1 + k, watch), runs)
    return sum(gone) / runs


def beside_evidence(load: float, part: float, runs: int, days: int) -> Comparison:
    """Share of runs that run away beside that of the evidence, both with the error of a count (pooled share)."""
    counted, of = RAN_AWAY[load, part], 12
    found = share_run_away(load, part * LIMITS[load], runs, days)
    pooled = (counted + found * runs) / (of + runs)
    error = math.sqrt(pooled * (1.0 - pooled) * (1.0 / of + 1.0 / runs))
    agrees = abs(found - counted / of) <= ERRORS * error
    name = f"share of runs run away, ρ_0 = {load:g}, h = {part:g} × {LIMITS[load]:g}"
    return TIPPING.line(name, "=", counted / of, found, error, "agrees" if agrees else "differs")


def default_hazard(runs: int, days: int) -> Comparison:
    """At the default hazard of 1 and the default load no run runs away."""
    share = share_run_away(0.827, 1.0, runs, days)
    return TIPPING.holds("share of runs run away, ρ_0 = 0.827, h = 1 (evidence: 0 of 12)", 0.0, [share])


def limits() -> list[Comparison]:
    """The closed form gives the limits of the evidence, to the tenth of them by which its approximations may differ."""
    found = {load: chasing_limit(load, REPS, HOURS, EACH, CHASE, SHARE) for load in LIMITS}
    return [
        LIMIT.holds(f"hazard, ρ_0 = {load:g}", known, [found[load]], 0.1 * known) for load, known in LIMITS.items()
    ]


def tipping_point(runs: int, days: int) -> list[Comparison]:
    """Chasing tips units over at the hazards of the evidence, and not at the default."""
    cells = [beside_evidence(load, part, runs, days) for load, part in RAN_AWAY]
    return [*limits(), default_hazard(runs, days), *cells]
