"""All rooms: made, found, bet in, run. Files and runs have a thread each, so that nobody waits for either."""

import asyncio
import logging
import secrets
import shlex
import sqlite3
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from experiments.compare import paired
from experiments.seminar.bets.room import BETTING, FAILED, REVEALED, RUNNING, Room, hashed, scale_of
from experiments.seminar.bets.store import RoomStore
from experiments.seminar.limits import MOST_BETS, MOST_ROOM_WORK, MOST_ROOMS, Refusal, expected_work
from experiments.seminar.setting import Setting, laid, options, setting_of
from experiments.seminar.talk import messages
from experiments.seminar.texts import finite, short
from model.scenario import Scenario, ScenarioError, nearest, read_bundle

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""What codes are made of: nothing that can be mistaken for something else."""

REMEMBERED = ("scenario", "changes", "a", "b", "bundles", "with_a", "with_b", "seed", "replications")
"""What a design keeps of the message that made its room; rooms of earlier versions lack some of it."""

log = logging.getLogger("desksales.seminar")


class Rooms:
    """The rooms of a server; `close` when it ends."""

    def __init__(self, path: Path) -> None:
        self._store = RoomStore(path)
        self._rooms: dict[str, Room] = {}
        self._files = ThreadPoolExecutor(1, "seminar-rooms")
        self._runs = ThreadPoolExecutor(1, "seminar-bets")
        self._tasks: set[asyncio.Task] = set()
        self._closing = False

    def close(self) -> None:
        """Give up what runs and put the file away."""
        self._closing = True
        self._runs.shutdown(wait=False, cancel_futures=True)
        self._files.shutdown(wait=True, cancel_futures=True)
        self._store.close()

    @property
    def n_open(self) -> int:
        """Rooms that somebody looked at since the server began."""
        return len(self._rooms)

    async def make(self, asked: messages.MakeRoom) -> tuple[Room, str]:
        """A new room, and its teacher's secret. One run of design A tells what is known before the bet."""
        a, _ = designs(asked)
        about = _measure(asked.measure)
        known = set(self._rooms)
        there = await self._filed(self._store.codes)
        for gone in known - there:
            self._rooms.pop(gone, None)
        if len(there) >= MOST_ROOMS:
            raise Refusal(f"There are {MOST_ROOMS} rooms, as many as may be; they are deleted after a month.", 503)
        base = await self._run(_value, a, 0, about["name"])
        if base is None:
            raise Refusal(f"{about['name']} does not apply to design A; choose another measure.")
        design = {
            "question": " ".join(asked.question.split()), "says": " ".join(asked.says.split()),
            "scenario": asked.scenario, "title": a.scenario.title, "bundles": asked.bundles, "changes": asked.changes,
            "with_a": asked.with_a, "with_b": asked.with_b, "a": asked.a, "b": asked.b, "seed": asked.seed,
            "labels": labels_of(a.scenario, asked.changes | asked.a | asked.b),
            "replications": asked.replications, "measure": about, "base": short(base, 6),
            "scale": scale_of(about["unit"], base), "command": command(asked),
        }  # fmt: skip
        secret = secrets.token_urlsafe(12)
        while True:
            code = "".join(secrets.choice(LETTERS) for _ in range(4))
            if await self._filed(self._store.add, code, hashed(secret), design):
                break
        self._rooms[code] = Room(code, hashed(secret), design, {}, None)
        return self._rooms[code], secret

    async def find(self, code: str) -> Room:
        """The room of a code, however it is written."""
        code = code.upper()
        if code not in self._rooms:
            kept = await self._filed(self._store.read, code)
            if kept is None:
                raise Refusal(f"There is no room {code}; look at the code again.", 404)
            secret, design, outcome = kept
            bets = await self._filed(self._store.bets, code)
            self._rooms.setdefault(code, Room(code, secret, design, bets, outcome))
        return self._rooms[code]

    async def bet(self, asked: messages.Bet) -> Room:
        """Keep a guess."""
        room = await self.find(asked.room)
        room.check_guess(asked.guess)
        if asked.player not in room.bets and len(room.bets) >= MOST_BETS:
            raise Refusal(f"Room {room.code} has {MOST_BETS} bets, as many as there may be.", 409)
        before = room.bets.get(asked.player)
        room.bets[asked.player] = asked.guess  # at once, so that a reveal in between counts what it shows
        try:
            await self._filed(self._store.bet, room.code, asked.player, asked.guess)
        except Refusal:
            room.bets.pop(asked.player) if before is None else room.bets.update({asked.player: before})
            raise
        room.changed()
        return room

    async def run(self, asked: messages.RunRoom) -> Room:
        """Close the betting and run both designs under the same luck."""
        room = await self.find(asked.room)
        room.check_teacher(asked.teacher)
        if room.state in (BETTING, FAILED):
            before, room.state = room.state, RUNNING
            try:
                await self._filed(self._store.close_betting, room.code)
            except BaseException:  # the page may go in the meantime
                room.state = before
                raise
            room.pairs, room.done, room.sentence = [], 0, ""
            task = asyncio.create_task(self._reveal(room))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            room.changed()
        return room

    async def _reveal(self, room: Room) -> None:
        design = room.design
        try:
            a, b = designs(messages.MakeRoom(
                do="room.make", id=0, measure=design["measure"]["name"],
                **{name: design[name] for name in REMEMBERED if name in design},
            ))  # fmt: skip
            began = time.monotonic()
            for k in range(design["replications"]):
                pair: list[float | None] = []
                for side in (a, b):
                    pair.append(await self._run(_value, side, k, design["measure"]["name"]))
                    room.done += 1
                    room.seconds_left = short((time.monotonic() - began) / room.done * (room.total - room.done), 2)
                    room.changed()
                room.pairs.append(pair)
            told = paired([pair[0] for pair in room.pairs], [pair[1] for pair in room.pairs])
            room.outcome = {"pairs": room.pairs, "result": told}
            await self._filed(self._store.reveal, room.code, room.outcome)
            room.state, room.seconds_left = REVEALED, None
        except Refusal as error:
            room.state, room.sentence = FAILED, str(error)
        except Exception:
            log.exception("The runs of room %s failed", room.code)
            room.state, room.sentence = FAILED, f"The runs failed; `{design['command']}` shows them alone."
        room.changed()

    async def _filed(self, act: Any, *more: Any) -> Any:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._files, act, *more)
        except sqlite3.Error as error:
            log.error("The file of the rooms: %s", error)
            raise Refusal(f"The file of the bets cannot be used ({error}), and nothing was kept.", 503) from None

    async def _run(self, act: Any, *more: Any) -> Any:
        if self._closing:
            raise Refusal("The server is closing.", 503)
        return await asyncio.get_running_loop().run_in_executor(self._runs, act, *more)


