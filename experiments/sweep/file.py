"""The sweep file: what is asked for, as TOML and as a typed object.

    scenario = "mtel"            # a name, or the path of a scenario file
    replications = 20            # the scenario's own number if not given
    days = 250                   # the scenario's own if not given
    luck = "common"              # replication r has one seed at all points; "independent": each point its own

    [hold]
    people.accounts = 100

    [vary]
    channels.completion_notice_names_rep = [true, false]
    customers.initial_habit = {low = 0.1, high = 0.7, levels = 5}

    [alternatives.paid_for_own_sales]      # several changes under one name, crossed with the design
    incentives.attribution = "originator"

    [design]
    kind = "grid"                # or points, latin_hypercube, sobol_sequence, saltelli, morris

    [keep]
    days = 5                     # every fifth day; see `keep.Keep`

    [limits]
    seconds = 600.0              # see `keep.Limits`

    [cluster]
    cores = 16                   # of each job with --cluster slurm; see `cluster.jobs.Jobs`
"""

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SerializeAsAny, ValidationError, field_validator, model_validator

from experiments.horizon import days_name
from experiments.sweep.cluster.jobs import Jobs
from experiments.sweep.designs import Design, design_class
from experiments.sweep.designs.grid import Grid
from experiments.sweep.errors import SweepError
from experiments.sweep.factors import OF_A_RANGE, Factor, factor
from experiments.sweep.keep import Keep, Limits, Part
from experiments.sweep.refusals import sentence
from model.parameters.record import Record
from model.scenario import Scenario, load_scenario, nearest

AS_IT_IS = "as_it_is"
"""Name of the one alternative of a sweep that names none."""


class Sweep(Part):
    """A sweep as it is asked for.

    Attributes
    ----------
    scenario : name of a scenario, or path of one from the sweep file's folder.
    hold : values that differ from the scenario's and stay the same at all points.
    vary : from a parameter to its levels, or to a range `{low, high, levels, scale}` (see `factors`).
    alternatives : from a name to changes that are made together; all are crossed with the points of the design.
    design : how the points are chosen (see `designs`).
    replications : runs of each point; the scenario's own number if None.
    seed : seed of the first replication.
    luck : `common`: replication r (from 1) has the seed `seed` + r − 1 at every point; `independent`: each point has
        seeds of its own, by what differs in it from the model's defaults.
    days : horizon; the scenario's own if None.
    keep, limits : see `keep`.
    cluster : jobs of a batch system (see `cluster.jobs`); plays no part in results.
    folder : where relative paths begin; not part of the file.

    Raises
    ------
    SweepError, ScenarioError : from `Sweep.of` and `Sweep.read`, for what cannot be, in one sentence.

    Examples
    --------
    >>> Sweep.of(scenario="mtel", vary={"people.teams": [4, 8]}, replications=3).factors[0].levels
    (4, 8)
    """

    scenario: str
    hold: dict[str, Any] = Field({})
    vary: dict[str, Any] = Field({})
    alternatives: dict[str, dict[str, Any]] = Field({})
    design: SerializeAsAny[Design] = Grid()
    replications: int | None = Field(None, ge=1, le=1_000_000)
    seed: int = Field(1, ge=0, lt=2**63)
    luck: Literal["common", "independent"] = "common"
    days: int | None = Field(None, ge=1)
    keep: Keep = Keep()
    limits: Limits = Limits()
    cluster: Jobs = Jobs()
    folder: Path = Field(Path(), exclude=True)

    @classmethod
    def of(cls, /, **given: Any) -> Self:
        """A sweep from values as a sweep file has them, checked."""
        for name, part in (("keep", Keep), ("limits", Limits), ("cluster", Jobs)):
            if name in given:
                given[name] = _part(name, part, given[name])
        try:
            return cls(**given)
        except ValidationError as error:
            raise SweepError(sentence("", error.errors()[0], cls.model_fields)) from None

    @classmethod
    def read(cls, path: Path) -> Self:
        """A sweep from a TOML file."""
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise SweepError(f"The sweep file {str(path)!r} is not valid TOML: {str(error).rstrip('.')}.") from None
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not text in UTF-8"
            raise SweepError(f"The sweep file {str(path)!r} cannot be read ({reason}).") from None
        if "folder" in content:
            raise SweepError("A sweep file has no 'folder'; relative paths begin where the file is.")
        return cls.of(**content, folder=path.parent)

    def toml(self) -> str:
        """The sweep as the text of a sweep file."""
        import tomli_w

        return tomli_w.dumps(self.as_data())

    def as_data(self) -> dict[str, Any]:
        """The sweep as plain data, without what is not given; `Sweep.of` takes it back."""
        data = self.model_dump(exclude_none=True, exclude_defaults=True)
        return data | {"design": {"kind": self.design.kind(), **self.design.model_dump()}}

    @field_validator("hold", "vary", mode="before")
    @classmethod
    def _flat(cls, given: Any) -> Any:
        return flat(given) if isinstance(given, Mapping) else given

    @field_validator("alternatives", mode="before")
    @classmethod
    def _each_flat(cls, given: Any) -> Any:
        if not isinstance(given, Mapping) or not all(isinstance(changes, Mapping) for changes in given.values()):
            raise SweepError("alternatives must be tables of changes, each with a name: [alternatives.co_located].")
        return {name: flat(changes) for name, changes in given.items()}

    @field_validator("design", mode="before")
    @classmethod
    def _by_kind(cls, given: Any) -> Any:
        if not isinstance(given, Mapping):
            return given
        kind = design_class(given.get("kind", "grid"))
        return _part("design", kind, {name: value for name, value in given.items() if name != "kind"})

    @model_validator(mode="after")
    def _checked(self) -> Self:
        _check_names(self)
        _check_values(self)
        return self

    @cached_property
    def base(self) -> Scenario:
        """The scenario with what is held, at its horizon; every point is a change of it."""
        relative = self.scenario.endswith(".toml") and not Path(self.scenario).is_absolute()
        scenario = load_scenario(self.folder / self.scenario if relative else self.scenario)
        horizon = {} if self.days is None else {days_name(scenario): self.days}
        return scenario.changed(self.hold | horizon)

    @cached_property
    def records(self) -> dict[str, Record]:
        """Every parameter that the scenario has, by full name."""
        return {record.full_name: record for record in self.base.records()}

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """What is varied, in the order of the file."""
        return tuple(factor(self.records[name], given) for name, given in self.vary.items())

    @property
    def n_replications(self) -> int:
        """Runs of each point."""
        return self.base.replications if self.replications is None else self.replications

    @property
    def named_alternatives(self) -> dict[str, dict[str, Any]]:
        """The alternatives, or the one of a sweep that names none."""
        return self.alternatives or {AS_IT_IS: {}}


