"""Who may take a stream's calls when they have waited too long (002-18, 002-21).

Contract: `(level, parameters) -> 1 or 0`; `level` is what the group's training is for the stream: SERVES (its own),
CONTAINS (within its own) or UNTRAINED. Alternatives: `nobody`, `contained`, `everybody`. Draws: none.
"""

from model.rules.slot import dispatcher

overflow = dispatcher(__name__)
