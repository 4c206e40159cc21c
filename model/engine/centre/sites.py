"""Several sites: where a call waits, and who looks for it there."""

from model.compiled import compiled
from model.luck import HOME_SITE, uniform
from model.rules.routing.site_queue import site_queue
from model.world.codes import SERVES


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


@compiled
def people_for(world, call):
    """People of the groups that serve a call's line where it waits."""
    line = world.streams[call.line]
    if len(world.sites) < 2:
        return line.n_people
    n, place = 0, place_of(world, call.site)
    for g in range(len(world.groups)):
        if serves_at(world, g, call.line, place):
            n += world.groups[g].n_people
    return n


@compiled
def serves_at(world, g, stream, place):
    """Whether a group serves a stream, and sits where calls at this place of the stream's queues wait."""
    level = world.skills[g * len(world.streams) + stream].level
    return level == SERVES and place_of(world, world.groups[g].location) == place


@compiled
def n_waiting(world, s):
    """Calls that wait in a line, at all sites."""
    n = 0
    for place in range(max(1, len(world.sites))):
        n += world.queues[world.streams[s].queue + place].length
    return n
