"""Where calls wait when there are several sites (001-14).

Contract: `(site, parameters) -> place`: the place among a stream's queues at which calls of a site wait and its people
look for them. Draws: none.
"""

from model.rules.slot import dispatcher

site_queue = dispatcher(__name__)
