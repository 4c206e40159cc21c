"""When a salesperson is dismissed (000-32).

Contract: `(salesperson, parameters) -> 1 or 0`, asked after every review.
"""

from model.rules.slot import dispatcher

dismissal = dispatcher(__name__)
