"""Who of several idle people takes what comes in (000-26).

Contract: `(world, pool, key) -> place among the idle`, from 0 to `world.pools[pool].n_idle` − 1; `key` names the issue
that came in, for the luck of the choice.
"""

from model.rules.slot import dispatcher

idle_worker = dispatcher(__name__)
