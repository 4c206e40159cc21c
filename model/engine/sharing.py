"""Contact books passed on within a team (000-35; C11)."""

from model.compiled import compiled
from model.engine.books import get_to_know, knows, page, tie_row
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
                    share_page(world, giver, taker, unit)


@compiled
def share_page(world, giver, taker, unit):
    """Pass on the names of one page that stand in the giver's contact book and that the taker does not know."""
    p = world.parameters
    ties = page(world, giver, unit)
    for place in range(len(ties)):
        tie = ties[place]
        if tie.n == 0 or tie.value < p.book_threshold or knows(world, taker, tie.rep):
            continue
        pair = key(world.workers[giver].id, world.workers[taker].id)
        rep = world.workers[len(world.salespeople) + tie.rep].id
        u = uniform(p.seed, SHARE, key(pair, rep), world.clock.review)
        if share_book(p.share_book, world.salespeople[giver], world.salespeople[taker], p, u) == 1:
            row = tie_row(world, taker, tie.rep)
            get_to_know(world, row, NOBODY)
            new = world.ties[row]
            new.number, new.value, new.n = tie.number, tie.value, 1
            world.salespeople[giver].given += 1
            world.salespeople[taker].received += 1
