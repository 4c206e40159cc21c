"""Contact lists: whom somebody knows among the colleagues, the trust in them, and the accounts kept with them."""

from model.compiled import compiled
from model.world.codes import HOME, NOBODY


@compiled
def shared_identity(world, one, other):
    """Identity that two people share: that of whom it binds less, and more of it where both sit in one place.

    s = min(ι_1, ι_2), and in one group that is not at home s + (1 − s) · `identity_same_place` (004-01, 004-15).
    """
    shared = min(world.peers[one].identity, world.peers[other].identity)
    group = world.advisors[one].group
    if group == world.advisors[other].group and world.groups[group].site != HOME:
        shared += (1.0 - shared) * world.parameters.identity_same_place
    return shared


@compiled
def find_contact(world, me, other):
    """Row of a colleague in somebody's contact list, or nobody; a successor in the colleague's post begins anew."""
    first = me * world.parameters.contacts
    for row in range(first, first + world.peers[me].n_contacts):
        if world.peer_ties[row].peer == other:
            if world.peer_ties[row].person != world.salespeople[other].person:
                begin_contact(world, row, me, other)
            return row
    return NOBODY


@compiled
def contact(world, me, other):
    """Row of a colleague in somebody's contact list, who comes into it if need be, for the least trusted if full."""
    row = find_contact(world, me, other)
    if row != NOBODY:
        return row
    peer, first = world.peers[me], me * world.parameters.contacts
    if peer.n_contacts < world.parameters.contacts:
        row = first + peer.n_contacts
        peer.n_contacts += 1
    else:
        row = first
        for place in range(first, first + peer.n_contacts):
            if world.peer_ties[place].trust < world.peer_ties[row].trust:
                row = place
    begin_contact(world, row, me, other)
    return row


@compiled
def begin_contact(world, row, me, other):
    """Two people have met: swift trust as far as they share identity, nothing owed on either side."""
    tie = world.peer_ties[row]
    tie.peer, tie.person = other, world.salespeople[other].person
    tie.trust, tie.value = trust_in_stranger(world, me, other), world.parameters.hope_initial
    tie.received, tie.owed, tie.grudge, tie.n_received, tie.n_refused, tie.present = 0.0, 0.0, 0.0, 0, 0, 0


@compiled
def trust_in_stranger(world, me, other):
    """Trust before the first favour: `swift_trust` · shared identity (B2: Jarvenpaa & Leidner)."""
    return world.parameters.swift_trust * shared_identity(world, me, other)


@compiled
def grow_trust(world, row, me, gain):
    """Trust grows through a favour or a meeting, the faster the more identity is shared (004-01, 004-08).

    T ← T + gain · s (1 − T).
    """
    tie = world.peer_ties[row]
    tie.trust += gain * shared_identity(world, me, tie.peer) * (1.0 - tie.trust)


@compiled
def book_favour(world, giver, taker, gain):
    """A favour is done: the taker owes it, the giver's own debt falls by one, trust grows on both sides (004-06)."""
    mine, theirs = contact(world, giver, taker), contact(world, taker, giver)
    world.peer_ties[mine].owed -= 1.0
    tie = world.peer_ties[theirs]
    tie.received += 1.0
    tie.owed += 1.0
    tie.grudge = max(0.0, tie.grudge - 1.0)
    tie.n_received += 1
    tie.value += world.parameters.hope_rate * (1.0 - tie.value)
    grow_trust(world, mine, giver, gain)
    grow_trust(world, theirs, taker, gain)


@compiled
def book_refusal(world, asker, other):
    """A colleague refused: a grudge, less trust, and less hope of an answer there (004-06)."""
    p, tie = world.parameters, world.peer_ties[contact(world, asker, other)]
    tie.grudge += 1.0
    tie.n_refused += 1
    tie.trust *= 1.0 - p.trust_loss
    tie.value -= p.hope_rate * tie.value


@compiled
def settle_accounts(world):
    """A week passes over all accounts: debts, grudges and trust fade, identity drifts back, goodwill is spent.

    goodwill: g ← g · max(0, 1 − `fatigue` · (given − received)⁺), then g ← g + `goodwill_recovery` (1 − g).
    identity: ι ← ι + `identity_drift` (ι_group − ι) (004-08).
    """
    p = world.parameters
    for post in range(len(world.peers)):
        peer = world.peers[post]
        excess = max(0, peer.week_given - peer.week_received)
        peer.goodwill *= max(0.0, 1.0 - p.fatigue * excess)
        peer.goodwill += p.goodwill_recovery * (1.0 - peer.goodwill)
        peer.identity += p.identity_drift * (world.groups[world.advisors[post].group].identity - peer.identity)
        peer.week_given = peer.week_received = 0
        for row in range(post * p.contacts, post * p.contacts + peer.n_contacts):
            tie = world.peer_ties[row]
            tie.received *= 1.0 - p.debt_fading
            tie.owed *= 1.0 - p.debt_fading
            tie.grudge *= 1.0 - p.debt_fading
            tie.trust *= 1.0 - p.trust_fading
