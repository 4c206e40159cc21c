"""Live listening, dismissal on the spot, and the fear that it spreads (003-03, 003-05)."""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.log import note
from model.engine.staffing import replace_salesperson
from model.luck import LISTENED_TO, uniform
from model.rules.managers.breach import breach
from model.world.codes import L_CAUGHT, L_DISMISSED, NOBODY


@compiled
def listen_in(world, worker, c):
    """A supervisor listens in on some calls, and acts on one past the cap by the rule `breach` (003-03, 003-05).

    Draws: one.
    """
    p, call = world.parameters, world.calls[c]
    if p.p_listened <= 0.0 or uniform(p.seed, LISTENED_TO, call.key, call.attempt) >= p.p_listened:
        return
    day = world.beyond_days[today(world)]
    day.n_heard += 1
    if world.in_hand[worker].over == 0:
        return
    day.n_caught += 1
    conduct = world.conduct[worker]
    conduct.n_caught += 1
    note(world, L_CAUGHT, call.number, worker, call.customer, call.minutes)
    if breach(p.breach, conduct.n_caught, p) == 1:
        day.n_dismissed += 1
        dismiss_on_the_spot(world, worker)


@compiled
def dismiss_on_the_spot(world, worker):
    """Somebody is escorted to the door, the post is filled again, and the team has seen it (003-03)."""
    n_teams, team = world.clock.n_teams, world.salespeople[worker].team
    world.reviews[world.clock.review * n_teams + team].n_dismissed += 1
    note(world, L_DISMISSED, NOBODY, worker, team, world.salespeople[worker].attainment)
    replace_salesperson(world, worker)
    frighten(world, worker, -1)
    frighten(world, worker, 1)


@compiled
def frighten(world, worker, step):
    """Team-mates on one side of a dismissed person's post fear for their own (003-03): f ← f + gain (1 − f)."""
    p, post = world.parameters, worker + step
    while 0 <= post < len(world.conduct) and world.salespeople[post].team == world.salespeople[worker].team:
        row = world.conduct[post]
        row.fear += p.fear_gain * (1.0 - row.fear)
        post += step
