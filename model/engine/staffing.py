"""Who holds a post: dispositions of reps, hires at the desk, and what leaves with the person."""

from model.compiled import compiled
from model.engine.centre.people import appoint_advisor
from model.engine.books import find_tie, forget, get_to_know, knows, open_page, tie_row
from model.luck import HIRE, RESIDUAL, SPEED, lognormal, uniform
from model.world.codes import EX_SERVICE, NOBODY, NOVICE


@compiled
def replace_rep(world, rep):
    """A rep leaves; the newcomer has another disposition; personal ties end, but no book tells the difference (C10)."""
    row = world.reps[rep]
    row.person += 1
    for seller in range(len(world.salespeople)):
        tie = find_tie(world, seller, rep)
        if tie != NOBODY:
            world.ties[tie].friend = 0
    appoint_rep(world, rep)


@compiled
def appoint_rep(world, rep):
    """Whoever holds a rep's post now brings the next candidate's disposition (000-40) and a speed. Draws: one."""
    p, row = world.parameters, world.reps[rep]
    depth = len(world.candidates) // len(world.reps)
    candidate = world.candidates[rep * depth + min(row.person, depth - 1)]
    row.disposition, row.excess = candidate.disposition, 0.0
    me = world.workers[len(world.salespeople) + rep].id
    row.speed = lognormal(uniform(p.seed, SPEED, me, row.person), 1.0, p.speed_cv)


@compiled
def replace_salesperson(world, post):
    """A salesperson leaves and the contact book with that person; somebody else is hired (000-32)."""
    row = world.salespeople[post]
    row.person += 1
    for unit in range(len(world.units)):
        its = open_page(world, post, unit)
        for tie in range(its.first, its.first + its.n):
            forget(world, tie)
    appoint_salesperson(world, post)


@compiled
def appoint_salesperson(world, post):
    """Hire a novice, or somebody from a service unit who has a few helpful reps there in the book (000-08).

    Draws: two, and one for each residual contact.
    """
    p, row, me = world.parameters, world.salespeople[post], world.workers[post].id
    row.hired, row.practice, row.low_periods = world.clock.now, 0.0, 0
    row.hire, row.old_unit = NOVICE, NOBODY
    row.given = row.received = 0
    if len(world.advisors) > 0:
        appoint_advisor(world, post)
    if len(world.units) == 0 or uniform(p.seed, HIRE, me, 2 * row.person) >= p.share_ex_service:
        return
    row.hire = EX_SERVICE
    row.old_unit = int(uniform(p.seed, HIRE, me, 2 * row.person + 1) * len(world.units))
    first, n_reps = world.units[row.old_unit].first, world.units[row.old_unit].n_reps
    for contact in range(min(p.residual_contacts, n_reps)):
        place = int(uniform(p.seed, RESIDUAL, me, row.person * 32 + contact) * n_reps)
        while knows(world, post, first + place) and contact < n_reps:
            place = (place + 1) % n_reps
        known = tie_row(world, post, first + place)
        get_to_know(world, known, NOBODY)
        tie = world.ties[known]
        tie.number, tie.n, tie.value = 1, 1, max(p.prior_value, p.book_threshold)
