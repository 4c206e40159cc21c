"""Everything that one server keeps while it runs."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from experiments.seminar.bets.rooms import Rooms
from experiments.seminar.limits import Refusal
from experiments.seminar.recordings.studio import Studio
from experiments.seminar.talk.limiter import Limiter
from experiments.seminar.talk.session import Sessions
from experiments.seminar.telling.logged import LoggedRuns

DOWNLOADS_A_SECOND, DOWNLOADS_AT_ONCE = 5.0, 40
EXPECTED_A_SECOND, EXPECTED_AT_ONCE = 5.0, 40
"""Runs begun for pages that were asked for; beyond that a run begins when it is opened."""


@dataclass
class State:
    """The studio that records, the sessions, the rooms, the runs with a log, the rates of downloads and of pages."""

    studio: Studio
    sessions: Sessions
    rooms: Rooms
    logged: LoggedRuns
    downloads: Limiter
    pages: Limiter

    @classmethod
    def begin(cls, rooms: Path, threads: int | None = None) -> "State":
        """All of it, in the running event loop; `rooms` is the file of the bets."""
        kept = Rooms(rooms)  # first, for it may be refused
        studio = Studio(threads)
        downloads, pages = Limiter(DOWNLOADS_A_SECOND, DOWNLOADS_AT_ONCE), Limiter(EXPECTED_A_SECOND, EXPECTED_AT_ONCE)
        return cls(studio, Sessions(studio), kept, LoggedRuns(), downloads, pages)

    def keep_warm(self, scenario: str) -> None:
        """Record and keep the setting that pages open with first: a class that begins together finds it done."""
        from experiments.seminar.setting import setting_of

        with suppress(Refusal):  # too large for the browser, as the page will tell
            self.studio.take(setting_of(scenario, {}, 1))

    def expect(self, query: Iterable[tuple[str, str]]) -> None:
        """Begin the run that the address of a page names; what cannot be is told when the page opens it."""
        from experiments.seminar.setting import from_query

        with suppress(Refusal):
            if self.pages.may():
                self.studio.expect(from_query(query)[0])

    def end(self) -> None:
        """Give everything up that is under way and put the rooms away."""
        self.studio.close()
        self.logged.close()
        self.rooms.close()