def flat(given: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Full names from the tables that TOML makes of `people.accounts = 100`; a range stays a table.

    A group may have a parameter that is called like a part of a range (`routing.scale`), so outside of groups a range
    is only what has an end.
    """
    names: dict[str, Any] = {}
    for name, value in given.items():
        of_a_range = OF_A_RANGE if above or "." in name else OF_A_RANGE[:2]
        if isinstance(value, Mapping) and not set(value) & set(of_a_range):
            names |= flat(value, f"{above}{name}.")
        else:
            names[f"{above}{name}"] = value
    return names


def _part(name: str, kind: type, given: Any) -> Any:
    """A table of the file as its object."""
    if isinstance(given, kind):
        return given
    if not isinstance(given, Mapping):
        raise SweepError(f"{name} is {given!r}; it must be a table, written [{name}].")
    try:
        return kind(**given)
    except ValidationError as error:
        raise SweepError(sentence(name, error.errors()[0], kind.model_fields)) from None


def _check_names(sweep: Sweep) -> None:
    """Refuse parameters that do not exist, or that two tables decide."""
    decided = {name: "hold" for name in sweep.hold}
    if sweep.days is not None:
        if days_name(sweep.base) in decided:
            raise SweepError(f"{days_name(sweep.base)} stands in hold and in days; only one of them can decide it.")
        decided[days_name(sweep.base)] = "days"
    for where, names in (("vary", sweep.vary), *((f"alternatives.{n}", c) for n, c in sweep.alternatives.items())):
        for name in names:
            if name not in sweep.records:
                raise SweepError(
                    f"[{where}] has {name!r}, and there is no such parameter{nearest(name, sweep.records)}; "
                    "`desksales parameters` lists them all."
                )
            other = decided.get(name) or ("vary" if where != "vary" and name in sweep.vary else None)
            if other is not None:
                raise SweepError(f"{name} stands in {where} and in {other}; only one of them can decide it.")


def _check_values(sweep: Sweep) -> None:
    """Refuse levels, ends of ranges and alternatives that the model refuses, and a design without points."""
    if not sweep.design.varies and sweep.vary:
        raise SweepError(
            f"The design {sweep.design.kind()} has the varied parameters in a file of its own; take "
            f"{', '.join(sweep.vary)} out of [vary], or choose another design."
        )
    if sweep.design.varies and not sweep.vary and not sweep.alternatives:
        raise SweepError("Nothing is varied; name parameters in [vary], or changes in [alternatives.…].")
    if not sweep.vary and sweep.design.varies and sweep.design.kind() != "grid":
        raise SweepError(f"The design {sweep.design.kind()} has no factors; name parameters in [vary].")
    if sweep.seed + sweep.n_replications > 2**63:
        raise SweepError(
            f"{sweep.n_replications} replications from the seed {sweep.seed} on would pass the last seed, 2^63 - 1; "
            "choose a lower one."
        )
    for one in sweep.factors:
        for value in one.levels or (one.low, one.high):
            sweep.base.changed({one.name: value})
    for changes in sweep.alternatives.values():
        sweep.base.changed(changes)
    sweep.design.n_points(sweep.factors)
