"""People as Mesa agents: each is a view on one row of the world's tables.

Reading an attribute reads a column and writing it writes the column, so what a scholar changes between two
days is what the engine finds the next morning. The columns are those of the table's schema, with its units
and meanings. Taking a view out of the model (`agent.remove()`) takes nobody out of the organisation.
"""

from types import SimpleNamespace
from typing import Any, ClassVar, NamedTuple

import mesa
import numpy as np

from model.graph import MANAGERS, name_of
from model.world import codes, tables
from model.world.books import ties_on
from model.world.codes import BREAK, EX_SERVICE, GENERAL_MANAGER, IDLE, MINUTES, SELL, SUPERVISOR
from model.world.table import Table
from model.world.world import TABLES


class Column:
    """An attribute of an agent that reads and writes one column of the agent's row.

    The table is looked up in `model.world` each time, for a run may replace its tables.
    """

    def __init__(self, table: str, name: str, unit: str, meaning: str) -> None:
        self.table, self.name, self.unit = table, name, unit
        self.__doc__ = f"{meaning[0].upper()}{meaning[1:]} ({unit})."

    def __get__(self, agent: "RowAgent | None", kind: type | None = None) -> Any:
        if agent is None:
            return self
        value = agent.cells(self.table, self.name)[agent.row].item()
        return bool(value) if self.unit == "switch" else value

    def __set__(self, agent: "RowAgent", value: Any) -> None:
        cells = agent.cells(self.table, self.name)
        if cells.dtype.kind != "f" and value != int(value):
            raise ValueError(f"{self.name} is {value!r}; it is a whole number ({self.unit}).")
        cells[agent.row] = value


class RowAgent(mesa.Agent):
    """An agent that is a view on one row of a table.

    Subclasses name their table and have an attribute for every column that they do not define themselves.

    Attributes: `row`, its place in the table; `label`, its name in graphs.
    """

    table: ClassVar[str]

    def __init_subclass__(cls, table: str = "", **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        if not table:
            return
        cls.table = table
        for name, _, unit, meaning in TABLES[table].schema:
            if name not in cls.__dict__:
                setattr(cls, name, Column(table, name, unit, meaning))

    def __init__(self, model: mesa.Model, row: int) -> None:
        super().__init__(model)
        self.row = row

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.row}>"

    def cells(self, table: str, column: str) -> np.ndarray:
        """A column of a table of the world as it stands now."""
        return getattr(self.model.world, table)[column]


class Customer(RowAgent, table="accounts"):
    """An account: one of the desk's corporate customers, with all its callers (000-02)."""

    @property
    def label(self) -> str:
        """Name in graphs."""
        return name_of("account", self.row)

    @property
    def salesperson(self) -> "Salesperson":
        """Salesperson who owns the account; assigning another one hands it over."""
        return self.model.salespeople[self.cells("accounts", "salesperson")[self.row]]

    @salesperson.setter
    def salesperson(self, owner: "Salesperson") -> None:
        self.cells("accounts", "salesperson")[self.row] = owner.row

    @property
    def field_salesperson(self) -> "FieldSalesperson | None":
        """Field salesperson who pursues the account's large deals (000-04)."""
        field = self.model.field_salespeople
        return field[self.row % len(field)] if field else None

    def would_call_desk(self, u: float = 0.5) -> bool:
        """Whether the account would take a request to the desk now, by `whom_to_contact` and the luck `u`."""
        rule, parameters = self.model.rule("whom_to_contact"), plain_row(self.model.world.parameters)
        account = plain_row(self.model.world.accounts[self.row])
        return rule(account, blank_row(tables.Issues, account=self.row), parameters, u) == codes.DESK


