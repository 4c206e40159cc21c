"""What a sweep keeps of every run, and how long and large a run may become: [keep] and [limits] of the file."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from experiments.sweep.run_spec import END, Kept


class Part(BaseModel):
    """A table of the sweep file."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Keep(Part):
    """What is kept; each table once and with a period of its own, so that no value is repeated on finer rows.

    Attributes
    ----------
    measures : measures that tables show; all if not given. (The store keeps all of them anyway.)
    days : keep one row every so many days; 0 keeps none.
    agents : keep all agents at the end of every so many days and of the last, or `end` for only the last.
    reviews : keep one row a review and team.
    events : keep the event log of the days from the first to the second of two, as in [1, 20].
    """

    measures: list[str] | None = None
    days: int = Field(0, ge=0)
    agents: int | Literal["end"] = Field(0)
    reviews: bool = False
    events: list[int] | None = None

    @field_validator("agents")
    @classmethod
    def _period(cls, agents: int | str) -> int | str:
        if agents != "end" and agents < 0:
            raise ValueError("a whole number of days, 0 or more, or 'end'")
        return agents

    @field_validator("events")
    @classmethod
    def _window(cls, events: list[int] | None) -> list[int] | None:
        if events is not None and not (len(events) == 2 and 1 <= events[0] <= events[1]):
            raise ValueError("two days, the first and the last to keep, as in [1, 20]")
        return events

    @field_validator("measures")
    @classmethod
    def _known(cls, measures: list[str] | None) -> list[str] | None:
        from experiments.sweep.errors import SweepError
        from model.measures import MEASURES
        from model.scenario import nearest

        for name in measures or []:
            if name not in MEASURES:
                raise SweepError(
                    f"There is no measure {name!r}{nearest(name, MEASURES)}; `desksales measures` lists them all."
                )
        if measures is not None and len(set(measures)) < len(measures):
            raise ValueError("a list that names each measure once")
        return measures

    def kept(self) -> Kept:
        """The same for a worker, beside the measures."""
        agents = END if self.agents == "end" else self.agents
        return Kept(self.days, agents, self.reviews, tuple(self.events) if self.events else None)


class Limits(Part):
    """When a run is given up and recorded as such.

    Attributes
    ----------
    seconds : wall time of one run.
    memory_mib : memory that one run may take beyond what its worker needs anyway.
    deaths : workers that may die during one run before it is not tried again.
    """

    seconds: float = Field(3600.0, gt=0.0, le=1e7)
    memory_mib: int = Field(4096, ge=64, le=2**24)
    deaths: int = Field(2, ge=1, le=100)


WORDS = {
    "a valid integer": "a whole number", "a valid number": "a number", "a valid string": "text",
    "a valid boolean": "true or false", "a valid list": "a list", "a valid dictionary": "a table",
    "greater than or equal to": "at least", "less than or equal to": "at most", "greater than": "above",
    "less than": "below",
}  # fmt: skip
"""Pydantic's words for what is allowed, and ours."""


def sentence(part: str, error: dict[str, Any], fields: dict[str, Any]) -> str:
    """What pydantic found, as one sentence that names the value and what is allowed."""
    from model.scenario import ScenarioError, nearest

    raised = error.get("ctx", {}).get("error")
    if isinstance(raised, ScenarioError):  # a sentence already
        return str(raised)
    place = [str(step) for step in error["loc"] if not str(step).startswith(("function-", "literal", "int", "list"))]
    name, given, kind = ".".join([*([part] if part else []), *place]), error.get("input"), error["type"]
    if kind == "extra_forbidden":
        known = [field for field in fields if field != "folder"]
        where = f"[{part}]" if part else "A sweep file"
        return f"{where} has no {place[-1]!r}{nearest(place[-1], known)}; it may say {', '.join(known)}."
    if kind == "missing":
        return f"{name} is missing; {_meaning(place[-1])}."
    allowed = error["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    for pydantics, ours in WORDS.items():
        allowed = allowed.replace(pydantics, ours)
    return f"{name} is {given!r}; it must be {allowed}."


def _meaning(name: str) -> str:
    return {
        "scenario": "a sweep file begins with the scenario that it is about, as in scenario = \"mtel\"",
        "n": "the design needs a number of points, as in n = 64",
        "trajectories": "the design needs a number of trajectories, as in trajectories = 20",
        "file": "the design needs the path of a CSV file with one column a parameter, as in file = \"points.csv\"",
    }.get(name, "give it a value")  # fmt: skip
