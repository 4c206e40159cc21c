"""Who has been in contact with a change, from when on: everybody else must live the same with and without it."""

import math

import numpy as np

from model.simulation import Result
from model.world.codes import (
    L_ANSWERED, L_BLOCKED, L_CALLED_DESK, L_HUNG_UP, L_PROMPTED, L_SOLD, NOBODY, REQUESTS_END,
)  # fmt: skip
from model.world.joined import issues_in_full

AT_THE_DESK = (L_CALLED_DESK, L_ANSWERED, L_BLOCKED, L_HUNG_UP, L_PROMPTED, L_SOLD)
"""Events of an issue in which its unit has no part yet."""

Person = tuple[str, int]


def taking_part(result: Result) -> list[tuple[float, tuple, set[Person]]]:
    """Every line of the log: when, what happened (issues by their key), and who took part.

    Calls go to the owner of the account, so an issue concerns the account, its owner, and the unit from the first
    message on. Lines about nobody's issue are a salesperson's own sales.
    """
    issues, owners = issues_in_full(result.world), result.world.accounts["salesperson"]
    lines = []
    for time, event, i, actor, other, value in result.log.tolist():
        key = 0 if i == NOBODY else int(issues["key"][i])
        people: set[Person] = {("salesperson", actor)} if i == NOBODY else set()
        if i != NOBODY:
            account = int(issues["account"][i])
            people = {("account", account), ("salesperson", int(owners[account]))}
            if event not in AT_THE_DESK and issues["kind"][i] < REQUESTS_END:
                people.add(("unit", int(issues["unit"][i])))
        lines.append((time, (time, event, key, actor, other, value), people))
    return lines


def contacts(lines: list, first: dict[Person, float]) -> dict[Person, float]:
    """When the change reaches each person or unit: whoever takes part in an event with somebody reached is reached."""
    reached = dict(first)
    for time, _, people in lines:
        if any(reached.get(person, math.inf) <= time for person in people):
            for person in people:
                reached[person] = min(reached.get(person, math.inf), time)
    return reached


def untouched(one: Result, other: Result, first: dict[Person, float]) -> tuple[list, list]:
    """Lines of two runs in which nobody took part whom the change had reached, in either run."""
    both = [taking_part(result) for result in (one, other)]
    reached = [contacts(lines, first) for lines in both]
    when = {person: min(found.get(person, math.inf) for found in reached) for person in reached[0] | reached[1]}
    return tuple(
        [line for time, line, people in lines if all(when.get(person, math.inf) > time for person in people)]
        for lines in both
    )


def moved(one: Result, other: Result) -> dict[Person, float]:
    """First contacts when a unit is added: whose requests go to another unit than without it, and when they arise."""
    issues, others = issues_in_full(one.world), issues_in_full(other.world)
    elsewhere = dict(zip(others["key"].tolist(), others["unit"].tolist(), strict=True))
    first: dict[Person, float] = {}
    for i in np.nonzero(issues["kind"] < REQUESTS_END)[0]:
        if elsewhere[int(issues["key"][i])] != issues["unit"][i]:
            account = int(issues["account"][i])
            for person in (("account", account), ("salesperson", int(one.world.accounts["salesperson"][account]))):
                first.setdefault(person, float(issues["arises"][i]))
    return first