class Worker(RowAgent):
    """Somebody who takes tasks: a salesperson or a service rep.

    Attribute: `worker`, the row in the table of workers, which the ledger and the event log count in.
    """

    not_occupied: ClassVar[tuple[int, ...]]

    @property
    def minutes(self) -> dict[str, float]:
        """Minutes booked so far by kind of work; what is in hand at the moment is booked when it ends."""
        first = self.worker * len(MINUTES)
        booked = self.cells("ledger", "minutes")[first : first + len(MINUTES)]
        return dict(zip(MINUTES, booked.tolist(), strict=True))

    @property
    def occupancy(self) -> float:
        """Minutes on tasks over minutes at work so far (breaks left out); nan before any work was booked."""
        minutes = self.minutes
        at_work = sum(minutes.values()) - minutes[MINUTES[BREAK]]
        free = sum(minutes[MINUTES[kind]] for kind in self.not_occupied)
        return (at_work - free) / at_work if at_work > 0.0 else float("nan")

    @property
    def n_waiting(self) -> int:
        """Tasks on the own list (a rep's requests, what a salesperson is to pass on or chase) and in an own bucket."""
        length, owner = self.cells("queues", "length"), self.cells("queues", "owner")
        places = [int(self.cells("workers", name)[self.worker]) for name in ("todo", "bucket")]
        return sum(int(length[place]) for place in places if place != codes.NOBODY and owner[place] == self.worker)

    @property
    def at_work(self) -> bool:
        """Whether the person is neither on a break nor off the shift."""
        return bool(self.cells("workers", "away")[self.worker] == 0)


class Contact(NamedTuple):
    """What a salesperson knows of one rep.

    Attributes: `rep`; `value`, the remembered promptness from 0 to 1 (000-38); `number`, whether the direct
    number is known (000-29); `n`, outcomes experienced; `used`, times named; `friend`, whether there is a
    personal tie.
    """

    rep: "ServiceRep"
    value: float
    number: bool
    n: int
    used: int
    friend: bool


class Salesperson(Worker, table="salespeople"):
    """A post at the desk and whoever holds it; selling is what is left of the day after service work."""

    not_occupied = (SELL, IDLE)

    @property
    def label(self) -> str:
        """Name in graphs."""
        return name_of("salesperson", self.row)

    @property
    def worker(self) -> int:
        """Row in the table of workers."""
        return self.row

    @property
    def from_service(self) -> bool:
        """Whether the person was hired from a service unit (000-08)."""
        return self.hire == EX_SERVICE

    @property
    def supervisor(self) -> "Manager":
        """Supervisor of the team."""
        return self.model.managers[self.team]

    @property
    def team_mates(self) -> list["Salesperson"]:
        """The others of the team."""
        team = np.flatnonzero(self.cells("salespeople", "team") == self.team)
        return [self.model.salespeople[row] for row in team if row != self.row]

    @property
    def accounts(self) -> list[Customer]:
        """Accounts that the salesperson owns."""
        own = np.flatnonzero(self.cells("accounts", "salesperson") == self.row)
        return [self.model.customers[row] for row in own]

    @property
    def contact_book(self) -> list[Contact]:
        """Every rep whose name the salesperson knows, unit by unit (000-35)."""
        ties = [tie for unit in range(len(self.model.world.units)) for tie in self.page(unit) if tie["known"]]
        return [
            Contact(
                self.model.service_reps[tie["rep"]], float(tie["value"]), bool(tie["number"]), int(tie["n"]),
                int(tie["used"]), bool(tie["friend"]),
            )
            for tie in ties
        ]  # fmt: skip

    def would_name(self, unit: int, u: float = 0.5) -> "ServiceRep | None":
        """Whom the salesperson would name to a unit now, by rule `choose_rep` and the luck `u`, if any."""
        rule, parameters = self.model.rule("choose_rep"), plain_row(self.model.world.parameters)
        page = self.page(unit)
        place = rule([plain_row(tie) for tie in page], parameters, u)
        return None if not 0 <= place < len(page) else self.model.service_reps[page["rep"][place]]

    def page(self, unit: int) -> np.ndarray:
        """Ties to the reps of a unit with whom the salesperson has had to do, in their order; to be read only."""
        world = self.model.world
        ties, _ = ties_on(world, np.array([self.row * len(world.units) + unit]))
        ties.setflags(write=False)
        return ties


