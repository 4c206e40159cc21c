"""What a unit manager does about requests done out of turn (000-31).

Contract: `(share_jumped, parameters) -> share of obliging that is suppressed`, from the last period's share of requests
started out of turn.
"""

from model.rules.slot import dispatcher

police_bucket = dispatcher(__name__)
