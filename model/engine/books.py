"""Contact books: what a salesperson remembers of the reps of a unit (000-29, 000-35)."""

from model.compiled import compiled
from model.engine.log import note
from model.luck import NUMBER, TIE, uniform
from model.rules.salespeople.learn import learn
from model.world.codes import L_LEARNED, L_NUMBER, L_TIE, NOBODY


@compiled
def open_page(world, seller, unit):
    """First row of a salesperson's page for a unit; a new page is begun when there is none."""
    first = world.books[seller * len(world.units) + unit].first
    if first < 0:
        first = world.clock.n_ties
        world.books[seller * len(world.units) + unit].first = first
        n_reps = world.units[unit].n_reps
        world.clock.n_ties += n_reps
        for place in range(n_reps):
            forget(world, first + place, world.units[unit].first + place)
    return first


@compiled
def forget(world, row, rep):
    """Set a row of a page to that of a rep nobody has told the salesperson about."""
    tie = world.ties[row]
    tie.rep, tie.known, tie.number, tie.friend, tie.n, tie.used, tie.chosen = rep, 0, 0, 0, 0, 0, 0
    tie.value, tie.last = world.parameters.prior_value, 0.0


@compiled
def page(world, seller, unit):
    """A salesperson's page for a unit: one tie for each rep."""
    first = open_page(world, seller, unit)
    return world.ties[first : first + world.units[unit].n_reps]


@compiled
def tie_row(world, seller, rep):
    """Row of the tie between a salesperson and a rep."""
    unit = world.reps[rep].unit
    return open_page(world, seller, unit) + world.reps[rep].place


@compiled
def take_lesson(world, seller, rep, issue, reward):
    """A salesperson learns one more outcome with a rep, whose name is known from now on (000-35, 000-38)."""
    tie = world.ties[tie_row(world, seller, rep)]
    tie.value = learn(world.parameters.learn, tie, reward, world.parameters)
    tie.known = 1
    tie.n += 1
    tie.last = reward
    note(world, L_LEARNED, issue, seller, rep, tie.value)


@compiled
def talk(world, seller, rep, i, visibility):
    """Salesperson and rep talk: the number may become known, and now and then a personal tie is founded.

    P(number) = visibility of the channel (000-29); P(tie) = `phone_tie`, or `meeting_tie` on a shared site (000-24).
    Draws: two, keyed by the issue.
    """
    p, issue = world.parameters, world.issues[i]
    row = tie_row(world, seller, rep)
    tie = world.ties[row]
    count = issue.n_sends * 4096 + issue.n_answers * 64 + issue.n_updated
    if tie.number == 0 and uniform(p.seed, NUMBER, issue.key, count) < visibility:
        tie.known, tie.number = 1, 1
        note(world, L_NUMBER, i, seller, rep, 0.0)
    chance = p.meeting_tie if p.co_located else p.phone_tie
    if tie.friend == 0 and uniform(p.seed, TIE, issue.key, count) < chance:
        tie.friend = 1
        note(world, L_TIE, i, seller, rep, 0.0)


@compiled
def chosen_before(world, seller, unit, place):
    """Remember whom the salesperson named last in a unit."""
    first = open_page(world, seller, unit)
    for other in range(world.units[unit].n_reps):
        world.ties[first + other].chosen = 0
    if place != NOBODY:
        world.ties[first + place].chosen = 1
        world.ties[first + place].used += 1


@compiled
def fade(world):
    """A day passes: every remembered value drifts back to the prior (000-37).

    v ← v + δ (prior − v), δ = `forgetting`.
    """
    p = world.parameters
    if p.forgetting > 0.0:
        for row in range(world.clock.n_ties):
            tie = world.ties[row]
            tie.value += p.forgetting * (p.prior_value - tie.value)
