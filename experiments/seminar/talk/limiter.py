"""How often something may happen: so many times a second, more at once after a pause."""

import time


class Limiter:
    """A bucket that fills with time; every act takes one drop out of it, and none may when it is empty."""

    def __init__(self, a_second: float, at_once: int) -> None:
        self._a_second, self._at_once = a_second, float(at_once)
        self._left, self._then = float(at_once), time.monotonic()

    def may(self) -> bool:
        """Whether it may happen once more now; if so it counts."""
        now = time.monotonic()
        self._left = min(self._at_once, self._left + (now - self._then) * self._a_second)
        self._then = now
        if self._left < 1.0:
            return False
        self._left -= 1.0
        return True
