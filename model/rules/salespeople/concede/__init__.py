"""Whether a customer who claims a friend's discount code gets it (001-33).

Contract: `(n_waiting, u, parameters) -> 1 or 0`; `n_waiting` calls wait in the same queue. Draws: `u` is one.
"""

from model.rules.slot import dispatcher

concede = dispatcher(__name__)
