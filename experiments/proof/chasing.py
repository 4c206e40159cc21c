"""The tipping point of chasing: a unit whose requests are chased without bound runs away (evidence E)."""

import math

from scipy.stats import fisher_exact

from experiments.proof.comparison import Comparison, Law, in_threads
from experiments.proof.stages import BARE, DAY
from model.scenario import Scenario, load_scenario
from model.simulation import Watch, engine_for
from model.theory import chasing_limit
from model.world.build import build

TIPPING = Law(
    "Tipping point of chasing", "ρ = ρ_0 + h D(ρ) · 6 / (6 · 408)", "evidence E, simulation of 12 runs a cell"
)
LIMIT = Law("Limit of chasing (mean field)", "max over ρ of (ρ − ρ_0) c · day / (chase · D(ρ))", "evidence E")

WORK = 45.0
REPS, HOURS, EACH, CHASE, SHARE = 6, 6.8, WORK + 4.0 + 1.6, 6.0, 2.0 / 3.0
"""Evidence E: 6 reps with 408 minutes a day; 45 of work, 4 of transcription, 2/3 · 0.6 · 4 of updates a request."""

LIMITS = {0.72: 9.3, 0.827: 3.9, 0.93: 0.7}
"""Evidence E: hazard per open desk request and day at which the fixed point vanishes, by load."""

RAN_AWAY = {(0.72, 0.5): 5, (0.827, 0.5): 2, (0.93, 0.5): 0, (0.72, 0.8): 12, (0.827, 0.8): 12, (0.93, 0.8): 2}
"""Evidence E: runs of 12 that ran away, by load and hazard as a share of the limit."""

EVIDENCE_RUNS = 12
ALPHA = 0.05 / len(RAN_AWAY)
"""Chance that a cell differs although model and evidence have one share: 5 % for all cells together (Bonferroni)."""

GONE = 5000
"""Open requests from which a unit counts as run away (evidence E)."""


def chased(load: float, hazard: float, days: int) -> Scenario:
    """One unit with two thirds of its requests from the desk, each chased at a constant hazard and without bound."""
    a_day = load * REPS * 60.0 * HOURS / EACH
    words = {
        "run.days": days, "people.accounts": 20, "demand.requests_per_account_day": a_day / 20.0,
        "people.salespeople_per_team": 30, "people.reps_per_unit": REPS, "people.availability_reps": HOURS * 60.0 / DAY,
        "demand.work_minutes": WORK, "demand.work_law": "lognormal", "customers.whom_to_contact": "by_habit",
        "customers.initial_habit": SHARE, "customers.habit_gain": 0.0, "customers.habit_loss": 0.0,
        "channels.updates_per_request": 0.6, "channels.enquiry_minutes": CHASE,
        "salespeople.chase_rate": hazard, "salespeople.chase_limit": 100_000,
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


def run_away(load: float, hazard: float, runs: int, days: int) -> int:
    """Number of runs that run away."""
    scenario = chased(load, hazard, days)
    return sum(in_threads(lambda k, watch: runs_away(scenario, 1 + k, watch), runs))


def beside_evidence(load: float, part: float, gone: int, runs: int) -> Comparison:
    """Runs that ran away beside those of the evidence: two counts, which Fisher's exact test must not tell apart.

    Twelve runs tell little: 2 of 12 goes with true shares from 2 to 48 % (95 %), so that a cell agrees with much.
    """
    counted, of = RAN_AWAY[load, part], EVIDENCE_RUNS
    p = fisher_exact([[counted, of - counted], [gone, runs - gone]]).pvalue
    share = (counted + gone) / (of + runs)
    error = math.sqrt(share * (1.0 - share) * (1.0 / of + 1.0 / runs))
    name = f"share of runs run away, ρ_0 = {load:g}, h = {part:g} × {LIMITS[load]:g} (evidence: {counted} of {of})"
    return TIPPING.line(name, "=", counted / of, gone / runs, error, "agrees" if p >= ALPHA else "differs")


def rising(load: float, below: int, above: int, runs: int) -> Comparison:
    """More runs run away at 0.8 of the limit than at half of it: Fisher's exact test, 5 % for all loads together."""
    p = fisher_exact([[below, runs - below], [above, runs - above]], alternative="less").pvalue
    share, more = (below + above) / (2.0 * runs), (above - below) / runs
    error = math.sqrt(share * (1.0 - share) * 2.0 / runs)
    name = f"share of runs run away at 0.8 of the limit less that at half of it, ρ_0 = {load:g}"
    return TIPPING.line(name, ">", 0.0, more, error, "agrees" if p < 0.05 / len(LIMITS) else "differs")


def hazard_of_one(runs: int, days: int) -> Comparison:
    """At a hazard of 1 and the middle load of the evidence no run runs away."""
    share = run_away(0.827, 1.0, runs, days) / runs
    return TIPPING.holds("share of runs run away, ρ_0 = 0.827, h = 1 (evidence: 0 of 12)", 0.0, [share])


def limits() -> list[Comparison]:
    """The closed form gives the limits of the evidence, to the tenth of them by which its approximations may differ."""
    found = {load: chasing_limit(load, REPS, HOURS, EACH, CHASE, SHARE) for load in LIMITS}
    return [
        LIMIT.holds(f"hazard, ρ_0 = {load:g}", known, [found[load]], 0.1 * known) for load, known in LIMITS.items()
    ]


def tipping_point(runs: int, days: int) -> list[Comparison]:
    """Chasing tips units over at the hazards of the evidence, and not at a hazard of 1."""
    gone = {(load, part): run_away(load, part * LIMITS[load], runs, days) for load, part in RAN_AWAY}
    cells = [beside_evidence(*cell, count, runs) for cell, count in gone.items()]
    steps = [rising(load, gone[load, 0.5], gone[load, 0.8], runs) for load in LIMITS]
    return [*limits(), hazard_of_one(runs, days), *cells, *steps]
