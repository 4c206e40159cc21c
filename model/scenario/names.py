"""The one error that a user meets, and the names nearest to a misspelt one."""

import difflib
from typing import Any


class ScenarioError(ValueError):
    """Something in a scenario or a change to it cannot be; the message is one sentence for the user."""


def nearest(word: str, known: Any) -> str:
    """' (did you mean a or b?)' for the known names most like a word, or nothing."""
    word, names = word.lower(), {name.lower(): name for name in known}
    tails = {name.rsplit(".", 1)[-1]: name for name in names}
    close = difflib.get_close_matches(word, names, 3, 0.6)
    close += [tails[tail] for tail in difflib.get_close_matches(word.rsplit(".", 1)[-1], tails, 3, 0.7)]
    close = [names[name] for name in dict.fromkeys(close)][:3]
    return f" (did you mean {' or '.join(close)}?)" if close else ""
