"""Relations of work: practice, the strain and the pride of calls, and the threat of unemployment (001-57 to 001-61)."""

from model.compiled import compiled
from model.elementary import LN2, exp


@compiled
def lack_of_practice(world, worker):
    """What somebody lacks for want of practice: `skill_gain` · 2^(−calls / `skill_half_calls`) (001-57)."""
    p = world.parameters
    if p.skill_gain <= 0.0:
        return 0.0
    return p.skill_gain * exp(-LN2 * world.peers[worker].skilled_calls / p.skill_half_calls)


@compiled
def usual_morale(p):
    """Morale to which people return: m = (m_0 + `intrinsic_reward` (1 − m_0)) (1 − `insecurity`) (001-57, 001-61)."""
    return (p.morale_initial + p.intrinsic_reward * (1.0 - p.morale_initial)) * (1.0 - p.insecurity)


@compiled
def feel_the_week(world, post):
    """What a week of calls does to morale: the strain of the time on them, the pride of those resolved (001-60).

    m ← m + `customer_pride` · resolved / calls − `emotional_labour` · minutes on calls / minutes of the shift.
    """
    p, peer, advisor = world.parameters, world.peers[post], world.advisors[post]
    calls, minutes = advisor.n_calls - peer.week_calls, advisor.minutes - peer.week_minutes
    pride = p.customer_pride * (advisor.n_resolved - peer.week_resolved) / max(1, calls)
    shift = world.groups[advisor.group].shift_minutes * p.meeting_days
    advisor.morale += pride - p.emotional_labour * min(1.0, minutes / shift)
    advisor.morale = min(1.0, max(0.0, advisor.morale))
    peer.week_calls, peer.week_minutes, peer.week_resolved = advisor.n_calls, advisor.minutes, advisor.n_resolved
