"""Whether somebody goes on past the cap on calls (003-01, 003-03).

Contract: `(fear, tempted, parameters) -> probability`; `tempted` is 1 if the customer has almost been convinced.
Draws: none.
"""

from model.rules.slot import dispatcher

near_cap = dispatcher(__name__)
