"""Whether a salesperson passes a name of the contact book to a colleague of the team (000-35; C11).

Contract: `(giver, taker, parameters, u) -> 1 or 0`, asked at every review for every name the taker lacks.
"""

from model.rules.slot import dispatcher

share_book = dispatcher(__name__)
