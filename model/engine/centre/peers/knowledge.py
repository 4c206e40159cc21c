"""What people believe on the topics of calls: what they bring, what changes, what calls and monitors teach."""

from model.parameters.run import DAYS_A_YEAR
from model.compiled import compiled
from model.engine.calendar import today
from model.luck import (
    BENEFICENCE, CORRECTS, DISCOVERS, DOUBTS, KNOWS, TOPIC, TOPIC_CHANGES, TRAINED, WATCHED, uniform,
)  # fmt: skip
from model.world.codes import MISTAKEN, SERVES, UNKNOWN, UNTRAINED


@compiled
def topic_of(world, call):
    """Topic of a call, the same each time that it comes: any of its stream's, all as likely. Draws: one."""
    p = world.parameters
    return call.stream * p.topics + int(uniform(p.seed, TOPIC, call.key, 0) * p.topics)


@compiled
def appoint_peer(world, post):
    """A newcomer among colleagues: a sense of beneficence, nobody known yet, the firm's identity, first beliefs.

    Beneficence is spread evenly about b, as widely as 0 to 1 allows (004-03). Draws: one, and one a topic.
    """
    p, peer, me = world.parameters, world.peers[post], world.workers[post].id
    person = world.salespeople[post].person
    spread = min(p.beneficence, 1.0 - p.beneficence)
    peer.beneficence = p.beneficence + (2.0 * uniform(p.seed, BENEFICENCE, me, person) - 1.0) * spread
    peer.goodwill, peer.hope, peer.n_contacts = 1.0, p.hope_initial, 0
    peer.identity = world.groups[world.advisors[post].group].identity
    peer.week_given = peer.week_received = 0
    peer.skilled_calls = int(p.skill_half_calls) if person == 0 else 0
    for topic in range(len(world.topics)):
        learn_trade(world, post, topic)


@compiled
def learn_trade(world, post, topic):
    """What a newcomer believes on a topic: by the training, right, mistaken or nothing (004-12, 18). Draws: one."""
    p, me, person = world.parameters, world.workers[post].id, world.salespeople[post].person
    chance = p.knowledge_initial if person == 0 else p.knowledge_initial * p.newcomer_knowledge
    level = training(world, post, topic)
    if level != SERVES:
        chance *= p.contained_knowledge
    u = uniform(p.seed, KNOWS, me, 65_536 * person + topic)
    answer = UNKNOWN
    if level != UNTRAINED:
        if u < chance:
            answer = world.topics[topic].answer
        elif u < chance + (1.0 - chance) * p.mistaken_initial:
            answer = MISTAKEN
    world.answers[post * len(world.topics) + topic].answer = answer


@compiled
def training(world, post, topic):
    """What somebody's training is for the stream to which a topic belongs."""
    stream = topic // world.parameters.topics
    return world.skills[world.advisors[post].group * len(world.streams) + stream].level


@compiled
def change_topics(world):
    """Now and then the right answer on a topic changes; some trained people are told, the others are mistaken (004-18).

    Draws: one a topic, and one a person when it changes.
    """
    p = world.parameters
    chance = p.topics_change_per_year * p.meeting_days / DAYS_A_YEAR
    for topic in range(len(world.topics)):
        if uniform(p.seed, TOPIC_CHANGES, topic, world.clock.day) < chance:
            world.topics[topic].answer += 1
            for post in range(len(world.peers)):
                if training(world, post, topic) == SERVES:
                    u = uniform(p.seed, TRAINED, world.workers[post].id, 65_536 * world.clock.day + topic)
                    if u < p.trained_on_change:
                        world.answers[post * len(world.topics) + topic].answer = world.topics[topic].answer


@compiled
def learn_from_call(world, worker, c):
    """An unresolved call teaches: who lacked the answer may find it, who was mistaken may doubt (001-57, 004-18).

    Draws: one.
    """
    p, call = world.parameters, world.calls[c]
    topic = topic_of(world, call)
    belief, right = world.answers[worker * len(world.topics) + topic], world.topics[topic].answer
    if call.resolved == 1 or belief.answer == right:
        return
    if belief.answer == UNKNOWN:
        if uniform(p.seed, DISCOVERS, call.key, call.attempt) < p.p_discover:
            belief.answer = right
    elif uniform(p.seed, DOUBTS, call.key, call.attempt) < p.p_doubt:
        belief.answer = UNKNOWN


@compiled
def watch(world, worker, c):
    """A monitor follows the call from the office, wherever the person sits, and may set a belief right (004-13).

    Neither identity nor trust comes of it. Draws: two.
    """
    p, call = world.parameters, world.calls[c]
    if uniform(p.seed, WATCHED, call.key, call.attempt) >= p.share_watched:
        return
    day, topic = world.help_days[today(world)], topic_of(world, call)
    belief, right = world.answers[worker * len(world.topics) + topic], world.topics[topic].answer
    day.n_watched += 1
    if belief.answer != right and uniform(p.seed, CORRECTS, call.key, call.attempt) < p.watch_corrects:
        belief.answer = right
        day.n_corrected += 1


@compiled
def note_knowledge(world):
    """Note what people know: right beliefs, agreement of pairs on them, identity, trust (004-18, 004-19)."""
    day, n_people = world.help_days[today(world)], len(world.peers)
    known, pairs, identity, trust = 0.0, 0.0, 0.0, 0.0
    for topic in range(len(world.topics)):
        right = 0
        for post in range(n_people):
            if world.answers[post * len(world.topics) + topic].answer == world.topics[topic].answer:
                right += 1
        known += right
        pairs += right * (right - 1)
    for post in range(n_people):
        identity += world.peers[post].identity
        first = post * world.parameters.contacts
        for row in range(first, first + world.peers[post].n_contacts):
            trust += world.peer_ties[row].trust
    day.known = known / (n_people * len(world.topics))
    day.overlap = pairs / (max(1, n_people * (n_people - 1)) * len(world.topics))
    day.identity, day.trust = identity / n_people, trust / n_people
