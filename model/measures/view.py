"""A finished (or paused) world as measures see it: selections and sums that several measures share."""

from abc import ABC, abstractmethod
from functools import cached_property

import numpy as np

from model.world.books import details_in_books, ties_in_books
from model.world.codes import BREAK, DONE, MINUTES
from model.world.world import World

NAN = float("nan")


def ratio(numerator: float, denominator: float) -> float:
    """Numerator over denominator, nan when there is nothing to divide by."""
    return float(numerator / denominator) if denominator > 0.0 else NAN


def quantile(ordered: np.ndarray, q: float) -> float:
    """Quantile of values in order of size, nan when there are none: linear between neighbours (Hyndman & Fan 1996, type
    7), as NumPy reckons it."""
    if not len(ordered) or np.isnan(ordered[-1]):
        return NAN
    place, part = divmod(q * (len(ordered) - 1), 1.0)
    low, high = ordered[int(place)], ordered[min(int(place) + 1, len(ordered) - 1)]
    return float(low + (high - low) * part if part < 0.5 else high - (high - low) * (1.0 - part))


def spread(values: np.ndarray) -> float:
    """90th less 10th percentile of values, nan when there are none."""
    ordered = np.sort(values)
    return quantile(ordered, 0.9) - quantile(ordered, 0.1)


class Rows(ABC):
    """Some requests, with the columns of their issues; a column is copied when it is asked for, and then kept."""

    def __init__(self) -> None:
        self._columns: dict[str, np.ndarray] = {}
        self._hours: dict[tuple[str, str], np.ndarray] = {}
        self._ordered: dict[tuple[str, str], np.ndarray] = {}

    def __getitem__(self, which: str | np.ndarray) -> "np.ndarray | Rows":
        """A column by name, or the rows that a mask chooses among these (where there are none, again none)."""
        if not isinstance(which, str):
            return Chosen(self, which) if len(self) else self
        if which not in self._columns:
            self._columns[which] = self._copy(which)
        return self._columns[which]

    @cached_property
    def _done(self) -> np.ndarray:
        """Places of those that are completed; rows chosen of these rows would refer to each other and outlive a run."""
        return np.flatnonzero(self["state"] == DONE)

    def hours(self, since: str, until: str) -> np.ndarray:
        """Working hours between two columns, of those that are completed."""
        if (since, until) not in self._hours:
            self._hours[since, until] = (self[until][self._done] - self[since][self._done]) / 60.0
        return self._hours[since, until]

    def hours_quantile(self, since: str, until: str, q: float) -> float:
        """Quantile of these hours, which are put in order once; nan when none is completed."""
        if (since, until) not in self._ordered:
            self._ordered[since, until] = np.sort(self.hours(since, until))
        return quantile(self._ordered[since, until], q)

    @abstractmethod
    def __len__(self) -> int:
        """How many there are."""

    @abstractmethod
    def _copy(self, name: str) -> np.ndarray:
        """A column of these rows, by name."""


