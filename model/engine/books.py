"""Contact books: what a salesperson remembers of the reps of a unit (000-29, 000-35).

Memories fade by the day (000-37), and do so when somebody opens the page on which they stand: on most days most pages
are of no concern to anybody. For whoever reads a run, `world/books.py` does the same.
"""

from model.compiled import compiled
from model.engine.favours import do_favour
from model.engine.log import note
from model.luck import NUMBER, TIE, uniform
from model.rules.salespeople.learn import learn
from model.world.codes import L_LEARNED, L_NUMBER, L_TIE, NOBODY
from model.world.fading import faded_favours, faded_value
from model.world.tables import A_FEW


@compiled
def open_page(world, seller, unit):
    """Open a salesperson's page for a unit: what stands on it is brought up to date. Returns its row."""
    its = world.books[seller * len(world.units) + unit]
    fade(world, its)
    return its


@compiled
def page(world, seller, unit):
    """A salesperson's page for a unit: one tie for each rep with whom the salesperson has had to do, in their order."""
    its = open_page(world, seller, unit)
    return world.ties[its.first : its.first + its.n]


@compiled
def place_on(world, its, rep):
    """Place on a page of a rep or, if the page has no row for the rep, of the last one who comes before; -1 is none."""
    place = min(world.reps[rep].place, its.n - 1)
    while place >= 0 and world.ties[its.first + place].rep > rep:
        place -= 1
    return place


@compiled
def find_tie(world, seller, rep):
    """Row of the tie between a salesperson and a rep, or nobody's while they have had nothing to do with each other."""
    its = open_page(world, seller, world.reps[rep].unit)
    place = place_on(world, its, rep)
    if place < 0 or world.ties[its.first + place].rep != rep:
        return NOBODY
    return its.first + place


@compiled
def tie_row(world, seller, rep):
    """Row of the tie between a salesperson and a rep, which begins now if there is none."""
    its = open_page(world, seller, world.reps[rep].unit)
    place = place_on(world, its, rep)
    if place >= 0 and world.ties[its.first + place].rep == rep:
        return its.first + place
    if its.n == 0:
        its.faded = world.clock.day
    make_room(world, its, world.units[world.reps[rep].unit].n_reps)
    for behind in range(its.n - 1, place, -1):
        copy_tie(world, its.first + behind, its.first + behind + 1)
    its.n += 1
    row = its.first + place + 1
    begin_tie(world, row, rep)
    if place + 2 < its.n:  # what stood here has moved up; a row at the end was never used
        begin_detail(world, row)
    return row


@compiled
def make_room(world, its, n_reps):
    """Room for one more row on a page: a page that is full moves to where there is more."""
    room = rows_of(its.n, n_reps)
    if its.n == room:
        old, its.first = its.first, world.clock.n_ties
        world.clock.n_ties += rows_of(its.n + 1, n_reps)
        for place in range(its.n):
            copy_tie(world, old + place, its.first + place)


@compiled
def rows_of(n, n_reps):
    """Rows that a page with `n` in use has: one, a few, then one for each rep of the unit."""
    if n <= 1:
        return n
    return min(n_reps, A_FEW) if n <= A_FEW else n_reps


@compiled
def copy_tie(world, source, target):
    """Copy a tie from one row to another, field by field."""
    old, new = world.ties[source], world.ties[target]
    new.value, new.last, new.rep, new.n, new.used = old.value, old.last, old.rep, old.n, old.used
    new.known, new.number, new.friend, new.chosen = old.known, old.number, old.friend, old.chosen
    old, new = world.tie_details[source], world.tie_details[target]
    new.owed, new.in_bulk = old.owed, old.in_bulk


@compiled
def begin_tie(world, row, rep):
    """Set a row to the tie to a rep whom the salesperson does not know."""
    tie = world.ties[row]
    tie.rep, tie.known, tie.number, tie.friend, tie.n, tie.used, tie.chosen = rep, 0, 0, 0, 0, 0, 0
    tie.value, tie.last = world.parameters.prior_value, 0.0


@compiled
def begin_detail(world, row):
    """Set the details of a tie to those of a rep whom the salesperson does not know: no favour owed, no project."""
    detail = world.tie_details[row]
    detail.in_bulk, detail.owed = 0, 0.0


@compiled
def forget(world, row):
    """A tie is as if it had not been: the salesperson does not know the rep any more."""
    tie = world.ties[row]
    world.clock.n_known -= tie.known
    begin_tie(world, row, tie.rep)
    begin_detail(world, row)


@compiled
def knows(world, seller, rep):
    """Whether a salesperson knows the name of a rep."""
    row = find_tie(world, seller, rep)
    return row != NOBODY and world.ties[row].known == 1


@compiled
def get_to_know(world, row, i):
    """The name of a rep becomes known; that it was a bulk project that brought it is remembered (000-37)."""
    tie = world.ties[row]
    if tie.known == 0:
        tie.known = 1
        world.clock.n_known += 1
        if i >= 0 and world.issues[i].bulk == 1:
            world.tie_details[row].in_bulk = 1


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
    its = open_page(world, seller, unit)
    for other in range(its.n):
        world.ties[its.first + other].chosen = 0
    world.ties[its.first + place].chosen = 1
    world.ties[its.first + place].used += 1


@compiled
def fade(world, its):
    """Fade what stands on a page, once for each day begun since it was up to date (000-37, 000-43)."""
    days = world.clock.day - its.faded
    if its.n == 0 or days == 0:  # the many pages without a tie stay as they are, and need not be written to
        return
    its.faded = world.clock.day
    p = world.parameters
    for row in range(its.first, its.first + its.n):
        if p.forgetting > 0.0:
            value = world.ties[row].value
            for _ in range(days):
                value = faded_value(value, p.prior_value, p.forgetting)
            world.ties[row].value = value
        if p.p_favour > 0.0:
            owed = world.tie_details[row].owed
            for _ in range(days):
                owed = faded_favours(owed, p.debt_fading)
            world.tie_details[row].owed = owed
