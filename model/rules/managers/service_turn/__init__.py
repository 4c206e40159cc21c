"""Whether a supervisor now tells the team to take on service issues (000-11).

Contract: `(manager, parameters) -> 1 or 0`, asked on the first day (`manager.below` is 0) and after every review.
"""

from model.rules.slot import dispatcher

service_turn = dispatcher(__name__)
