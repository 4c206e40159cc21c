"""Which claims of a period a salesperson who reads the bonus keeps for the next one (C3).

Contract: `(surplus, parameters) -> $ kept`, from 0 to `surplus`: claims that can be kept without loss of bonus in this
period and may earn something in the next. Draws: none.
"""

from model.rules.slot import dispatcher

hold_back = dispatcher(__name__)
