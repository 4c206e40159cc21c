"""Somebody lacks the answer to a call: who is asked, by which channel, and what becomes of the question.

1. The call has a topic; what the person believes on it is right, mistaken, or nothing.
2. Who believes nothing asks if answers are to be hoped for: by a channel, one colleague after another or many at once.
3. A colleague who is at work decides by the rule `give_help`; one who knows no answer either says so.
4. Help is a task on the helper's own line; the call is resolved as well as if the answer had been known.
"""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.calendar import today
from model.engine.centre.peers.contacts import book_refusal, contact, find_contact, trust_in_stranger
from model.engine.centre.peers.knowledge import topic_of
from model.engine.log import note
from model.engine.queues import new_task
from model.luck import ASKS, CHANNEL, HELPS, IN_TIME, STRANGER, TEACHES, WHOM, uniform
from model.rules.peers.give_help import give_help
from model.rules.peers.whom_to_ask import whom_to_ask
from model.world.codes import (
    HELP_COMES, HELP_TASK, HELPED, L_HELP_ASKED, L_HELP_REFUSED, MISLED, NOBODY, NOT_ASKED, TOO_LATE, UNINFORMED,
    UNKNOWN, UNREACHED, UNWILLING,
)  # fmt: skip

TRIES = 16
"""Draws that one contact of a call may take for asking people one after another."""
NEWCOMER_DAYS = 60.0


@compiled
def plan_help(world, worker, c):
    """What somebody knows of a call, and what help gets for what is lacking, is settled when it begins (004-02)."""
    p, call, day = world.parameters, world.calls[c], world.help_days[today(world)]
    topic = topic_of(world, call)
    belief = world.answers[worker * len(world.topics) + topic].answer
    if belief == world.topics[topic].answer:
        day.n_matched += 1
    elif belief != UNKNOWN:
        day.n_mistaken += 1
        call.quality *= p.mistaken_quality
    else:
        day.n_lacking += 1
        outcome = seek_help(world, worker, c, topic)
        count_outcome(day, outcome)
        if outcome == MISLED:
            call.quality *= p.mistaken_quality
        elif outcome != HELPED:
            call.quality *= p.ignorant_quality


@compiled
def count_outcome(day, outcome):
    """Count what became of a question."""
    if outcome == NOT_ASKED:
        day.n_not_asked += 1
    elif outcome == UNREACHED:
        day.n_unreached += 1
    elif outcome == UNWILLING:
        day.n_unwilling += 1
    elif outcome == UNINFORMED:
        day.n_uninformed += 1
    elif outcome == MISLED:
        day.n_misled += 1
    elif outcome == TOO_LATE:
        day.n_too_late += 1
    else:
        day.n_helped += 1


@compiled
def seek_help(world, worker, c, topic):
    """Somebody who lacks an answer asks colleagues, if experience leaves any hope (004-04). Returns what becomes of it.

    P(ask) = `p_ask` · max(`hope_floor`, hope); hope ← hope + `hope_rate` (answered − hope). Draws: two.
    """
    p, call, peer = world.parameters, world.calls[c], world.peers[worker]
    if uniform(p.seed, ASKS, call.key, call.attempt) >= p.p_ask * max(p.hope_floor, peer.hope):
        return NOT_ASKED
    way = choose_channel(world, uniform(p.seed, CHANNEL, call.key, call.attempt))
    channel = world.peer_channels[way]
    channel.n_asked += 1
    call.minutes += channel.ask_minutes
    see_who_is_there(world, worker, channel)
    outcome = UNREACHED
    for n in range(channel.reach if channel.reach > 1 else p.most_asked):
        other = whom(world, worker, call, channel, n)
        if other != NOBODY and outcome < MISLED:
            outcome = max(outcome, ask_colleague(world, worker, other, c, topic, way, n))
    if channel.reach > 1 and outcome > UNREACHED:
        count_request(world, worker, 1 if outcome == UNWILLING else 0)
    answered = 1.0 if outcome >= MISLED else 0.0
    channel.n_helped += int(answered)
    peer.hope += p.hope_rate * (answered - peer.hope)
    return outcome


@compiled
def choose_channel(world, u):
    """A channel, as often as its weight beside the others' (004-16). Draws: `u`."""
    total = 0.0
    for way in range(len(world.peer_channels)):
        total += world.peer_channels[way].weight
    left = u * total
    for way in range(len(world.peer_channels)):
        left -= world.peer_channels[way].weight
        if left < 0.0:
            return way
    return len(world.peer_channels) - 1


@compiled
def see_who_is_there(world, worker, channel):
    """Note in the contact list who can be reached by a channel now."""
    first, group = worker * world.parameters.contacts, world.advisors[worker].group
    for row in range(first, first + world.peers[worker].n_contacts):
        tie = world.peer_ties[row]
        there = channel.needs_presence == 0 or world.workers[tie.peer].away == 0
        near = channel.own_place == 0 or world.advisors[tie.peer].group == group
        tie.present = 1 if there and near else 0


