"""Into which rep's bucket a request goes, where every rep has an own bucket (000-26, 000-42; C5).

Contract: `(reader, account, n_reps, parameters) -> place` of the rep in the unit, from 0 to `n_reps` − 1; `reader` is
the place of whoever read the mail or took the call, `account` the row of the customer. Draws: none.
"""

from model.rules.slot import dispatcher

assign_request = dispatcher(__name__)
