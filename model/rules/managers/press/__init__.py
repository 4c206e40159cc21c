"""How managers set the pressure on a team to make offers at the weekly meeting (001-54).

Contract: `(press, n_accepted, n_bad, n_offers, parameters) -> new pressure, 0 to 1`, from the offers of the last week,
those taken and the bad ones. Alternatives: `constant`, `weigh`. Draws: none.
"""

from model.rules.slot import dispatcher

press = dispatcher(__name__)
