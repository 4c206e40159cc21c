"""Several sites: where a call waits, and who looks for it there."""

from model.compiled import compiled
from model.luck import HOME_SITE, uniform
from model.rules.routing.site_queue import site_queue


@compiled
def home_of(world, call):
    """Site to which a call belongs, in proportion to the sites' people (001-14). Draws: one, if there are several."""
    if len(world.sites) < 2:
        return 0
    u = uniform(world.parameters.seed, HOME_SITE, call.key, 0)
    site = 0
    while site < len(world.sites) - 1 and u >= world.sites[site].up_to:
        site += 1
    return site


@compiled
def place_of(world, site):
    """Place among a stream's queues at which the calls and people of a site meet, by the rule `site_queue` (001-14)."""
    return 0 if len(world.sites) < 2 else site_queue(world.parameters.site_queue, site, world.parameters)


@compiled
def queue_of(world, call):
    """The queue in which a call waits."""
    return world.streams[call.line].queue + place_of(world, call.site)
