"""Front-line people of a centre: newcomers, and the meeting at which figures are looked at.

The meeting, every `meeting_days`:
1. Figures of people and teams, where they are kept (see `meeting`).
2. Stories about customers are told: beliefs move together.
3. The week's calls cost morale and bring it; it goes part of the way back to where it was.
4. Fear and readiness to stay fade, long talks are praised, some people become multi-skilled (see `learning`).
5. Debts, grudges, trust, goodwill and identity among colleagues go on by a week; right answers change.
"""

from model.compiled import compiled
from model.elementary import exp
from model.engine.centre.peers.contacts import settle_accounts
from model.engine.centre.control.figures import appoint_figures
from model.engine.centre.peers.knowledge import appoint_peer, change_topics, note_knowledge
from model.engine.centre.beyond.learning import begin_conduct, learn_at_meeting, note_conduct
from model.engine.centre.segments.matching import appoint_seller
from model.engine.centre.control.meeting import look_at_figures, note_figures
from model.engine.centre.peers.relations import feel_the_week, usual_morale
from model.engine.centre.segments.talking import meet_about_customers
from model.luck import PACE, lognormal, uniform


@compiled
def appoint_advisor(world, post):
    """A newcomer takes a post: a pace, morale and effort of the newcomer's own. Draws: one."""
    p, advisor = world.parameters, world.advisors[post]
    u = uniform(p.seed, PACE, world.workers[post].id, world.salespeople[post].person)
    advisor.pace = lognormal(u, 1.0, p.pace_cv)
    advisor.morale, advisor.effort = p.morale_initial, 1.0
    appoint_figures(world, post)
    appoint_seller(world, post)
    if len(world.conduct) > 0:
        begin_conduct(world, post)
    appoint_peer(world, post)


@compiled
def hold_meeting(world):
    """The figures since the last meeting are looked at, and people make of them what they do."""
    look_at_figures(world)
    meet_about_customers(world)
    for post in range(len(world.advisors)):
        feel_the_week(world, post)
        recover(world, post)
    if len(world.conduct) > 0:
        learn_at_meeting(world)
    if len(world.topics) > 0:
        settle_accounts(world)
        change_topics(world)


@compiled
def recover(world, post):
    """Morale returns by itself (001-39): m ← m + r (m_u − m), r = `morale_recovery`, m_u the usual morale."""
    p, advisor = world.parameters, world.advisors[post]
    advisor.morale += p.morale_recovery * (usual_morale(p) - advisor.morale)


@compiled
def readiness_to_leave(world, post):
    """Hazard of leaving: (1 − `insecurity`) exp(k (m_0 − m)) of the usual, k = `morale_exit`; 1 at a desk (001-61)."""
    if len(world.advisors) == 0:
        return 1.0
    p = world.parameters
    return (1.0 - p.insecurity) * exp(p.morale_exit * (p.morale_initial - world.advisors[post].morale))


@compiled
def note_day(world):
    """Note the state of the centre's people at the start of a day."""
    if len(world.advisors) == 0 or world.clock.day > len(world.centre_days):
        return
    morale = 0.0
    for post in range(len(world.advisors)):
        morale += world.advisors[post].morale
    world.centre_days[world.clock.day - 1].morale = morale / len(world.advisors)
    note_figures(world)
    if len(world.conduct) > 0:
        note_conduct(world)
    if len(world.topics) > 0 and (world.clock.day - 1) % world.parameters.meeting_days == 0:
        note_knowledge(world)
