"""Contact books: what a salesperson remembers of the reps of a unit (000-29, 000-35)."""

from model.compiled import compiled
from model.engine.favours import do_favour, fade_favours
from model.engine.log import note
from model.luck import NUMBER, TIE, uniform
from model.rules.salespeople.learn import learn
from model.world.codes import L_LEARNED, L_NUMBER, L_TIE


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
    """Set a row of a page to that of a rep whom the salesperson does not know."""
    tie = world.ties[row]
    world.clock.n_known -= tie.known
    tie.rep, tie.known, tie.number, tie.friend, tie.n, tie.used, tie.chosen = rep, 0, 0, 0, 0, 0, 0
    tie.value, tie.last, tie.in_bulk, tie.owed = world.parameters.prior_value, 0.0, 0, 0.0


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
def get_to_know(world, row, i):
    """The name of a rep becomes known; that it was a bulk project that brought it is remembered (000-37)."""
    tie = world.ties[row]
    if tie.known == 0:
        tie.known = 1
        world.clock.n_known += 1
        if i >= 0:
            tie.in_bulk = world.issues[i].bulk


@compiled
def take_lesson(world, seller, rep, issue, reward):
    """A salesperson learns one more outcome with a rep, whose name is known from now on (000-35, 000-38)."""
    row = tie_row(world, seller, rep)
    tie = world.ties[row]
    tie.value = learn(world.parameters.learn, tie, reward, world.parameters)
    get_to_know(world, row, issue)
    tie.n += 1
    tie.last = reward
    note(world, L_LEARNED, issue, seller, rep, tie.value)


@compiled
def talk(world, seller, rep, i, count, visibility):
    """Salesperson and rep talk: the number may become known, and now and then a personal tie is founded.

    P(number) = visibility of the channel, or `update_shows_number` (000-29); P(tie) = `phone_tie`, or `meeting_tie`
    on a shared site (000-24). Draws: two, keyed by the issue and `count`, the number of the talk about it.
    """
    p, issue = world.parameters, world.issues[i]
    row = tie_row(world, seller, rep)
    tie = world.ties[row]
    if tie.number == 0 and uniform(p.seed, NUMBER, issue.key, count) < visibility:
        get_to_know(world, row, i)
        tie.number = 1
        note(world, L_NUMBER, i, seller, rep, 0.0)
    do_favour(world, row, seller, rep, i, count)
    chance = p.meeting_tie if p.co_located else p.phone_tie
    if tie.friend == 0 and uniform(p.seed, TIE, issue.key, count) < chance:
        tie.friend = 1
        note(world, L_TIE, i, seller, rep, 0.0)


@compiled
def remember_choice(world, seller, unit, place):
    """Remember whom the salesperson named last in a unit."""
    first = open_page(world, seller, unit)
    for other in range(world.units[unit].n_reps):
        world.ties[first + other].chosen = 0
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
    fade_favours(world)
