"""Whom somebody asks who lacks the answer to a call (004-02, 004-16).

Contract: `(ties, n_ties, parameters, u) -> place in the contact list, or NOBODY`. `ties` is the asker's list, of which
the first `n_ties` rows are in use, each with `trust`, `value`, `owed`, `grudge` and `present`
(1 if the channel reaches the contact now); NOBODY is to ask somebody new. Alternatives: `most_trusted`,
`most_helpful`, `by_trust`, `somebody_new`. Draws: one, `u`.
"""

from model.rules.slot import dispatcher

whom_to_ask = dispatcher(__name__)
