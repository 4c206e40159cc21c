"""By which figure of their own people are judged, and what it is gamed into (001-30, 003-09, 003-10).

Contract: `(minutes, wrap_up, parameters) -> NOT_GAMED, CUT_SHORT or KEPT_ON_LINE`: what somebody would do who games
the figure in a call of `minutes` with so much work after it. Draws: none.
"""

from model.rules.slot import dispatcher

judged_by = dispatcher(__name__)
