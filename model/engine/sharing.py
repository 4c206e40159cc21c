"""Contact books passed on within a team (000-35; C11)."""

from model.compiled import compiled
from model.engine.books import get_to_know, open_page
from model.luck import SHARE, key, uniform
from model.rules.salespeople.share_book import share_book
from model.world.codes import NOBODY


@compiled
def share_names(world):
    """Everybody may pass good names to colleagues of the team who lack them. Draws: one a name asked for."""
    for giver in range(len(world.salespeople)):
        for taker in range(len(world.salespeople)):
            if giver != taker and world.salespeople[giver].team == world.salespeople[taker].team:
                for unit in range(len(world.units)):
                    if world.books[giver * len(world.units) + unit].first >= 0:
                        share_page(world, giver, taker, unit)


@compiled
def share_page(world, giver, taker, unit):
    """Pass on the names of one page that stand in the giver's contact book and that the taker does not know."""
    p = world.parameters
    mine, theirs = open_page(world, giver, unit), world.books[taker * len(world.units) + unit].first
    for place in range(world.units[unit].n_reps):
        tie = world.ties[mine + place]
        if tie.n == 0 or tie.value < p.book_threshold:
            continue
        if theirs >= 0 and world.ties[theirs + place].known == 1:
            continue
        pair = key(world.workers[giver].id, world.workers[taker].id)
        rep = world.workers[len(world.salespeople) + tie.rep].id
        u = uniform(p.seed, SHARE, key(pair, rep), world.clock.review)
        if share_book(p.share_book, world.salespeople[giver], world.salespeople[taker], p, u) == 1:
            theirs = open_page(world, taker, unit)
            get_to_know(world, theirs + place, NOBODY)
            new = world.ties[theirs + place]
            new.number, new.value, new.n = tie.number, tie.value, 1
            world.salespeople[giver].given += 1
            world.salespeople[taker].received += 1
