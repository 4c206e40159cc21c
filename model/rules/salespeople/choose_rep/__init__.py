"""Whom a salesperson names among the reps known in a unit (000-34, 000-39).

Contract: `(ties, parameters, u) -> place on the page, or NOBODY`. `ties` is the salesperson's page for the unit, one
row for each rep with whom the salesperson has had to do, in the order of posts, with `known`, `number`, `friend`,
`value`, `n`, `last`, `used`. It may be empty. Only known reps may be named; a place that is not on it names nobody.
"""

from model.rules.slot import dispatcher

choose_rep = dispatcher(__name__)
