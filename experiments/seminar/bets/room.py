"""A room: two designs, one measure, the class's bets, and the difference when it is revealed."""

import asyncio
import hashlib
import hmac
import math
from collections.abc import Awaitable, Callable
from typing import Any

from experiments.seminar.limits import Refusal
from experiments.seminar.texts import short

BETTING, RUNNING, REVEALED, FAILED = "betting", "running", "revealed", "failed"
TELL_SECONDS = 0.25
"""Least time between two pictures of a room that one page gets."""
SHARES = ("share", "probability", "Gini", "score, 0 to 1")
"""Units of measures that lie between 0 and 1."""
CORRELATIONS = ("correlation", "rank correlation")
SIGNED = ("points", "log odds", "$ per call", "share of mean bonus", "difference of probabilities")
"""Units of measures that may be negative, without bounds; all others are 0 or more."""


class Room:
    """One room as it stands.

    Attributes
    ----------
    code : four characters by which the class finds it.
    secret : hash of the teacher's secret.
    design : what is bet on: `question`, `scenario`, `title`, `changes`, `a`, `b`, `seed`, `replications`, `measure`,
        `base`, `scale`, `command` (see PROTOCOL.md, room).
    bets : guesses by player.
    outcome : `pairs` and `result` once revealed; None while bets are taken, and empty in between.
    """

    def __init__(
        self, code: str, secret: str, design: dict[str, Any], bets: dict[str, float], outcome: dict[str, Any] | None
    ) -> None:
        self.code, self.secret, self.design, self.bets, self.outcome = code, secret, design, bets, outcome
        self.state, self.sentence = REVEALED if outcome else BETTING, ""
        if outcome == {}:  # what some saw of the pairs must not be bet on
            self.state, self.sentence = FAILED, "The server stopped before all was revealed; run both designs again."
        self.done = self.total if outcome else 0
        self.seconds_left: float | None = None
        self.pairs: list[list[float | None]] = outcome["pairs"] if outcome else []
        self._news = asyncio.Event()

    @property
    def total(self) -> int:
        """Runs of both designs together."""
        return 2 * self.design["replications"]

    def is_teacher(self, secret: str | None) -> bool:
        """Whether this is the teacher's secret."""
        return secret is not None and hmac.compare_digest(hashed(secret), self.secret)

    def check_teacher(self, secret: str | None) -> None:
        """Refuse whoever is not the teacher of the room."""
        if not self.is_teacher(secret):
            raise Refusal(f"Only the teacher who made room {self.code} may do this; the secret is another one.", 403)

    def changed(self) -> None:
        """Tell everybody who looks."""
        self._news.set()
        self._news = asyncio.Event()

    async def tell_changes(self, secret: str | None, tell: Callable[..., Awaitable[None]]) -> None:
        """Tell one page after every change, some times a second at most."""
        while True:
            await self._news.wait()
            await asyncio.sleep(TELL_SECONDS)
            await tell("room", **self.seen(secret))

    def seen(self, secret: str | None) -> dict[str, Any]:
        """The room as a student sees it, or the teacher: bets are the teacher's alone until all is revealed."""
        teacher = self.is_teacher(secret)
        open_bets = sorted(self.bets.values()) if teacher or self.state == REVEALED else None
        return {
            "room": self.code, "role": "teacher" if teacher else "student", "state": self.state, **self.design,
            "n_bets": len(self.bets), "bets": open_bets, "done": self.done, "total": self.total,
            "seconds_left": self.seconds_left, "pairs": self.pairs,
            "result": self.outcome["result"] | self._verdict() if self.outcome else None, "sentence": self._said(),
            "says": self.design.get("says", "") if teacher or self.state == REVEALED else "",
        }  # fmt: skip

    def check_guess(self, guess: float) -> None:
        """Refuse a guess that cannot be, or that comes too late."""
        scale = self.design["scale"]
        if self.state != BETTING:
            raise Refusal(f"Betting in room {self.code} is closed; nothing can be bet any more.", 409)
        if not scale["low"] <= guess <= scale["high"]:
            raise Refusal(f"The guess is {guess:g}; it must be between {scale['low']:g} and {scale['high']:g}.")

    def _said(self) -> str:
        if self.outcome and self.outcome["result"]["difference"] is None:
            return f"{self.design['measure']['label']} applies to no pair of runs, so there is no difference to tell."
        return self.sentence

    def _verdict(self) -> dict[str, int | None]:
        """How many guesses lie within the interval, and how many have the sign of the difference."""
        result, guesses = self.outcome["result"], self.bets.values()
        if result["low"] is None or result["difference"] is None:
            return {"inside": None, "right_side": None}
        inside = sum(result["low"] <= guess <= result["high"] for guess in guesses)
        same = sum(guess * result["difference"] > 0.0 for guess in guesses)
        return {"inside": inside, "right_side": same}


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def scale_of(unit: str, base: float) -> dict[str, float]:
    """Guesses of a difference that may be: to the ends of what is bounded, otherwise up to three times the base."""
    low, high = -2.0 * abs(base), 2.0 * abs(base)
    if unit in SHARES and 0.0 <= base <= 1.0:
        low, high = -base, 1.0 - base
    elif unit in CORRELATIONS:
        low, high = -1.0 - base, 1.0 - base
    elif unit not in SIGNED and base > 0.0:
        low = -base
    elif base == 0.0:
        low, high = (-1.0 if unit in SIGNED else 0.0), 1.0
    step = 10.0 ** math.floor(math.log10((high - low) / 50.0))
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return {"low": short(low, 6), "high": short(high, 6), "step": short(step, 6)}
