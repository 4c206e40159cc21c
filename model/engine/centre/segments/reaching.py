"""A caller on the way to a line: whether to call at all, the look-up of the number, the menu, the transfer.

1. Who expects a long wait at that hour may not call.
2. The caller's number is looked up in the database, whose record shows a segment.
3. The caller presses a key; motive and segment give the line.
"""

from model.compiled import compiled
from model.engine.centre.experience import experience
from model.engine.centre.segments.hours import part_at
from model.engine.centre.settling import settle
from model.engine.log import note
from model.luck import LATENT, LEAVE_MENU, LOOK_UP, MISPRESS, PRESS, PRESS_WHAT, uniform
from model.world.codes import L_LEFT_MENU, NOBODY, SERVES
from model.world.differentiation import PARTS


@compiled
def reach(world, c):
    """A caller finds a line, or does not: then the call is settled. Returns 1 if the line is reached."""
    if len(world.segments) == 0:
        return 1
    segment = world.segments[world.records[world.calls[c].customer].segment]
    if stays_away(world, c) == 1:
        segment.n_latent += 1
        settle(world, c)
        return 0
    segment.n_calls += 1
    look_up(world, c, segment)
    if press(world, c, segment) == 0:
        segment.n_left_menu += 1
        note(world, L_LEFT_MENU, world.calls[c].number, world.calls[c].customer, world.calls[c].stream, 0.0)
        experience(world, world.calls[c], 0.0)
        settle(world, c)
        return 0
    return 1


@compiled
def stays_away(world, c):
    """Whether the usual wait of the hour keeps a caller from calling (002-26).

    P(call) = L / (L + w), L = `latent_minutes`, w the usual wait of the stream at that hour. Draws: one.
    """
    p, call = world.parameters, world.calls[c]
    if p.latent_minutes <= 0.0:
        return 0
    usual = world.line_hours[call.stream * PARTS + part_at(world, world.clock.now)].usual_wait
    u = uniform(p.seed, LATENT, call.key, 0)
    return 0 if u < p.latent_minutes / (p.latent_minutes + usual) else 1


@compiled
def look_up(world, c, segment):
    """The caller's number is searched for in the database; what the record shows may be wrong (002-07). Draws: one."""
    p, call = world.parameters, world.calls[c]
    profile = world.records[call.customer]
    call.seen = NOBODY
    if uniform(p.seed, LOOK_UP, call.key, 0) >= p.p_unidentified:
        call.seen = profile.observed
        segment.n_identified += 1
        segment.n_known += 1 if profile.observed == profile.segment else 0


@compiled
def press(world, c, segment):
    """The caller presses a key of the menu, and motive and segment lead to a line (002-08, 002-09).

    With probability `menu_coverage` an option fits and, but for `p_mispress`, is pressed. Whom none fits hangs up with
    `p_leaves_menu`, else presses one of the others. Returns 1, or 0 when the caller hung up. Draws: up to four.
    """
    p, call = world.parameters, world.calls[c]
    motive = world.streams[call.stream].motive
    fits = uniform(p.seed, PRESS, call.key, 0) < p.menu_coverage
    if not fits and uniform(p.seed, LEAVE_MENU, call.key, 0) < p.p_leaves_menu:
        return 0
    n_motives = len(world.lines) // (len(world.segments) + 1)
    if n_motives > 1 and (not fits or uniform(p.seed, MISPRESS, call.key, 0) < p.p_mispress):
        further = 1 + int(uniform(p.seed, PRESS_WHAT, call.key, 0) * (n_motives - 1))
        motive = (motive + further) % n_motives
        segment.n_wrong_key += 1
    call.line = line_for(world, call, motive)
    segment.n_misrouted += 1 if call.line != call.stream else 0
    return 1


@compiled
def line_for(world, call, motive):
    """The line of a motive and of the segment that the record shows; without such a line that of the right motive."""
    n_segments = len(world.segments)
    seen = n_segments if call.seen == NOBODY else call.seen
    line = world.lines[motive * (n_segments + 1) + seen].stream
    return call.stream if line == NOBODY else line


@compiled
def is_misplaced(world, worker, call):
    """Whether the caller has a concern that this person's group does not serve, so that the call is passed on (002-08).

    It is not when the group serves the line of the right motive as well.
    """
    right = world.streams[call.stream].motive
    if world.streams[call.line].motive == right:
        return 0
    place = line_for(world, call, right)
    group = world.advisors[worker].group
    return 0 if world.skills[group * len(world.streams) + place].level == SERVES else 1
