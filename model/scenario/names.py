"""The one error that a user meets, and the names nearest to a misspelt one."""

import difflib
from typing import Any


class ScenarioError(ValueError):
    """Something in a scenario or a change to it cannot be; the message is one sentence for the user."""


def nearest(word: str, known: Any) -> str:
    """' (did you mean a or b?)' for the known names most like a word, or nothing."""
    names = list(known)
    tails = {name.rsplit(".", 1)[-1]: name for name in names}
    close = difflib.get_close_matches(word, names, 3, 0.6)
    close += [tails[t] for t in difflib.get_close_matches(word.rsplit(".", 1)[-1], list(tails), 3, 0.7)]
    close = list(dict.fromkeys(close))[:3]
    return f" (did you mean {' or '.join(close)}?)" if close else ""
