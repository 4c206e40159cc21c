"""The communication graph: who is tied to whom and how, read off the tables of a world at any time.

A relation without a direction (team, unit) is one edge from the lower row to the higher. All attributes are
text, numbers or true/false, so the graph goes into GraphML as it is.
"""

from collections.abc import Iterator

import networkx as nx
import numpy as np

from model.parameters.groups import SITES
from model.world.books import ties_in_books
from model.world.codes import BREAK, HELPLINE, IDLE, MAILBOX, MINUTES, SELL, TAGGED_MAIL
from model.world.world import World

MANAGERS = ("supervisor", "unit manager", "general manager")
"""Kinds of manager, in the order of `codes`."""

EDGES = {
    "account": "an account and the salesperson who owns it (000-12)",
    "field account": "an account and the field salesperson who pursues its large deals (000-04)",
    "team": "two salespeople of one team",
    "unit": "two reps of one service unit",
    "line management": "somebody and the manager reported to",
    "shared address": "a rep and the unit's mailbox or helpline, seen to by all its reps (000-26, 000-27)",
    "message": "somebody and a mailbox or helpline; weight is how many requests were last put there",
    "direct number": "a salesperson and a rep of known number (000-29); weight is remembered promptness",
    "knows": "a salesperson and a rep known by name only (000-35); weight is remembered promptness",
    "personal tie": "a salesperson and a rep with a personal tie (000-24)",
    "help": "a front-line person and a colleague whom that person helped; weight is how often (004-06, 004-16)",
    "trust": "a front-line person and a colleague who is a contact; weight is the trust in that colleague (004-02)",
}
"""What each kind of edge means; `weight` is 1 where nothing else is said."""


def graph_of(world: World, scenario) -> nx.MultiDiGraph:
    """The communication graph of a world as it stands.

    Nodes are people, accounts and shared addresses, named by kind and row (`rep 3`, `mailbox 0`), and have
    `kind`, `label`, `site` and their state.
    Edges have `kind` (see `EDGES`), `weight` and `used` (times named); keys are running numbers, so that each
    edge has a name of its own in GraphML.
    The graph itself has the name of the scenario and the number of `days` done.
    """
    days = int(world.clock["now"] / scenario.run.day_minutes + 1e-9)
    graph = nx.MultiDiGraph(scenario=scenario.name, days=days)
    for kind, row, site, state in _nodes(world, scenario):
        name = name_of(kind, row)
        graph.add_node(name, kind=kind, label=name, site=site, **state)
    for number, (source, target, kind, weight, used) in enumerate(_edges(world)):
        graph.add_edge(source, target, key=number, kind=kind, weight=weight, used=used)
    return graph


def name_of(kind: str, row: int) -> str:
    """Name of a node; there is only one general manager."""
    return kind if kind == MANAGERS[2] else f"{kind} {row}"


def _nodes(world: World, scenario) -> Iterator[tuple[str, int, str, dict]]:
    """Kind, row, site and state of every node."""
    units_site = "desk" if scenario.people.co_located else "units"
    busy = _occupancy(world)
    for row, account in _rows(world.accounts, "size", "habit", "n_served"):
        yield "account", row, "customers", account
    for row, person in _rows(world.salespeople, "team", "attainment", "n_sales", "n_named", "n_claims"):
        origin = "service unit" if world.salespeople["hire"][row] else "novice"
        yield "salesperson", row, _site(world, row), person | {"hire": origin, "occupancy": busy[row]}
    for row, person in _rows(world.field, "n_deals", "sales_all", "contacts"):
        yield "field salesperson", row, "field", person
    columns = ("unit", "disposition", "excess", "n_named", "n_obliged", "n_refused", "n_completed")
    for row, person in _rows(world.reps, *columns):
        yield "rep", row, units_site, person | {"occupancy": busy[len(world.salespeople) + row]}
    for _, manager in _rows(world.managers, "kind", "of", "serves", "career", "audit", "restraint"):
        yield _manager(manager, units_site)
    for unit in range(len(world.units)):
        for address in ("mailbox", "helpline"):
            queue = world.queues[world.units[address][unit]]
            state = {"unit": unit, "waiting": int(queue["length"]), "came": int(queue["n_in"])}
            yield address, unit, units_site, state


def _site(world: World, post: int) -> str:
    """Where a front-line person sits: at the desk, or at the site of the group in a centre (004-15)."""
    if len(world.advisors) == 0:
        return "desk"
    return SITES[world.groups["site"][world.advisors["group"][post]]]


def _manager(manager: dict, units_site: str) -> tuple[str, int, str, dict]:
    """A manager as a node, with the columns that apply to the kind."""
    kind, of = MANAGERS[manager["kind"]], manager["of"]
    if kind == "unit manager":
        return kind, of, units_site, {"unit": of, "restraint": manager["restraint"]}
    if kind == "supervisor":
        state = {"team": of, "serves": bool(manager["serves"]), "audit": manager["audit"]}
        return kind, of, "desk", state | {"career": manager["career"]}
    return kind, of, "desk", {"career": manager["career"]}


