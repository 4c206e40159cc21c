"""The queue in this engine: the general organisation without its behaviour; drawing demand counts."""

from experiments.bench.textbook import WARM_UP, Contestant, Outcome, Queue, Run

DAY = 480.0
"""Minutes of a day of the scenario."""


def scenario_of(queue: Queue, customers: int):
    """The scenario `textbook_queue` with this queue, for as many days as bring about so many customers."""
    from model.scenario import load_scenario

    words = {
        "agents": queue.servers, "arrivals_per_hour": 60.0 * queue.arrivals,
        "handle_minutes": 1.0 / queue.services,
        "days": max(1, round(customers / (queue.arrivals * DAY))), "run.warm_up_share": WARM_UP,
    }  # fmt: skip
    return load_scenario("textbook_queue", words)


def prepare() -> Run:
    """`model.simulation.simulate` as a sweep's worker calls it, its scenario read before the clock runs.

    The worker keeps freed memory for the next run, and from here on so do all contestants of this process.
    """
    from functools import cache

    from experiments.sweep.worker import reuse_memory
    from model.simulation import simulate

    reuse_memory()
    scenario = cache(scenario_of)

    def run(queue: Queue, customers: int, seed: int) -> Outcome:
        result = simulate(scenario(queue, customers), seed)
        return Outcome(len(result.world.issues), result.measures["mean_wait_minutes"])

    return run


CONTESTANT = Contestant("this engine", None, prepare)