@compiled
def whom(world, worker, call, channel, n):
    """Whom somebody asks as number `n`: a contact by the rule `whom_to_ask`, else somebody new; a list is read by any.

    Draws: one, and those for somebody new.
    """
    p, peer = world.parameters, world.peers[worker]
    place = NOBODY
    if channel.reach == 1 and peer.n_contacts > 0:
        first = worker * p.contacts
        u = uniform(p.seed, WHOM, call.key, TRIES * call.attempt + n)
        place = whom_to_ask(p.whom_to_ask, world.peer_ties[first : first + p.contacts], peer.n_contacts, p, u)
        if place != NOBODY:
            world.peer_ties[first + place].present = 0  # asked once about this call
            return world.peer_ties[first + place].peer
    return somebody_new(world, worker, call, channel, n)


@compiled
def somebody_new(world, worker, call, channel, n):
    """Somebody from the directory, now and then of the own group (004-15), who is at work if need be, or nobody.

    Draws: up to eight.
    """
    p, group = world.parameters, world.groups[world.advisors[worker].group]
    for k in range(4):
        count = 4 * (TRIES * call.attempt + n) + k
        own = channel.own_place == 1
        if not own and channel.reach == 1:
            own = uniform(p.seed, STRANGER, call.key, 2 * count) < p.p_own_group
        first = group.first if own else 0
        n_people = group.n_people if own else len(world.peers)
        if n_people > 1:
            other = first + int(uniform(p.seed, STRANGER, call.key, 2 * count + 1) * (n_people - 1))
            other += 1 if other >= worker else 0
            if channel.needs_presence == 0 or world.workers[other].away == 0:
                return other
    return NOBODY


@compiled
def ask_colleague(world, asker, other, c, topic, way, n):
    """Somebody asks a colleague about a call. Returns what becomes of it. Draws: up to three."""
    p, call, channel = world.parameters, world.calls[c], world.peer_channels[way]
    count = TRIES * call.attempt + n
    world.peers[other].n_asked += 1
    note(world, L_HELP_ASKED, call.number, asker, other, float(way))
    granted = grants(world, other, asker, channel, uniform(p.seed, HELPS, call.key, count))
    if channel.reach == 1:
        count_request(world, asker, 1 - granted)
    if granted == 0:
        if channel.reach == 1:
            note(world, L_HELP_REFUSED, call.number, other, asker, float(way))
            book_refusal(world, asker, other)
        return UNWILLING
    answer = world.answers[other * len(world.topics) + topic].answer
    if answer == UNKNOWN:
        if channel.reach == 1:
            tie = world.peer_ties[contact(world, asker, other)]
            tie.value -= p.hope_rate * tie.value
        return UNINFORMED
    learnt = uniform(p.seed, TEACHES, call.key, count) < channel.richness
    give(world, other, asker, call.number, topic, way, learnt)
    if uniform(p.seed, IN_TIME, call.key, count) >= channel.p_in_time:
        return TOO_LATE
    return HELPED if answer == world.topics[topic].answer else MISLED


@compiled
def count_request(world, asker, refused):
    """Count a request put to one colleague, or to a list as a whole, and whether it was refused or left unanswered."""
    p, day, row = world.parameters, world.help_days[today(world)], world.salespeople[asker]
    new = 1 if row.person > 0 and world.clock.now - row.hired < NEWCOMER_DAYS * p.day_minutes else 0
    day.n_requests += 1
    day.n_refused += refused
    day.n_new += new
    day.n_new_refused += new * refused


@compiled
def grants(world, giver, asker, channel, u):
    """Whether somebody asked helps, by the rule `give_help`; trust and accounts are the giver's (004-03..06).

    The question pulls less on a list, on who is paid by the call (004-17), and on who is watched. Draws: `u`.
    """
    p = world.parameters
    trust, received, owed, grudge = trust_in_stranger(world, giver, asker), 0.0, 0.0, 0.0
    row = find_contact(world, giver, asker)
    if row != NOBODY:
        tie = world.peer_ties[row]
        trust, received, owed, grudge = tie.trust, tie.received, tie.owed, tie.grudge
    pull = channel.pull * (1.0 - world.groups[world.advisors[giver].group].volume_pay)
    pull *= 1.0 - p.watch_deters * p.share_watched
    return give_help(p.give_help, world.peers[giver], trust, received, owed, grudge, pull, p, u)


@compiled
def give(world, giver, asker, number, topic, way, learnt):
    """Help is a task on the giver's own line, and comes there at once."""
    row = new_task(world, HELP_TASK, topic, world.peer_channels[way].help_minutes)
    task = world.tasks[row]
    task.other, task.number, task.channel, task.desk = asker, number, way, 1 if learnt else 0
    task.queue = world.workers[giver].line
    schedule(world, world.clock.now, HELP_COMES, row, 0)
