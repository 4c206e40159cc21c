"""In which queue a call to the desk waits (000-12).

Contract: `(world, salesperson) -> queue`, with the owner of the account.
"""

from model.rules.slot import dispatcher

call_queue = dispatcher(__name__)
