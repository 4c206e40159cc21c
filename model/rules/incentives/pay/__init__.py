"""How what was reported in a period turns into a bonus (000-20).

Contract: `(reported, quota, parameters) -> $`.
"""

from model.rules.slot import dispatcher

pay = dispatcher(__name__)
