"""What a sweep keeps of every run, and how long and large a run may become: [keep] and [limits] of the file."""

from typing import Literal

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
