"""When an advisor closes a conversation whose query is answered (002-12).

Contract: `(chance, cost, parameters) -> 1 to go on with a step of sales talk, or 0`; `chance` is the chance of a sale
that the advisor believes in, `cost` the chance at which a step just pays. Draws: none.
"""

from model.rules.slot import dispatcher

close_talk = dispatcher(__name__)
