"""What a browser may ask for: size, horizon, rate. Whatever lies beyond is refused in a sentence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.scenario import Scenario

MOST_DAYS = 1000
MOST_PEOPLE = 600
"""People with a place on the screen: front line and reps."""
MOST_MEMORY = 400 * 2**20
"""Bytes of one run."""
MOST_WORK = 6_000_000
"""Issues or calls of one run; a second of one core does about half a million."""
MOST_ROOM_WORK = 80_000_000
"""Issues or calls of all runs of a bet: some minutes."""
MOST_CHANGES = 60
MOST_SESSIONS = 200
MOST_CONNECTIONS = 1000
MESSAGE_BYTES = 64 * 1024
MESSAGES_A_SECOND, MESSAGES_AT_ONCE = 60.0, 120
REFUSALS_BEFORE_CLOSING = 200
"""Messages beyond the rate, or not understood, after which a connection is closed."""
ASKED_AT_ONCE = 16
"""Questions of one page that may wait for an answer."""
FRAMES_AT_ONCE = 60
RESUME_SECONDS = 60.0
PING_SECONDS, PONG_SECONDS = 3.0, 4.0
"""A browser that vanished is noticed within the sum of both."""
KEPT_BYTES = 96 * 2**20
"""Bytes of recordings that nobody looks at any more and that are kept for the next who asks."""
OPEN_WORLDS_BYTES = 1200 * 2**20
"""Bytes of runs being recorded side by side."""
LOGGED_BYTES = 500 * 2**20
"""Bytes of runs kept with their event log, for diaries and field notes."""
MOST_LOG_BYTES = 330 * 2**20
"""Bytes of the event log of one run, some ten million lines; a record stops on the day on which it outgrows them."""
MOST_REPLICATIONS = 100
MOST_ROOMS, MOST_BETS = 500, 1000
ROOM_DAYS = 30


class Refusal(Exception):
    """Something asked for cannot be; the message is one sentence for the reader. `status` is that of HTTP."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def check_size(scenario: "Scenario") -> None:
    """Refuse a setting that is too large for the browser."""
    from model.simulation import run_memory

    days, people, work = scenario.run.days, n_people(scenario), expected_work(scenario)
    if days > MOST_DAYS:
        raise Refusal(f"A run in the browser lasts at most {MOST_DAYS} days and this one {days}; choose fewer.")
    if people > MOST_PEOPLE:
        raise Refusal(
            f"A run in the browser has at most {MOST_PEOPLE} people and this one {people:,}; choose fewer, or use "
            "`desksales run`."
        )
    if work > MOST_WORK:
        raise Refusal(
            f"A run in the browser handles at most {MOST_WORK:,} issues or calls and this one would about {work:,.0f}; "
            f"choose {max(1, int(days * MOST_WORK / work))} days or fewer, or use `desksales run`."
        )
    if run_memory(scenario) > MOST_MEMORY:
        raise Refusal(
            f"A run in the browser takes at most {MOST_MEMORY // 2**20} MiB of memory and this one about "
            f"{run_memory(scenario) / 2**20:,.0f}; choose fewer days or accounts, or use `desksales run`."
        )


def n_people(scenario: "Scenario") -> int:
    """People at the front line and in the units."""
    from model.world.posts import posts

    people = scenario.people
    if not scenario.groups:  # counted without making the posts, of which there may be hundreds of thousands
        return people.teams * people.salespeople_per_team + people.units * people.reps_per_unit
    return len(posts(scenario).team) + people.units * people.reps_per_unit


def expected_work(scenario: "Scenario") -> float:
    """Issues and calls to be expected in a run."""
    from model.world.demand import expected_issues

    calls = sum(stream.calls_per_day for stream in scenario.streams.values()) * scenario.routing.scale
    return expected_issues(scenario) + calls * scenario.run.days
