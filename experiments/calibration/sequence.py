"""Approximate Bayesian computation by a sequence of generations (ABC-SMC; Toni et al. 2009), done by pyABC.

A generation is a number of particles: sets of values of the parameters, each with a weight, whose year was within a
distance ε of what was published. The first generation is those years of the pilot that came nearest (its points are
draws from the priors). Every later one is drawn from a normal distribution that is fitted to the one before, under a
smaller ε, a quantile of the distances before, and not below 1, where a year meets every pattern. Weights are prior over
proposal. The generation at ε = 1 is the posterior. pyABC commits every generation to its SQLite file, and a calibration
that is started again goes on after the last one.
"""

import json
import logging
import sqlite3
import warnings
from collections.abc import Mapping
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

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


@dataclass(frozen=True)
class Start:
    """A first generation that is there already: draws from the priors whose years were near.

    Attributes
    ----------
    scores : (particles, parameters). `years` : measures of each. `distances` : of each.
    n_years : years run to find them.
    """

    scores: np.ndarray
    years: list[dict[str, float]]
    distances: np.ndarray
    n_years: int


def run(
    problem: Problem, file: Path, n_workers: int, tell: Any = lambda stand: None, start: Start | None = None
) -> None:
    """Bring a sequence to its end, from where its file stands.

    Parameters
    ----------
    file : pyABC's SQLite file, made if there is none.
    n_workers : years side by side; changes no result.
    tell : is told how it goes, see `sampler.Stand`.
    start : the first generation; drawn from the priors if None.

    Raises
    ------
    CalibrationError : where pyABC is missing, or the file is of something else, about another problem, or made by
        another model.
    """
    pyabc = imported()
    from experiments.calibration.sampler import NumberedSampler
    from experiments.calibration.workers import executor
    from model.compiled import model_version

    text = problem.as_text(model_version())
    begun = is_begun(file)
    if begun:
        check_same(text, file)
        if is_done(file):
            return
    with executor(n_workers) as hands:
        sampler = NumberedSampler(hands, n_workers, problem.seed, tell)
        priors = {prior.name: pyabc.RV("norm", 0.0, 1.0) for prior in problem.priors}
        calibration = pyabc.ABCSMC(
            problem.year, pyabc.Distribution(**priors), problem.distance, problem.particles,
            transitions=proposal(), eps=tightening(problem.first, problem.tighten), sampler=sampler,
        )  # fmt: skip
        observed = {pattern.measure: pattern.value for pattern in problem.fitted}
        if begun:
            calibration.load(url(file), _history(file).id, observed)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            history = calibration.new(url(file), observed, meta_info=text)
            if start is not None:
                _append(history, problem, start, calibration.models[0].name)
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


def _append(history: Any, problem: Problem, start: Start, model: str) -> None:
    """Commit a start as the generation 0."""
    from pyabc.parameters import Parameter
    from pyabc.population import Particle, Population

    names = [prior.name for prior in problem.priors]
    each = 1.0 / len(start.scores)
    particles = [
        Particle(0, Parameter(**dict(zip(names, row, strict=True))), each, year, float(far))
        for row, year, far in zip(start.scores.tolist(), start.years, start.distances, strict=True)
    ]
    history.append_population(0, problem.first, Population(particles), start.n_years, [model], wall_time=0.0)


INFLATION, SHRINKAGE = 1.3, 0.1
"""Of the proposal's covariance beside that of the last generation, and how much of the prior's is mixed in."""


def proposal() -> Any:
    """A normal distribution fitted to the last generation, a little wider.

    pyABC's usual kernel puts a normal hump on every particle. In sixteen dimensions the humps do not overlap, so that
    weights depend on how far a particle happened to be thrown from its origin: of 700 particles some 45 were effective.
    """
    from pyabc.parameters import Parameter
    from pyabc.transition import Transition
    from scipy.stats import multivariate_normal

    class Fitted(Transition):
        def fit(self, X, w):
            self.mean = np.average(X.to_numpy(), axis=0, weights=w)
            own = np.atleast_2d(np.cov(X.to_numpy().T, aweights=w))
            self.cov = INFLATION * ((1.0 - SHRINKAGE) * own + SHRINKAGE * np.eye(len(own)))
            self.root = np.linalg.cholesky(self.cov)
            self.normal = multivariate_normal(self.mean, self.cov)

        def rvs_single(self):
            drawn = self.mean + self.root @ np.random.standard_normal(len(self.mean))
            return Parameter(**dict(zip(self.X.columns, drawn.tolist(), strict=True)))

        def pdf(self, x):
            return float(self.normal.pdf(np.array([x[name] for name in self.X.columns])))

    return Fitted()


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


def is_begun(file: Path) -> bool:
    """Whether a file holds a calibration that pyABC can go on with; one that was killed while it was made does not.

    Raises
    ------
    CalibrationError : for a file of something else, which pyABC would add its tables to.
    """
    if not file.is_file() or file.stat().st_size == 0:
        return False
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file.absolute()))}?mode=ro", uri=True)) as looked_at:
            return looked_at.execute("SELECT count(*) FROM populations WHERE t >= 0").fetchone()[0] > 0
    except sqlite3.Error as error:
        raise CalibrationError(
            f"{str(file)!r} is not the file of a calibration ({error}); move it away, or choose another folder with "
            "--results."
        ) from None


def _history(file: Path) -> Any:
    return imported().History(url(file), create=False)


@dataclass(frozen=True)
class Generations:
    """What a file holds: `table`, one row a generation (`epsilon`, `particles`, `years`, `seconds`), and of the last
    one the scores drawn (particles × parameters), the weights (sum 1), and each particle's year by measure."""

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
