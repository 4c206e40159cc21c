"""What a call has brought so far, taken back: it never came to that, or it ended before."""

from model.compiled import compiled
from model.world.codes import NO_CHANCE, NOBODY


@compiled
def bring_nothing(world, c):
    """Nothing is in a call: no purchase, no offer, no sales talk; the query is open."""
    call = world.calls[c]
    end_early(world, c)
    call.n_steps, call.sold, call.sold_value, call.captured = 0, 0, 0.0, 0.0


@compiled
def end_early(world, c):
    """A call ends before its purpose: nothing is bought, no offer is reached, and the query stays open."""
    call = world.calls[c]
    call.bought, call.value, call.resolved = 0, 0.0, 0
    if len(world.products) > 0:
        pitch = world.pitches[c]
        pitch.product = pitch.prompted = NOBODY
        pitch.outcome = NO_CHANCE
        pitch.accepted = pitch.bad = pitch.lost = pitch.pushed = pitch.intended = 0
