"""A browser's session: what it has open, kept for a minute when the connection is lost."""

import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from experiments.seminar.limits import MOST_SESSIONS, RESUME_SECONDS, Refusal
from experiments.seminar.recordings.recording import Recording
from experiments.seminar.recordings.studio import Studio
from experiments.seminar.setting import Setting


@dataclass
class Session:
    """One page and its two slots.

    Attributes: `token` by which the page is known again, `settings` that are open by slot, `recordings` of them while
    the page is connected, `left` (time of the loss of the connection; None while there is one).
    """

    token: str
    settings: dict[str, Setting] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    left: float | None = None


class Sessions:
    """All sessions of the server."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._by_token: dict[str, Session] = {}

    @property
    def n_connected(self) -> int:
        """Pages that are connected."""
        return sum(session.left is None for session in self._by_token.values())

    def enter(self, token: str | None) -> tuple[Session, bool]:
        """The session of a token, or a new one; and whether it goes on from before.

        Where another connection holds the session, because its loss was not noticed yet or because a tab was doubled,
        a session of its own begins with the same slots.
        """
        self._forget_the_gone()
        known = self._by_token.get(token or "")
        session = known
        if known is None or known.left is None:
            if len(self._by_token) >= MOST_SESSIONS:
                raise Refusal(f"{MOST_SESSIONS} browsers are connected, as many as may be; try again later.", 503)
            session = Session(secrets.token_urlsafe(18), dict(known.settings) if known else {})
            self._by_token[session.token] = session
        session.left = None
        for slot, setting in session.settings.items():
            session.recordings[slot] = self._studio.take(setting)
        return session, known is not None

    def leave(self, session: Session) -> None:
        """The connection is gone: nothing is recorded for it any more, what was open is remembered for a minute."""
        session.left = time.monotonic()
        for recording in session.recordings.values():
            self._studio.release(recording)
        session.recordings.clear()
        self._forget_the_gone()

    def open(self, session: Session, slot: str, setting: Setting) -> Recording:
        """Open a run in a slot; what was there is let go."""
        recording = self._studio.take(setting)  # first, so that the same run is not given up in between
        self.close(session, slot)
        session.settings[slot], session.recordings[slot] = setting, recording
        return recording

    def close(self, session: Session, slot: str) -> None:
        """Let a slot go."""
        session.settings.pop(slot, None)
        recording = session.recordings.pop(slot, None)
        if recording is not None:
            self._studio.release(recording)

    def _forget_the_gone(self) -> None:
        now = time.monotonic()
        for token, session in list(self._by_token.items()):
            if session.left is not None and now - session.left > RESUME_SECONDS:
                del self._by_token[token]


def recording_in(session: Session, slot: str) -> Recording:
    """The recording in a slot, or a sentence."""
    if slot not in session.recordings:
        raise Refusal(f"Nothing is open in slot {slot}; open a run there first.")
    return session.recordings[slot]


def is_open(session: Session, slot: str, recording: Any) -> bool:
    """Whether a slot still shows this recording."""
    return session.recordings.get(slot) is recording
