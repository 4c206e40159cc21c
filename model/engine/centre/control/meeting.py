"""The weekly meeting at which figures are looked at (001-10, 001-39).

1. Figures of the week are reckoned for people and teams, and targets looked at.
2. People: haste, the feeling of being watched, compliance, effort, morale.
3. People reconsider their style, all from what they saw last week.
4. Managers loosen or tighten control, and set the pressure on their teams.
"""

from model.compiled import compiled
from model.engine.calendar import today
from model.engine.centre.control.styles import attention, attention_to_calls, in_programme
from model.engine.log import note
from model.luck import IMITATE, MATE, STYLE_CHANGE, uniform
from model.rules.managers.control_level import control_level
from model.rules.managers.press import press
from model.world.codes import L_STYLE, NOBODY, PUSHING, SERVICE_FIRST


@compiled
def look_at_figures(world):
    """Hold the weekly meeting of every team."""
    if len(world.figures) == 0:
        return
    reckon(world)
    for post in range(len(world.figures)):
        look_at_targets(world, post)
        work_on(world, post)
        feel(world, post)
    for post in range(len(world.figures)):
        reconsider_style(world, post)
    for post in range(len(world.figures)):
        begin_week(world, post)
    for team in range(len(world.teams)):
        manage(world, team)


@compiled
def reckon(world):
    """Points and calls per rostered hour of the last week, of people and of teams (001-23, 001-37)."""
    for team in range(len(world.teams)):
        world.teams[team].points = world.teams[team].calls = 0.0
    for post in range(len(world.figures)):
        row, team = world.figures[post], world.teams[world.salespeople[post].team]
        hours = row.hours * world.parameters.meeting_days
        row.points_hour = row.points / hours
        team.points += row.points_hour / team.n_people
        team.calls += row.calls / hours / team.n_people


@compiled
def look_at_targets(world, post):
    """Which of the figures by which somebody is judged met their targets (001-25, 001-43)."""
    p, row, day = world.parameters, world.figures[post], world.control_days[today(world)]
    hours = row.hours * p.meeting_days
    if p.weight_calls_per_hour > 0.0:
        day.n_targets += 1
        day.n_met += row.calls / hours >= p.target_calls_per_hour
    if p.weight_calls_per_shift > 0.0:
        day.n_targets += 1
        day.n_met += row.calls / p.meeting_days >= p.target_calls_per_shift
    if p.weight_points > 0.0:
        day.n_targets += 1
        day.n_met += row.points_hour >= p.target_points
    if p.weight_compliance > 0.0 and row.listened > 0:
        day.n_targets += 1
        day.n_met += row.score / row.listened >= p.compliance_target


@compiled
def work_on(world, post):
    """What figures do to how somebody works: haste, compliance, effort (001-07, 001-19, 001-23, 001-28, 001-45).

    watched = listened / (listened + `felt_calls`), the calls listened to in the week;
    compliance moves by `compliance_rate` to c_0 + (1 − c_0) · watched · (1 + attention to it) / 2, which saturates;
    effort = (1 − `withdrawal` · watched) · (1 − `crowding` · attention to compliance);
    haste = `haste` · attention to calls · (1 + `calls_feedback` · (1 − own calls / the team's)).
    """
    p, row, advisor = world.parameters, world.figures[post], world.advisors[post]
    team = world.teams[world.salespeople[post].team]
    row.watched = row.listened / (row.listened + p.felt_calls)
    to_compliance = attention(world, p.weight_compliance)
    goal = p.compliance_initial + (1.0 - p.compliance_initial) * row.watched * 0.5 * (1.0 + to_compliance)
    row.compliance += p.compliance_rate * (goal - row.compliance)
    advisor.effort = (1.0 - p.withdrawal * row.watched) * (1.0 - p.crowding * to_compliance)
    behind = 1.0 - row.calls / (row.hours * p.meeting_days) / team.calls if team.calls > 0.0 else 0.0
    haste = p.haste * attention_to_calls(world) * (1.0 + p.calls_feedback * behind)
    row.haste = max(0.0, min(0.9, haste))


