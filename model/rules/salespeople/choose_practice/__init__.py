"""How a salesperson puts a request to a unit: the enlisting practice (000-45).

Contract: `(ties, parameters, u) -> PLAIN_MAIL, NAME_TAG, PHONE_UNIT or PHONE_REP`, with the salesperson's page of
ties to reps of the unit, which may be empty (see `choose_rep`). A practice that needs a name (or a number) falls back
on plain mail when none is known.
"""

from model.rules.slot import dispatcher

choose_practice = dispatcher(__name__)
