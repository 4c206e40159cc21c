"""The organisation as a Mesa model, to look at day by day; `simulate` gives the same run at once."""

from collections.abc import Callable
from importlib import import_module
from numbers import Number
from pathlib import Path
from typing import Any

import mesa
import networkx as nx
import numpy as np
from mesa.experimental.scenarios import Scenario as MesaScenario

from model.agents import Customer, FieldSalesperson, Manager, Salesperson, ServiceRep
from model.compiled import is_compiled, relink
from model.graph import graph_of
from model.measures import View, measure
from model.measures.calls import habit_final
from model.measures.queue import occupancy
from model.measures.view import ratio
from model.measures.work import rep_occupancy
from model.parameters import catalogue
from model.rules.slot import slots
from model.scenario import Scenario, ScenarioError, load_scenario, nearest
from model.simulation import OPENING, Engine, Result, Rules, check_memory, check_seed, engine_for
from model.world.build import build
from model.world.world import World, waiting_places


class Organisation(mesa.Model):
    """A setting as a Mesa model whose step is one working day.

    Customers, salespeople, reps and managers are views on the rows of one world, moved by the same engine as
    in `simulate`: the same scenario, seed and rules give the same run, stepped or not. The model opens on the
    first morning, with all posts filled.

    Parameters
    ----------
    scenario : a scenario, the name of one, or the path of a TOML file.
    rng : the seed of the run as in `simulate`, a non-negative whole number. From a NumPy generator or a seed
        sequence one is drawn, from None a fresh one. It is remembered as `seed`.
    rules : own rules by the name of the decision they take. A rule in plain Python makes every day slower.
    log : keep the event log.
    changes : parameters by full name, `Organisation(**{"run.days": 20})`, as `mesa.batch_run` and SolaraViz
        pass them. (SolaraViz resets from its `model_params` alone, so name scenario and rng there too.)

    Attributes
    ----------
    setting : Scenario
        The checked parameters. (Mesa's own `model.scenario` only carries the seed.)
    seed, rules : what the run is made of.
    world : World
        All tables as they stand.
    day : int
        Working days done; `model.time` counts them too.
    running : bool
        False from the last day of `run.days` on; further steps do nothing.
    customers, salespeople, field_salespeople, service_reps, managers : list
        The agents, each at the place of its row.
    datacollector : mesa.DataCollector
        Collects `DAILY` before the first day and after every day.

    Raises
    ------
    ScenarioError : for parameters or a seed that cannot be, in one sentence.
    """

    def __init__(
        self,
        scenario: Scenario | str | Path = "mtel",
        *,
        rng: Any = None,
        rules: Rules | None = None,
        log: bool = False,
        **changes: Any,
    ) -> None:
        seed = seed_from(rng)
        super().__init__(scenario=SeedOnly(rng=seed))
        self.setting = _setting(scenario, changes)
        self.seed, self.rules, self.day = seed, dict(rules or {}), 0
        check_memory(self.setting, log)
        self.world = self._engine.run(build(self.setting, seed, log), OPENING)
        self.customers = [Customer(self, row) for row in range(len(self.world.accounts))]
        self.salespeople = [Salesperson(self, row) for row in range(len(self.world.salespeople))]
        self.field_salespeople = [FieldSalesperson(self, row) for row in range(len(self.world.field))]
        self.service_reps = [ServiceRep(self, row) for row in range(len(self.world.reps))]
        self.managers = [Manager(self, row) for row in range(len(self.world.managers))]
        self.datacollector = mesa.DataCollector(model_reporters=DAILY)
        self.datacollector.collect(self)

    @property
    def _engine(self) -> Engine:
        return engine_for(self.rules)

    def step(self) -> None:
        """Do one working day and collect; after the last day nothing more happens."""
        if not self.running:
            return
        self.day += 1
        self.world = self._engine.run(self.world, self.day * self.setting.run.day_minutes)
        self.running = self.day < self.setting.run.days
        self.datacollector.collect(self)

    @property
    def log(self) -> np.ndarray:
        """The event log so far as a structured array (empty unless `log=True`)."""
        return self.world.log[: int(self.world.clock["n_log"])]

    @property
    def graph(self) -> nx.MultiDiGraph:
        """The communication graph as it stands: people, addresses, typed edges (see `model.graph`)."""
        return graph_of(self.world, self.setting)

    def measures(self) -> dict[str, float]:
        """Every measure of the run so far, by name; nan where a measure does not apply (yet)."""
        return measure(self.world, self.setting)

    def result(self) -> Result:
        """The run so far as `simulate` gives it, with a copy of the world."""
        clock = self.world.clock
        world = World(*(table.copy() for table in self.world))
        counters = int(clock["n_events"]), int(clock["n_contacts"])
        return Result(self.setting, self.seed, self.measures(), *counters, world)

    def rule(self, decision: str) -> Callable:
        """The rule by which a decision is taken here, in plain Python: one's own, or that of the setting.

        Parameters
        ----------
        decision : its name, such as `choose_rep` (see `model/rules`, where each states its arguments).
        """
        known = slots()
        if decision not in known:
            hint, names = nearest(decision, known), ", ".join(known)
            raise ScenarioError(f"There is no decision {decision!r}{hint}; it must be one of {names}.")
        rule, folder = self.rules.get(decision), known[decision]
        if rule is None:
            chosen_by = next(record.full_name for record in catalogue().values() if record.slot == folder)
            name = self.setting[chosen_by]
            rule = getattr(import_module(f"model.rules.{folder.replace('/', '.')}.{name}"), name)
        return relink(rule) if is_compiled(rule) else rule