@compiled
def feel(world, post):
    """What the meeting does to morale: shown statistics, and points lost (001-37, 001-39).

    m ← m − `statistics_cost` · watched − `shortfall_cost` · max(0, 1 − points / used to), at least 0.
    """
    p, row, advisor = world.parameters, world.figures[post], world.advisors[post]
    if p.publish_weekly:
        advisor.morale -= p.statistics_cost * row.watched
    advisor.morale = max(0.0, advisor.morale - p.shortfall_cost * shortfall(row))


@compiled
def shortfall(row):
    """By how much the last week's points fall short of what somebody is used to, as a share of it."""
    return max(0.0, 1.0 - row.points_hour / row.used_to) if row.used_to > 0.0 else 0.0


@compiled
def reconsider_style(world, post):
    """Somebody takes on another style of selling: steps by the programme, by lost points, by a mate's success.

    A programme turns styles a step to service, P = `recede` (001-17). Who earns less than usual and has lost heart goes
    a step to aggressive selling, P = `relapse` · lost · (1 − morale), lost being the shortfall beyond
    `relapse_tolerance` (001-40). Who sees a team mate earn more takes on the mate's style, P = `imitation` (001-56).
    Draws: one, and two if styles are imitated.
    """
    p, row, me = world.parameters, world.figures[post], world.workers[post].id
    week = world.clock.day // p.meeting_days
    row.next_style = row.style
    u = uniform(p.seed, STYLE_CHANGE, me, week)
    lost = max(0.0, shortfall(row) - p.relapse_tolerance)
    recede = p.recede if in_programme(world, post) == 1 else 0.0
    if u < recede:
        row.next_style = max(SERVICE_FIRST, row.style - 1)
    elif 1.0 - u < p.relapse * lost * (1.0 - world.advisors[post].morale):
        row.next_style = min(PUSHING, row.style + 1)
        world.control_days[today(world)].n_relapsed += row.next_style != row.style
    elif p.imitation > 0.0 and uniform(p.seed, IMITATE, me, week) < p.imitation:
        team = world.teams[world.salespeople[post].team]
        mate = world.figures[team.first + int(uniform(p.seed, MATE, me, week) * team.n_people)]
        if mate.points_hour > row.points_hour:
            row.next_style = mate.style


@compiled
def begin_week(world, post):
    """A new week: styles are taken on, what somebody is used to follows the points, counts begin anew."""
    p, row = world.parameters, world.figures[post]
    if row.next_style != row.style:
        note(world, L_STYLE, NOBODY, post, NOBODY, row.next_style)
        row.style = row.next_style
    if row.used_to > 0.0:
        row.used_to += p.used_to_weight * (row.points_hour - row.used_to)
    else:
        row.used_to = row.points_hour
    row.points = row.calls = row.score = 0.0
    row.listened = 0


@compiled
def manage(world, t):
    """Managers set control and pressure for the next week by the rules `control_level` and `press` (001-08, 001-54)."""
    p, team = world.parameters, world.teams[t]
    if team.reference <= 0.0:
        team.reference = team.points
    level = control_level(p.control_level, team.level, team.points, team.reference, p)
    turn = 1 if level > team.level else -1 if level < team.level else 0
    if turn != 0:
        team.n_turns += team.turn != 0 and turn != team.turn
        team.turn = turn
    team.level = level
    team.press = press(p.press, team.press, team.n_accepted, team.n_bad, team.n_offers, p)
    team.reference += p.used_to_weight * (team.points - team.reference)
    team.n_offers = team.n_accepted = team.n_bad = 0


@compiled
def note_figures(world):
    """Note the state of people and teams at the start of a day."""
    if len(world.figures) == 0 or world.clock.day > len(world.control_days):
        return
    day, n, n_trial = world.control_days[world.clock.day - 1], len(world.figures), 0
    for post in range(n):
        row, team = world.figures[post], world.teams[world.salespeople[post].team]
        day.n_pushing += row.style == PUSHING
        day.compliance += row.compliance / n
        day.effort += world.advisors[post].effort / n
        day.watched += row.watched / n
        day.level += team.level / n
        day.press += team.press / n
        if team.trial == 1:
            n_trial += 1
            day.compliance_trial += row.compliance
            day.morale_trial += world.advisors[post].morale
    if n_trial > 0:
        day.compliance_trial /= n_trial
        day.morale_trial /= n_trial
