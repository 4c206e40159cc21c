"""Whether to start again with a customer who almost bought and wants to confer with somebody first (003-02, 003-04).

Contract: `(attempts, minutes, parameters) -> 1 or 0`; `attempts` further ones were made, and the call has lasted
`minutes`. Draws: none.
"""

from model.rules.slot import dispatcher

persist = dispatcher(__name__)
