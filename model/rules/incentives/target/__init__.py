"""What becomes of a group's target for an indicator after a review (002-29, 002-32).

Contract: `(target, reached, day, parameters) -> new target`; `reached` is what the group's people reached on average
in the period, `day` the day of the review since the reorganisation. Draws: none.
"""

from model.rules.slot import dispatcher

target = dispatcher(__name__)
