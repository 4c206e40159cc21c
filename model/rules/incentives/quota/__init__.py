"""The next period's quota of a salesperson (000-09).

Contract: `(quota, reported, parameters) -> $`.
"""

from model.rules.slot import dispatcher

quota = dispatcher(__name__)
