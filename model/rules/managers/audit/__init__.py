"""How closely a supervisor checks the orders reported by the team (000-15).

Contract: `(claimed, quota, parameters) -> probability that a claim is checked`, from the team's claims and quota ($) of
the period.
"""

from model.rules.slot import dispatcher

audit = dispatcher(__name__)
