"""Reviews: attainment, bonus, quota, the service turn, audit, dismissal, turnover, sharing (000-05..20, 000-32)."""

from model.compiled import compiled
from model.engine.centre.people import readiness_to_leave
from model.engine.centre.segments.rewarding import reckon_bonuses
from model.engine.field import review_field
from model.engine.log import note
from model.engine.sharing import share_names
from model.engine.staffing import replace_rep, replace_salesperson
from model.engine.stakes import keep_back
from model.luck import REP_TURNOVER, TURNOVER, uniform
from model.parameters.run import DAYS_A_YEAR
from model.rules.incentives.pay import pay
from model.rules.incentives.quota import quota as next_quota
from model.rules.managers.audit import audit as choose_audit
from model.rules.managers.dismissal import dismissal
from model.rules.managers.police_bucket import police_bucket
from model.rules.managers.service_turn import service_turn
from model.world.codes import L_DISMISSED, L_LEFT, L_PROMOTED, L_REP_LEFT, L_REVIEW, L_TURN, NOBODY

NEAR = 0.1
"""Attainment within which a post lies near the threshold of the bonus."""


@compiled
def hold_review(world):
    """Review every team and unit, then the field, and begin a new period."""
    number = world.clock.review
    world.clock.review = number + 1
    reckon_bonuses(world)
    n_teams = world.clock.n_teams
    reported = 0.0
    for team in range(n_teams if world.parameters.desk_open else 0):
        record = world.reviews[number * n_teams + team]
        review_team(world, team, record)
        reported += record.originated + record.claimed
    for m in range(n_teams, len(world.managers) - 1):
        review_unit(world, world.managers[m])
    review_field(world)
    review_general_manager(world, reported)
    share_names(world)
    for post in range(len(world.salespeople)):
        row = world.salespeople[post]
        row.originated, row.claimed, row.voided, row.held = 0.0, row.held, 0.0, 0.0
    replace_reps(world)


@compiled
def review_team(world, team, record):
    """A supervisor reviews the team, chooses the next period's audit and may turn the team to service work."""
    p, manager = world.parameters, world.managers[team]
    record.day, record.team, record.serves = world.clock.day - 1, team, manager.serves
    for post in range(len(world.salespeople)):
        if world.salespeople[post].team == team:
            review_salesperson(world, post, record)
    record.attainment = (record.originated + record.claimed) / record.quota if record.quota > 0.0 else 1.0
    note(world, L_REVIEW, NOBODY, team, NOBODY, record.attainment)
    manager.career += record.attainment - 1.0
    manager.audit = record.audit = choose_audit(p.audit, record.claimed, record.quota, p)
    manager.below = manager.below + 1 if record.attainment < 1.0 - p.turn_gap else 0
    if manager.serves == 0 and service_turn(p.service_turn, manager, p) == 1:
        manager.serves, manager.turned = 1, world.clock.day - 1
        note(world, L_TURN, NOBODY, team, NOBODY, record.attainment)


@compiled
def review_salesperson(world, post, record):
    """A salesperson's period is reckoned: what is kept back, bonus, quota, dismissal or leaving (000-20, 000-32).

    Draws: one.
    """
    p, row, me = world.parameters, world.salespeople[post], world.workers[post].id
    row.held = keep_back(p, row)
    row.claimed -= row.held
    reported = row.originated + row.claimed
    row.attainment = reported / row.quota if row.quota > 0.0 else 1.0
    beyond = row.attainment - p.bonus_threshold
    record.n_met += 1 if row.quota > 0.0 and 0.0 <= beyond < NEAR else 0
    record.n_missed += 1 if row.quota > 0.0 and -NEAR <= beyond < 0.0 else 0
    bonus = pay(p.pay, reported, row.quota, p)
    row.bonus += bonus
    row.low_periods = row.low_periods + 1 if row.attainment < p.dismissal_attainment else 0
    record.quota += row.quota
    record.originated += row.originated
    record.claimed += row.claimed
    record.voided += row.voided
    record.held += row.held
    record.bonus += bonus
    leaving = p.turnover_per_year * readiness_to_leave(world, post)
    row.quota = next_quota(p.quota, row.quota, reported, p)
    if dismissal(p.dismissal, row, p) == 1:
        record.n_dismissed += 1
        note(world, L_DISMISSED, NOBODY, post, record.team, row.attainment)
        replace_salesperson(world, post)
    elif uniform(p.seed, TURNOVER, me, world.clock.review) < leaving * p.review_days / DAYS_A_YEAR:
        record.n_left += 1
        note(world, L_LEFT, NOBODY, post, record.team, row.attainment)
        replace_salesperson(world, post)


@compiled
def review_unit(world, manager):
    """A unit manager looks at what was done out of turn and decides how much to suppress (000-31)."""
    unit = world.units[manager.of]
    started, jumped = unit.n_started - unit.n_started_0, unit.n_jumped - unit.n_jumped_0
    unit.n_started_0, unit.n_jumped_0 = unit.n_started, unit.n_jumped
    share = jumped / started if started > 0 else 0.0
    manager.restraint = police_bucket(world.parameters.police_bucket, share, world.parameters)


@compiled
def review_general_manager(world, reported):
    """The general manager's career is fed by what is reported: revenue over plan, cost of sale beside the field's.

    career ← career + reported / goal − 1, the goal being the desk's first quotas (000-05..07);
    cost_career ← cost_career + 1 − (desk cost per reported $) / (field cost per $).
    Promotion comes when career reaches `promotion_score` while the cost goal is met (000-06).
    """
    p, manager = world.parameters, world.managers[len(world.managers) - 1]
    manager.career += reported / manager.goal - 1.0 if manager.goal > 0.0 else 0.0
    contacts = sales = 0.0
    for person in range(len(world.field)):
        ledger = world.field[person]
        contacts += ledger.contacts
        sales += ledger.sales_all
    desk_sales = 0.0
    for post in range(len(world.salespeople)):
        desk_sales += world.salespeople[post].reported_all
    if contacts > 0.0 and sales > 0.0 and desk_sales > 0.0:
        desk_cost = p.contact_desk * world.clock.n_desk / desk_sales
        manager.cost_career += 1.0 - desk_cost / (p.contact_field * contacts / sales)
    if manager.promoted < 0 and manager.career >= p.promotion_score and manager.cost_career > 0.0:
        manager.promoted = world.clock.day - 1
        note(world, L_PROMOTED, NOBODY, len(world.managers) - 1, NOBODY, manager.career)


@compiled
def replace_reps(world):
    """Reps leave now and then; the newcomer has another disposition (C10). Draws: one a rep."""
    p = world.parameters
    leaving = p.rep_turnover_per_year * p.review_days / DAYS_A_YEAR
    for rep in range(len(world.reps)):
        me = world.workers[len(world.salespeople) + rep].id
        if uniform(p.seed, REP_TURNOVER, me, world.clock.review) < leaving:
            note(world, L_REP_LEFT, NOBODY, rep, NOBODY, 0.0)
            replace_rep(world, rep)
