"""Help is given and meetings are held: what passes between two people, and what it does to their accounts."""

from model.compiled import compiled
from model.engine.agenda import schedule
from model.engine.centre.peers.contacts import book_favour, contact, grow_trust
from model.engine.log import note
from model.engine.queues import new_task
from model.engine.work import book, hand_over
from model.luck import FACE_TOPIC, FACE_WITH, uniform
from model.world.codes import HELPING, L_HELPED, L_MET, MEETING, MEETING_DUE, MEETING_TASK, NOBODY, UNKNOWN

DAYS_A_MONTH = 20.0
MOST_MET = 16


@compiled
def help_comes(world, row):
    """A colleague's question comes to the line of whoever will help."""
    hand_over(world, world.tasks[row].queue, row)


@compiled
def end_help(world, helper, row):
    """Help has been given: minutes, accounts, trust, and what the asker learns by it (004-02, 004-06, 004-18).

    The asker believes from now on what the helper believes, if that much got across.
    """
    p, task = world.parameters, world.tasks[row]
    asker, topic, channel = task.other, task.issue, world.peer_channels[task.channel]
    book(world, helper, HELPING)
    book_favour(world, helper, asker, p.trust_gain * channel.richness)
    world.peers[helper].n_given += 1
    world.peers[helper].week_given += 1
    world.peers[asker].n_received += 1
    world.peers[asker].week_received += 1
    note(world, L_HELPED, task.number, helper, asker, float(task.channel))
    if task.desk == 1:
        adopt(world, asker, helper, topic)


@compiled
def adopt(world, learner, teacher, topic):
    """Somebody without a belief on a topic takes over a colleague's, right or mistaken (004-18)."""
    mine = world.answers[learner * len(world.topics) + topic]
    theirs = world.answers[teacher * len(world.topics) + topic]
    if mine.answer == UNKNOWN:
        mine.answer = theirs.answer


@compiled
def meeting_is_due(world, worker):
    """Somebody's face-to-face meeting is due: it waits on the own line; the next is put in the calendar (004-07)."""
    p = world.parameters
    interval = DAYS_A_MONTH / p.meetings_per_month * p.day_minutes
    schedule(world, world.clock.now + interval, MEETING_DUE, worker, 0)
    row = new_task(world, MEETING_TASK, NOBODY, p.meeting_minutes)
    hand_over(world, world.workers[worker].line, row)


@compiled
def end_meeting(world, worker):
    """A meeting has been held, with management or with peers: identity grows, with peers trust and knowledge (004-07).

    ι ← ι + `meeting_identity` (1 − ι). Draws: one, one a colleague met, and one a topic talked over.
    """
    p, peer, me = world.parameters, world.peers[worker], world.workers[worker].id
    book(world, worker, MEETING)
    peer.n_meetings += 1
    peer.identity += p.meeting_identity * (1.0 - peer.identity)
    first = MOST_MET * peer.n_meetings
    note(world, L_MET, NOBODY, worker, NOBODY, 0.0)
    if len(world.topics) == 0 or len(world.peers) == 1:
        return
    if uniform(p.seed, FACE_WITH, me, first) < p.share_with_management:
        return
    for n in range(p.meeting_peers):
        other = int(uniform(p.seed, FACE_WITH, me, first + 1 + n) * (len(world.peers) - 1))
        other += 1 if other >= worker else 0
        meet(world, worker, other, 32 * (first + n))


@compiled
def meet(world, one, other, count):
    """Two people meet: each comes into the other's list, trusts more, and talks topics over (004-07, 004-18)."""
    p = world.parameters
    grow_trust(world, contact(world, one, other), one, p.meeting_trust)
    grow_trust(world, contact(world, other, one), other, p.meeting_trust)
    for k in range(p.meeting_topics):
        u = uniform(p.seed, FACE_TOPIC, world.workers[one].id, count + k)
        topic = int(u * len(world.topics))
        adopt(world, one, other, topic)
        adopt(world, other, one, topic)
