"""Who may take a stream's calls when they have waited too long (002-18, 002-21, 002-22).

Contract: `(level, hand, parameters) -> 1 or 0`; `level` is what the group's training is for the stream: SERVES (its
own), CONTAINS (within its own) or UNTRAINED; `hand` is 1 when a supervisor looks for somebody, 0 when the software
does. Alternatives: `nobody`, `contained`, `everybody`, `by_hand`. Draws: none.
"""

from model.rules.slot import dispatcher

overflow = dispatcher(__name__)
