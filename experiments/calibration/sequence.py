"""Approximate Bayesian computation by a sequence of generations (ABC-SMC; Toni et al. 2009), done by pyABC.

A generation is a number of particles: sets of values of the parameters, each with a weight, whose year was within a
distance ε of what was published. The first generation is drawn from the priors; every later one from the one before,
each particle moved by a normal kernel, under a smaller ε: the median of the distances before, and not below 1, where a
year meets every pattern. The generation at ε = 1 is the posterior. pyABC commits every generation to its SQLite file,
and a calibration that is started again goes on after the last one.
"""

import json
import logging
import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from experiments.calibration.errors import CalibrationError
from experiments.calibration.patterns import MET, Pattern, distance
from experiments.calibration.priors import Prior
from experiments.calibration.year import Year

NEEDS_PYABC = "A calibration needs pyABC; `pip install 'desksales[calibration]'` installs it."


@dataclass(frozen=True)
class Problem:
    """What a sequence is about; another problem is another file.

    Attributes
    ----------
    scenario : its name. `changes` : what differs from it in every year.
    priors : what is calibrated. `fitted` : the patterns of the distance. `measures` : all that is kept of a year.
    particles, seed, tighten : see `plan.Sequence`.
    first : ε of the first generation.
    """

    scenario: str
    priors: tuple[Prior, ...]
    fitted: tuple[Pattern, ...]
    measures: tuple[str, ...]
    particles: int
    seed: int
    first: float
    tighten: float = 0.5
    changes: Mapping[str, Any] | None = None

    @property
    def year(self) -> Year:
        """The model as the sampler knows it."""
        return Year(self.scenario, self.priors, self.measures, dict(self.changes or {}))

    def as_text(self, model_version: str) -> str:
        """The problem and the version of the model, as kept in the file."""
        return json.dumps(asdict(self) | {"model_version": model_version}, sort_keys=True)

    def distance(self, year: Mapping[str, float], observed: Any = None) -> float:
        """Distance of a year from what was published."""
        return distance(year, self.fitted)


def run(problem: Problem, file: Path, n_workers: int, tell: Any = lambda stand: None) -> None:
    """Bring a sequence to its end, from where its file stands.

    Parameters
    ----------
    file : pyABC's SQLite file, made if there is none.
    n_workers : years side by side; changes no result.
    tell : is told how it goes, see `sampler.Stand`.

    Raises
    ------
    CalibrationError : where pyABC is missing, or the file is about another problem or made by another model.
    """
    pyabc = imported()
    from experiments.calibration.sampler import NumberedSampler
    from experiments.calibration.workers import executor
    from model.compiled import model_version

    text = problem.as_text(model_version())
    begun = file.is_file() and file.stat().st_size > 0
    if begun:
        check_same(text, file)
        if is_done(file):
            return
    with executor(n_workers) as hands:
        sampler = NumberedSampler(hands, n_workers, problem.seed, tell)
        priors = {p.name: pyabc.RV("uniform", p.ends[0], p.ends[1] - p.ends[0]) for p in problem.priors}
        calibration = pyabc.ABCSMC(
            problem.year, pyabc.Distribution(**priors), problem.distance, problem.particles,
            eps=tightening(problem.first, problem.tighten), sampler=sampler,
        )  # fmt: skip
        observed = {pattern.measure: pattern.value for pattern in problem.fitted}
        if begun:
            calibration.load(url(file), observed_sum_stat=observed)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            calibration.new(url(file), observed, meta_info=text)
        calibration.run(minimum_epsilon=MET)


def imported() -> Any:
    """pyABC, silent; or one sentence."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of its own dependencies, at import
            import pyabc
    except ImportError:
        raise CalibrationError(NEEDS_PYABC) from None
    logging.getLogger("ABC").setLevel(logging.ERROR)
    return pyabc


def tightening(first: float, alpha: float) -> Any:
    """The schedule of ε: a quantile of the last generation's distances, not below 1; `first` at the beginning.

    pyABC's own schedule with a given first ε goes back to it when a run is loaded again; this one does not.
    """
    from pyabc.epsilon import QuantileEpsilon

    class Tightening(QuantileEpsilon):
        def initialize(self, t, get_weighted_distances, get_all_records, max_nr_populations, acceptor_config):
            if t == 0:
                self._look_up = {0: first}
            else:
                self._update(t, get_weighted_distances())

        def __call__(self, t: int) -> float:
            return max(MET, float(super().__call__(t)))

    return Tightening(first, alpha)


def url(file: Path) -> str:
    """A file as SQLAlchemy names it."""
    return f"sqlite:///{file.absolute()}"


def check_same(text: str, file: Path) -> None:
    """Refuse a file that is about another problem, or was made by another version of the model."""
    stored, asked = kept_text(file), json.loads(text)
    differing = [name for name in asked if json.dumps(asked[name]) != json.dumps(stored.get(name))]
    if differing:
        what = "another version of the model" if differing == ["model_version"] else f"another {', '.join(differing)}"
        raise CalibrationError(
            f"{str(file)!r} holds a calibration with {what}; move it away, or choose another folder with --results."
        )


def kept_text(file: Path) -> dict[str, Any]:
    """The problem that a file is about."""
    return json.loads(_history(file).get_abc().json_parameters)


def is_done(file: Path) -> bool:
    """Whether the last generation kept is the posterior."""
    history = _history(file)
    return history.max_t >= 0 and float(history.get_all_populations()["epsilon"].iloc[-1]) <= MET


def _history(file: Path) -> Any:
    pyabc = imported()
    try:
        return pyabc.History(url(file), create=False)
    except Exception as error:
        what = " ".join(str(error).split())[:120]
        raise CalibrationError(
            f"{str(file)!r} is not the file of a calibration ({what}); move it away, or choose another folder with "
            "--results."
        ) from None


@dataclass(frozen=True)
class Generations:
    """What a file holds: `table`, one row a generation (`epsilon`, `particles`, `years`, `seconds`), and of the last
    one the numbers drawn (particles × parameters), the weights (sum 1), and each particle's year by measure."""

    table: list[dict[str, float]]
    drawn: np.ndarray
    weights: np.ndarray
    years: list[dict[str, float]]


def read(file: Path, problem: Problem) -> Generations:
    """The generations of a file; particles in order of what was drawn."""
    history = _history(file)
    rows = history.get_all_populations()
    table = [
        {"generation": int(row.t), "epsilon": float(row.epsilon), "particles": int(row.particles),
         "years": int(row.samples), "seconds": float(row.wall_time)}
        for row in rows[rows["t"] >= 0].itertuples()
    ]  # fmt: skip
    particles = history.get_population().particles
    names = [prior.name for prior in problem.priors]
    ordered = sorted(particles, key=lambda particle: [particle.parameter[name] for name in names])
    drawn = np.array([[particle.parameter[name] for name in names] for particle in ordered])
    weights = np.array([particle.weight for particle in ordered])
    years = [{name: float(value) for name, value in particle.sum_stat.items()} for particle in ordered]
    return Generations(table, drawn, weights / weights.sum(), years)
