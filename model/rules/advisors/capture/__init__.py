"""What an advisor notes about the customer's household for later (002-33).

Contract: `(known, parameters) -> share of the record that is added`; `known` is the share that the record holds.
Draws: none.
"""

from model.rules.slot import dispatcher

capture = dispatcher(__name__)