class FieldSalesperson(RowAgent, table="field"):
    """A field salesperson, kept as a ledger of deals (000-04)."""

    @property
    def label(self) -> str:
        """Name in graphs."""
        return name_of("field salesperson", self.row)

    @property
    def accounts(self) -> list[Customer]:
        """Accounts whose large deals the field salesperson pursues."""
        return self.model.customers[self.row :: len(self.model.field_salespeople)]


class ServiceRep(Worker, table="reps"):
    """A post in a service unit and whoever holds it."""

    not_occupied = (IDLE,)

    @property
    def label(self) -> str:
        """Name in graphs."""
        return name_of("rep", self.row)

    @property
    def worker(self) -> int:
        """Row in the table of workers."""
        return len(self.model.world.salespeople) + self.row

    @property
    def unit_manager(self) -> "Manager":
        """Manager of the unit."""
        return self.model.managers[self.cells("units", "manager")[self.unit]]

    @property
    def unit_mates(self) -> list["ServiceRep"]:
        """The others of the unit."""
        mates = np.flatnonzero(self.cells("reps", "unit") == self.unit)
        return [self.model.service_reps[row] for row in mates if row != self.row]

    def would_answer(
        self,
        salesperson: Salesperson,
        channel: str = "tagged mail",
        customer_voice: bool = True,
        u: float = 0.5,
    ) -> str:
        """What the rep would do with a salesperson's request now, by the rule `respond` and the luck `u`.

        Returns `"at once"`, `"in turn"` (it goes to the bucket), `"set aside"` (it goes there later) or `"refuse"`
        (000-22, 000-23, 000-30, 000-40).
        """
        if channel not in codes.CHANNELS:
            raise ValueError(f"channel is {channel!r}; it must be one of {', '.join(codes.CHANNELS)}.")
        world, page = self.model.world, salesperson.page(self.unit)
        voice = int(customer_voice)
        arguments = (
            plain_row(world.reps[self.row]),
            blank_row(tables.Requests, salesperson=salesperson.row, unit=self.unit, named=self.row, voice=voice),
            plain_row(world.channels[codes.CHANNELS.index(channel)]),
            int(page["friend"][page["rep"] == self.row].sum()),
            self.unit_manager.restraint,
            plain_row(world.parameters),
        )
        answer = self.model.rule("respond")(*arguments, u)
        return ("at once", "in turn", "refuse", "set aside")[answer]


class Manager(RowAgent, table="managers"):
    """A supervisor of a desk team, the manager of a service unit, or the desk's general manager."""

    @property
    def kind(self) -> str:
        """`"supervisor"`, `"unit manager"` or `"general manager"`."""
        return MANAGERS[self.cells("managers", "kind")[self.row]]

    @property
    def label(self) -> str:
        """Name in graphs."""
        return name_of(self.kind, self.of)

    @property
    def subordinates(self) -> list[RowAgent]:
        """Salespeople of the team, reps of the unit, or (of the general manager) all supervisors."""
        kinds = self.cells("managers", "kind")
        if kinds[self.row] == SUPERVISOR:
            people, below = self.model.salespeople, self.cells("salespeople", "team") == self.of
        elif kinds[self.row] == GENERAL_MANAGER:
            people, below = self.model.managers, kinds == SUPERVISOR
        else:
            people, below = self.model.service_reps, self.cells("reps", "unit") == self.of
        return [people[row] for row in np.flatnonzero(below)]


def plain_row(row: np.void) -> SimpleNamespace:
    """A row as rules in plain Python see it: attributes instead of columns."""
    return SimpleNamespace(**dict(zip(row.dtype.names, row.tolist(), strict=True)))


def blank_row(table: type[Table], **columns: int) -> SimpleNamespace:
    """A row of a table as rules in plain Python see it, with the given columns and zeros elsewhere."""
    row = plain_row(table.rows(1)[0])
    row.__dict__.update(columns)
    return row
