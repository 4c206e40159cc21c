"""What a salesperson makes of one more outcome with a rep (000-38).

Contract: `(tie, reward, parameters) -> new value`, with the tie before the outcome is counted and a reward in 0..1.
"""

from model.rules.slot import dispatcher

learn = dispatcher(__name__)
