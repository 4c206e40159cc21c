"""When the dialler of an outbound stream places a call (003-11).

Contract: `(n_idle, parameters) -> 1 or 0`; `n_idle` people are free who could talk to whoever answers. Draws: none.
"""

from model.rules.slot import dispatcher

dialler = dispatcher(__name__)
