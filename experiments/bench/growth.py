"""Growth: time per event and memory per person from the small M-Tel to 30 times the full one."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

SIZES = ("small", "1", "3", "10", "30")
"""The small preset, and multiples of the full one."""

DAYS = 20
ROUNDS = 3


@dataclass(frozen=True)
class Point:
    """One size: medians over rounds, each a fresh process.

    Attributes
    ----------
    size : "small" or the multiple of the full preset.
    people, events : salespeople and reps; events of the run.
    event_nanoseconds : time of the engine per event.
    run_nanoseconds : time of the whole run (demand, people and measures included) per event.
    person_bytes : memory the run touched at its peak, demand included, per person.
    book_bytes : all tables but issues and requests (contact books as far as used, ledgers, queues), per person.
    """

    size: str
    people: int
    events: int
    event_nanoseconds: float
    run_nanoseconds: float
    person_bytes: float
    book_bytes: float


def scenario_of(size: str, days: int = DAYS):
    """M-Tel at a size, the load of a rep unchanged; the desk serves from day one, so that all rules work.

    Units and accounts grow in proportion. So does the desk, by teams, and where these would be more than the
    200 a scenario may have, by teams of 12 in place of 10; the field's ledgers stop at the 1000 there may be.
    """
    from model.scenario import load_scenario

    common = {"run.days": days, "managers.service_turn": "from_start"}
    if size == "small":
        return load_scenario("mtel", common)
    times, full = int(size), load_scenario("mtel_full", common)
    people = full.people
    per_team = people.salespeople_per_team if people.teams * times <= 200 else 12
    return full.changed(
        {
            "people.teams": people.teams * times * people.salespeople_per_team // per_team,
            "people.salespeople_per_team": per_team,
            "people.units": people.units * times,
            "people.accounts": people.accounts * times,
            "people.field_salespeople": min(1000, people.field_salespeople * times),
        }
    )


def grow(sizes: Iterable[str] = SIZES, days: int = DAYS, rounds: int = ROUNDS,
         tell: Callable[[str], None] = lambda line: None) -> list[Point]:  # fmt: skip
    """Measure every size, in turns."""
    sizes = list(sizes)
    found: dict[str, list[dict]] = {size: [] for size in sizes}
    for round_ in range(1, rounds + 1):
        for size in sizes:
            command = [sys.executable, "-m", "experiments.bench.growth_point", size, str(days)]
            answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
            found[size].append(json.loads(answer))
            nanoseconds = found[size][-1]["event_nanoseconds"]
            tell(f"round {round_} of {rounds}: size {size}, {nanoseconds:.0f} ns an event")
    return [_middle(size, found[size]) for size in sizes]


def _middle(size: str, rounds: list[dict]) -> Point:
    middle = {name: median(one[name] for one in rounds) for name in rounds[0]}
    return Point(size=size, **middle | {"people": int(middle["people"]), "events": int(middle["events"])})


def rise(points: list[Point]) -> float:
    """Time per event at the largest size over that at the smallest."""
    return points[-1].event_nanoseconds / points[0].event_nanoseconds