def _edges(world: World) -> Iterator[tuple[str, str, str, float, int]]:
    """Source, target, kind, weight and times used of every edge."""
    people = ("salesperson", world.salespeople["team"]), ("rep", world.reps["unit"])
    for account, owner in enumerate(world.accounts["salesperson"].tolist()):
        yield f"account {account}", f"salesperson {owner}", "account", 1.0, 0
    for account in range(len(world.accounts) if len(world.field) else 0):
        yield f"account {account}", f"field salesperson {account % len(world.field)}", "field account", 1.0, 0
    for (kind, group), edge in zip(people, ("team", "unit"), strict=True):
        for first, second in _pairs(group):
            yield f"{kind} {first}", f"{kind} {second}", edge, 1.0, 0
    for (kind, group), manager in zip(people, MANAGERS, strict=False):
        for person, number in enumerate(group.tolist()):
            yield f"{kind} {person}", f"{manager} {number}", "line management", 1.0, 0
    for team in range(len(world.managers) - len(world.units) - 1):
        yield f"supervisor {team}", "general manager", "line management", 1.0, 0
    for rep, unit in enumerate(world.reps["unit"].tolist()):
        for address in ("mailbox", "helpline"):
            yield f"rep {rep}", f"{address} {unit}", "shared address", 1.0, 0
    yield from _messages(world)
    yield from _ties(world)
    yield from _colleagues(world)


def _messages(world: World) -> Iterator[tuple[str, str, str, float, int]]:
    """Requests by who sent the last message and to which shared address."""
    requests = world.requests
    mails = np.isin(requests["channel"], (MAILBOX, TAGGED_MAIL))
    to_address = (requests["n_sends"] > 0) & (mails | (requests["channel"] == HELPLINE))
    requests, by_mail = requests[to_address], mails[to_address]
    by_desk = requests["salesperson"] >= 0
    sender = np.where(by_desk, requests["salesperson"], world.issues["account"][requests["issue"]])
    ways = np.stack([by_desk, sender, requests["unit"], by_mail], axis=1)
    ways, counts = np.unique(ways, axis=0, return_counts=True)
    for (is_desk, row, unit, is_mail), count in zip(ways.tolist(), counts.tolist(), strict=True):
        source = f"{'salesperson' if is_desk else 'account'} {row}"
        yield source, f"{'mailbox' if is_mail else 'helpline'} {unit}", "message", float(count), 0


def _ties(world: World) -> Iterator[tuple[str, str, str, float, int]]:
    """Contact books: direct numbers, names, personal ties."""
    for tie, page in zip(*ties_in_books(world), strict=True):
        ends = f"salesperson {page // len(world.units)}", f"rep {tie['rep']}"
        if tie["known"]:
            kind = "direct number" if tie["number"] else "knows"
            yield *ends, kind, float(tie["value"]), int(tie["used"])
        if tie["friend"]:
            yield *ends, "personal tie", 1.0, 0


def _colleagues(world: World) -> Iterator[tuple[str, str, str, float, int]]:
    """Contact lists among front-line people: who helped whom, who trusts whom."""
    size = len(world.peer_ties) // max(1, len(world.peers))
    for person, n_contacts in enumerate(world.peers["n_contacts"].tolist() if size else []):
        for tie in world.peer_ties[person * size : person * size + n_contacts]:
            me, colleague = f"salesperson {person}", f"salesperson {tie['peer']}"
            yield me, colleague, "trust", float(tie["trust"]), 0
            if tie["n_received"] > 0:
                yield colleague, me, "help", float(tie["n_received"]), 0


def _pairs(group: np.ndarray) -> Iterator[tuple[int, int]]:
    """All pairs of rows that belong to the same group, lower row first."""
    for number in np.unique(group):
        members = np.flatnonzero(group == number).tolist()
        for place, first in enumerate(members):
            for second in members[place + 1 :]:
                yield first, second


def _rows(table: np.ndarray, *columns: str) -> Iterator[tuple[int, dict]]:
    """Rows of a table with some of its columns as plain numbers."""
    values = zip(*(table[column].tolist() for column in columns), strict=True)
    for row, cells in enumerate(values):
        yield row, dict(zip(columns, cells, strict=True))


def _occupancy(world: World) -> list[float]:
    """Share of all workers' minutes at work that went to tasks (not to selling, not idle); 0 at the start."""
    minutes = world.ledger["minutes"].reshape(len(world.workers), len(MINUTES))
    at_work = minutes.sum(axis=1) - minutes[:, BREAK]
    busy = at_work - minutes[:, IDLE] - minutes[:, SELL]
    return np.divide(busy, at_work, out=np.zeros_like(busy), where=at_work > 0.0).tolist()
