"""What a rep does with a request that comes from the desk (000-22, 000-23, 000-40).

Contract: `(rep, request, channel, friend, restraint, parameters, u) -> EXPEDITE, LOG, SET_ASIDE or REFUSE`: do it next,
put it in the bucket in its turn, let it lie for a while first, or not take it. `friend` is 1 for a personal tie;
`restraint` is what policing suppresses.
"""

from model.rules.slot import dispatcher

respond = dispatcher(__name__)
