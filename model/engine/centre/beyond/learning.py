"""What people learn: fear and praise from what they see, further skills from a programme (001-15, 003-03, 003-07)."""

from model.compiled import compiled
from model.engine.log import note
from model.world.codes import L_PRAISED, NOBODY


@compiled
def begin_conduct(world, post):
    """A newcomer has been told about the cap, has seen no praise yet, and is not multi-skilled (003-03, 003-07)."""
    p, row = world.parameters, world.conduct[post]
    row.fear, row.staying = p.fear_initial, p.staying_initial
    row.n_caught, row.longest, row.trained = 0, 0.0, 0


@compiled
def learn_at_meeting(world):
    """Fear and readiness to stay fade, long talks are praised, and the next people become multi-skilled."""
    for post in range(len(world.conduct)):
        fade_conduct(world, post)
    if world.parameters.praise_minutes > 0.0:
        praise(world)
    train(world)


@compiled
def fade_conduct(world, post):
    """Fear and readiness to stay go part of the way back to a newcomer's; fear costs morale (003-03, 003-07)."""
    p, row, advisor = world.parameters, world.conduct[post], world.advisors[post]
    if p.call_cap_seconds > 0.0:
        advisor.morale = max(0.0, advisor.morale - p.fear_morale * row.fear)
    row.fear += p.fear_fade * (p.fear_initial - row.fear)
    row.staying += p.staying_fade * (p.staying_initial - row.staying)


@compiled
def praise(world):
    """Each team's longest talk beyond a query is praised if it is long enough, and imitated (003-07).

    Readiness to stay: s ← s + `praise_imitation` (1 − s) in the team, and `praise_reach` of that in every other.
    """
    first = 0
    while first < len(world.conduct):
        praise_team(world, first)
        first = end_of_team(world, first)


@compiled
def praise_team(world, first):
    """Praise the longest talk of the team whose first post is `first`, if it is long enough (003-07)."""
    p, best = world.parameters, first
    last = end_of_team(world, first)
    for post in range(first, last):
        if world.conduct[post].longest > world.conduct[best].longest:
            best = post
    longest = world.conduct[best].longest
    for post in range(first, last):
        world.conduct[post].longest = 0.0
    if longest < p.praise_minutes:
        return
    world.beyond_days[min(world.clock.day, len(world.beyond_days)) - 1].n_praised += 1
    note(world, L_PRAISED, NOBODY, best, NOBODY, longest)
    for post in range(len(world.conduct)):
        row = world.conduct[post]
        reach = 1.0 if first <= post < last else p.praise_reach
        row.staying += reach * p.praise_imitation * (1.0 - row.staying)


@compiled
def end_of_team(world, first):
    """The post after the last one of the team whose first post is `first`."""
    post = first
    while post < len(world.conduct) and world.salespeople[post].team == world.salespeople[first].team:
        post += 1
    return post


@compiled
def train(world):
    """The rolling programme makes the next people multi-skilled, post after post (001-15)."""
    n_meetings = (world.clock.day - 1) // world.parameters.meeting_days
    places = world.parameters.trained_per_meeting * len(world.conduct)
    left = int(n_meetings * places) - int((n_meetings - 1) * places)
    for post in range(len(world.conduct)):
        if left > 0 and world.conduct[post].trained == 0:
            world.conduct[post].trained = 1
            left -= 1


@compiled
def note_conduct(world):
    """Note fear and readiness to stay at the start of a day."""
    fear = staying = 0.0
    for post in range(len(world.conduct)):
        fear += world.conduct[post].fear
        staying += world.conduct[post].staying
    day = world.beyond_days[world.clock.day - 1]
    day.fear, day.staying = fear / len(world.conduct), staying / len(world.conduct)
