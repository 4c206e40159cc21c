"""Whom a salesperson names among the reps known in a unit (000-34, 000-39).

Contract: `(ties, parameters, u) -> place on the page, or NOBODY`. `ties` is the salesperson's page for the unit, one
row a rep with `known`, `number`, `friend`, `value`, `n`, `last`, `used`; only known reps may be named.
"""

from model.rules.slot import dispatcher

choose_rep = dispatcher(__name__)