class Requests(Rows):
    """Service requests that have arisen."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self._requests, self._issues = world.requests, world.issues
        self._n = int(np.searchsorted(world.requests["issue"], int(world.clock["next_issue"])))

    def __len__(self) -> int:
        return self._n

    def _copy(self, name: str) -> np.ndarray:
        if name in self._requests.dtype.names:
            return np.ascontiguousarray(self._requests[name][: self._n])
        return self._issues[name][self["issue"]]


class Chosen(Rows):
    """The rows that a mask chooses among others."""

    def __init__(self, source: Rows, chosen: np.ndarray) -> None:
        super().__init__()
        self._source, self._chosen = source, np.flatnonzero(chosen)

    def __len__(self) -> int:
        return len(self._chosen)

    def _copy(self, name: str) -> np.ndarray:
        return self._source[name][self._chosen]


class View:
    """What happened so far in a world."""

    def __init__(self, world: World, scenario) -> None:
        self.world = world
        self.scenario = scenario
        self.n_days = min(int(world.clock["day"]), len(world.days))
        self.days = world.days[: self.n_days]
        self.n_teams = int(world.clock["n_teams"])
        self._totals: dict[tuple[str, str], float] = {}

    def total(self, table: str, column: str) -> float:
        """Sum of a column over all rows of a table, 0 where it has none; reckoned once."""
        if (table, column) not in self._totals:
            self._totals[table, column] = float(getattr(self.world, table)[column].sum())
        return self._totals[table, column]

    @cached_property
    def requests(self) -> Requests:
        """Service requests that have arisen."""
        return Requests(self.world)

    @cached_property
    def desk(self) -> Rows:
        """Service requests that the desk took on."""
        return self.requests[self.requests["desk"] == 1]

    @cached_property
    def direct(self) -> Rows:
        """Service requests that the desk had no part in."""
        return self.requests[self.requests["desk"] == 0]

    @cached_property
    def forwarded(self) -> Rows:
        """Requests completed for a salesperson, who got the completion notice."""
        return self.desk[(self.desk["state"] == DONE) & (self.desk["salesperson"] >= 0)]

    @cached_property
    def named(self) -> Rows:
        """Requests completed by the rep whom the salesperson had named."""
        rows = self.forwarded
        return rows[(rows["named"] >= 0) & (rows["named"] == rows["rep"])]

    @cached_property
    def unnamed(self) -> Rows:
        """Requests completed for a salesperson who had named nobody."""
        return self.forwarded[self.forwarded["named"] < 0]

    @cached_property
    def calls(self) -> dict[str, int]:
        """Calls that the desk took, by kind, and all of them."""
        kinds = {name: int(self.days[f"{name}_calls"].sum()) for name in ("service", "update", "other")}
        return kinds | {"all": sum(kinds.values())}

    @cached_property
    def desk_minutes(self) -> np.ndarray:
        """Minutes of salespeople by kind."""
        return self._minutes[: len(self.world.salespeople)].sum(axis=0)

    @cached_property
    def front_line_minutes_at_work(self) -> float:
        """Minutes of salespeople and advisors, breaks and time off shift left out."""
        return float(self.desk_minutes.sum() - self.desk_minutes[BREAK])

    @cached_property
    def front_line_share_away(self) -> float:
        """Share of the time of salespeople and advisors that is breaks and time off shift."""
        minutes = float(self.desk_minutes.sum())
        return float(self.desk_minutes[BREAK]) / minutes if minutes > 0.0 else 0.0

    @cached_property
    def ties(self) -> np.ndarray:
        """Ties in contact books, page by page."""
        return ties_in_books(self.world)[0]

    @cached_property
    def tie_details(self) -> np.ndarray:
        """Favours owed in these ties, and how the reps became known, in the same order."""
        return details_in_books(self.world)

    @cached_property
    def call_queues(self) -> np.ndarray:
        """Rows of the desk's queues in which customers' calls wait."""
        return np.flatnonzero(self.world.queues["measured"] == 1)

    @cached_property
    def stream_queues(self) -> np.ndarray:
        """Rows of the queues in which a centre's calls wait: one for each stream and site."""
        return (self.world.streams["queue"][:, None] + np.arange(len(self.world.sites))).ravel()

    @cached_property
    def rep_minutes(self) -> np.ndarray:
        """Minutes of reps by kind."""
        return self._minutes[len(self.world.salespeople) :].sum(axis=0)

    @cached_property
    def _minutes(self) -> np.ndarray:
        return self.world.ledger["minutes"].reshape(-1, len(MINUTES))

    @cached_property
    def reviews(self) -> np.ndarray:
        """Reviews held, one row a period and one column a team."""
        n_teams = self.n_teams
        held = int(self.world.clock["review"])
        return self.world.reviews[: held * n_teams].reshape(held, n_teams)
