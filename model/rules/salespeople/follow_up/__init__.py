"""How hard a salesperson who reads the bonus asks after an open request, beside the usual (C3).

Contract: `(stake, parameters) -> factor of chase_rate`; `stake` ($) is what the order in the request can be expected to
add to the salesperson's bonus of the period, 0 if there is none. A factor of 0 ends asking for good. Draws: none.
"""

from model.rules.slot import dispatcher

follow_up = dispatcher(__name__)
