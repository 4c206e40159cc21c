"""What a supervisor does who hears a call run past the cap (003-03).

Contract: `(n_caught, parameters) -> 1 or 0`, 1 for dismissal on the spot; `n_caught` is how often the person was heard
doing so, this time included. Draws: none.
"""

from model.rules.slot import dispatcher

breach = dispatcher(__name__)