class SeedOnly(MesaScenario):
    """Mesa's own scenario, which here carries nothing but the seed.

    It counts as false, and so SolaraViz makes a new model from `model_params` alone; from a true one it would
    make an empty scenario and pass it on, losing setting and seed.
    """

    def __bool__(self) -> bool:
        return False


def _setting(scenario: Any, changes: dict[str, Any]) -> Scenario:
    if isinstance(scenario, Scenario):
        return scenario.changed(changes)
    if isinstance(scenario, str | Path):
        return load_scenario(scenario, changes)
    raise ScenarioError(
        f"scenario is a {type(scenario).__module__}.{type(scenario).__name__}; it must be the name of a "
        "scenario, the path of a TOML file, or what load_scenario gives."
    )


def seed_from(rng: Any) -> int:
    """A seed from what Mesa takes as `rng`: a whole number is one, generators and seed sequences give one."""
    if isinstance(rng, Number | str):
        check_seed(rng)
        return int(rng)
    return int(np.random.default_rng(rng).integers(2**31))


def service_calls(model: Organisation) -> int:
    """Calls of customers placing a service request, taken by the desk on the day (000-16)."""
    return _of_the_day(model, "service_calls")


def update_calls(model: Organisation) -> int:
    """Calls of reps with an update, taken by the desk on the day (000-17)."""
    return _of_the_day(model, "update_calls")


def other_calls(model: Organisation) -> int:
    """All other calls taken by the desk on the day (000-17)."""
    return _of_the_day(model, "other_calls")


def desk_involvement(model: Organisation) -> float:
    """Service issues that the desk took on so far, over all that arose (000-18)."""
    days = model.world.days
    return ratio(days["involved"].sum(), days["arisen"].sum())


def attainment(model: Organisation) -> float:
    """Reported sales over quota of the desk at the last review; nan before the first (000-11, 000-20)."""
    last = View(model.world, model.setting).reviews[-1:]
    return ratio((last["originated"] + last["claimed"]).sum(), last["quota"].sum())


def teams_serving(model: Organisation) -> int:
    """Teams instructed to take on service issues (000-11)."""
    return int(model.world.managers["serves"].sum())


def habit(model: Organisation) -> float:
    """Mean habit of the accounts of calling the desk with service requests (000-12, 000-13), if any can arise."""
    return habit_final(View(model.world, model.setting))


def bucket(model: Organisation) -> int:
    """Requests waiting in buckets and on reps' own lists (000-30, 000-31)."""
    return int(model.world.queues["length"][waiting_places(model.world)].sum())


def mail(model: Organisation) -> int:
    """Mails waiting unread in the units' mailboxes (000-26)."""
    return int(model.world.queues["length"][model.world.units["mailbox"]].sum())


def desk_occupancy(model: Organisation) -> float:
    """Time of the desk's people on calls so far, over the time they were there."""
    return occupancy(View(model.world, model.setting))


def unit_occupancy(model: Organisation) -> float:
    """Reps' minutes on any task so far, over their minutes at work; nan before any was booked."""
    return rep_occupancy(View(model.world, model.setting))


def _of_the_day(model: Organisation, column: str) -> int:
    """A column of the day just done; 0 before the first."""
    return int(model.world.days[column][model.day - 1]) if model.day > 0 else 0


DAILY: dict[str, Callable[[Organisation], float]] = {
    "service_calls": service_calls, "update_calls": update_calls, "other_calls": other_calls,
    "desk_involvement": desk_involvement, "attainment": attainment, "teams_serving": teams_serving,
    "habit": habit, "bucket": bucket, "mail": mail,
    "occupancy": desk_occupancy, "rep_occupancy": unit_occupancy,
}  # fmt: skip
"""What the model's data collector takes each day: functions by name, so that models can be pickled."""
