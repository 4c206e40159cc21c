"""Into which rep's bucket a request goes, where every rep has an own bucket (000-26, 000-42; C5).

Contract: `(met_by, u, n_reps, parameters) -> place` of the rep in the unit, from 0 to `n_reps` − 1; `met_by` is the
place of the rep who met the request (7.9, 7.10), `u` a number of the account in this unit, always the same.
"""

from model.rules.slot import dispatcher

assign_request = dispatcher(__name__)