def designs(asked: messages.MakeRoom) -> tuple[Setting, Setting]:
    """Both designs, checked; a sentence if they are the same."""
    a, b = (
        setting_of(asked.scenario, _own(asked.changes, laid_over, own), asked.seed, asked.bundles)
        for laid_over, own in ((asked.with_a, asked.a), (asked.with_b, asked.b))
    )
    work = asked.replications * (expected_work(a.scenario) + expected_work(b.scenario))
    if work > MOST_ROOM_WORK:
        fitting = int(asked.replications * MOST_ROOM_WORK / work)
        raise Refusal(
            f"The runs of this bet would handle about {work:,.0f} issues or calls, and {MOST_ROOM_WORK:,} at most; "
            f"choose {fitting} replications or fewer days."
        )
    if a.scenario.values() == b.scenario.values():
        raise Refusal("Designs A and B are the same; give at least one of them a change of its own.")
    return a, b


def command(asked: messages.MakeRoom) -> str:
    """The `desksales compare` line that gives the same numbers."""
    parts = ["desksales", "compare", asked.scenario, "--seed", str(asked.seed)]
    parts += ["--replications", str(asked.replications), *laid(asked.bundles), *options(asked.changes)]
    parts += laid(asked.with_a, "--with-a") + laid(asked.with_b, "--with-b")
    parts += options(asked.a, "--a") + options(asked.b, "--b")
    return shlex.join(parts)


def _own(changes: dict[str, Any], bundles: list[str], own: dict[str, Any]) -> dict[str, Any]:
    """The changes of one design: those of both, then its bundles, then its own, as `desksales compare` lays them."""
    together = dict(changes)
    try:
        for bundle in bundles:
            together |= read_bundle(bundle)
    except ScenarioError as error:
        raise Refusal(str(error)) from None
    return together | own


def labels_of(scenario: Scenario, names: Iterable[str]) -> dict[str, str]:
    """What parameters are called on the page, by full name."""
    from experiments.seminar.labels import label_of

    records = {record.full_name: record for record in scenario.records()}
    return {name: label_of(records[name]) for name in names if name in records}


def _measure(name: str) -> dict[str, str]:
    from experiments.seminar.labels import label
    from model.measures import MEASURES

    if name not in MEASURES:
        raise Refusal(
            f"There is no measure {name[:60]!r}{nearest(name[:60], MEASURES)}; `desksales measures` lists them all."
        )
    about = MEASURES[name]
    return {"name": name, "label": label(name), "unit": about.unit, "definition": about.definition}


def _value(setting: Setting, k: int, measure: str) -> float | None:
    """A measure of replication k of a design; None where it does not apply."""
    from model.simulation import simulate

    return finite(simulate(setting.scenario, setting.seed + k).measures[measure])
