"""Everything that one server keeps while it runs."""

from dataclasses import dataclass
from pathlib import Path

from experiments.seminar.bets.rooms import Rooms
from experiments.seminar.recordings.studio import Studio
from experiments.seminar.talk.limiter import Limiter
from experiments.seminar.talk.session import Sessions
from experiments.seminar.telling.logged import LoggedRuns

DOWNLOADS_A_SECOND, DOWNLOADS_AT_ONCE = 5.0, 40


@dataclass
class State:
    """The studio that records, the sessions, the rooms, the runs with a log, and the rate of downloads."""

    studio: Studio
    sessions: Sessions
    rooms: Rooms
    logged: LoggedRuns
    downloads: Limiter

    @classmethod
    def begin(cls, rooms: Path, threads: int | None = None) -> "State":
        """All of it, in the running event loop; `rooms` is the file of the bets."""
        kept = Rooms(rooms)  # first, for it may be refused
        studio = Studio(threads)
        limiter = Limiter(DOWNLOADS_A_SECOND, DOWNLOADS_AT_ONCE)
        return cls(studio, Sessions(studio), kept, LoggedRuns(), limiter)

    def end(self) -> None:
        """Give everything up that is under way and put the rooms away."""
        self.studio.close()
        self.logged.close()
        self.rooms.close()
