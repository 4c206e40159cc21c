"""Count what was in a call beyond query and purchase, and tell it in the log."""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.log import note
from model.world.codes import (
    FAILURE_ELSEWHERE, L_ALMOST, L_ASKED, L_CONCEDED, L_DISPUTED, L_GAVE_IN, L_REFUSED_CALL, L_STAYED, NOBODY,
)  # fmt: skip


@compiled
def tally(world, worker, c):
    """Count what was in a call beyond query and purchase."""
    call, hand, day = world.calls[c], world.in_hand[worker], world.beyond_days[today(world)]
    day.longest = max(day.longest, call.minutes)
    day.n_caused += 1 if call.reason == FAILURE_ELSEWHERE else 0
    day.n_gamed += hand.gamed
    if hand.refused == 1:
        day.n_refused += 1
        note(world, L_REFUSED_CALL, call.number, call.customer, call.stream, call.minutes)
    if hand.department != NOBODY:
        tally_asking(world, worker, call, day)
    if len(world.codes) > 0:
        tally_codes(world, worker, call, day)
    tally_length(world, worker, call, day)


@compiled
def tally_asking(world, worker, call, day):
    """Count a department's part in a call (001-38, 001-55)."""
    hand = world.in_hand[worker]
    department = world.departments[hand.department]
    department.n_asked += 1
    department.n_uninformed += hand.uninformed
    department.minutes += hand.consulting
    day.n_consulted += 1
    day.consulting += hand.consulting
    day.n_uninformed += hand.uninformed
    note(world, L_ASKED, call.number, worker, call.customer, hand.consulting)


@compiled
def tally_codes(world, worker, call, day):
    """Count an order with or without a code, and what became of a claim to a friend's (001-31 to 001-33)."""
    hand = world.in_hand[worker]
    if hand.disputed == 1:
        day.n_disputed += 1
        note(world, L_DISPUTED, call.number, worker, call.customer, call.minutes)
    elif hand.conceded == 1:
        day.n_conceded += 1
        day.saved += hand.saved
        day.conceded_margin += hand.margin
        note(world, L_CONCEDED, call.number, worker, call.customer, hand.margin)
    elif call.bought == 1 and world.codes[call.customer].discount > 0.0:
        day.n_coded += 1
        day.coded_minutes += call.minutes
        day.code_margin += hand.margin
    elif call.bought == 1:
        day.n_plain += 1
        day.plain_minutes += call.minutes


@compiled
def tally_length(world, worker, call, day):
    """Count what made a call long, or cut it off (003-01 to 003-06)."""
    hand = world.in_hand[worker]
    day.n_over += hand.over
    day.n_cut += hand.cut
    if hand.stayed > 0.0:
        day.n_stayed += 1
        day.stayed += hand.stayed
        world.conduct[worker].longest = max(world.conduct[worker].longest, hand.stayed)
        note(world, L_STAYED, call.number, worker, call.customer, hand.stayed)
    if hand.near == 1:
        day.n_near += 1
        day.n_let_go += 1 if hand.attempts == 0 else 0
        day.n_talked_into += hand.talked_into
        day.pestering += hand.pestering
        event = L_GAVE_IN if hand.talked_into == 1 else L_ALMOST
        note(world, event, call.number, worker, call.customer, hand.pestering)
