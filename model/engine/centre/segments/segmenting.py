"""The database is brought up to date: bills, incidents, losses, and every customer's segment computed anew."""

from model.compiled import compiled
from model.elementary import exp
from model.luck import BILL, CHURN, FALLING, INCIDENT, LISTED, USUAL_BILL, lognormal, uniform
from model.rules.marketing.segment import segment as compute
from model.world.codes import NOBODY, WINBACK

FADING = 0.7
"""What a payment incident counts for in the next period."""


@compiled
def update_segments(world):
    """Every `segment_days`: customers leave and are replaced, bills come in, segments are computed (002-03..05)."""
    day = world.clock.day - 1
    for i in range(len(world.records)):
        if day == 0:
            arrive(world, i)
        else:
            keep_or_lose(world, i, day)
        observe(world, i, day)
        classify(world, i)


@compiled
def arrive(world, i):
    """A customer of the row's segment comes to the firm. Draws: two."""
    p, profile = world.parameters, world.records[i]
    about = world.segments[profile.segment]
    profile.usual = lognormal(uniform(p.seed, USUAL_BILL, i, profile.person), about.bill_mean, about.bill_cv)
    profile.listed = 1 if uniform(p.seed, LISTED, i, profile.person) < about.p_listed else 0
    profile.usual_bill, profile.known = profile.usual, 0.0
    profile.arrears = about.p_incident / (1.0 - FADING)
    profile.corrected, profile.cared = NOBODY, 0


@compiled
def keep_or_lose(world, i, day):
    """A customer stays or leaves; somebody of the same segment follows (002-05). Draws: one.

    P(leave) = churn · days · exp(k (s_0 − s)), k = `churn_sensitivity`, s satisfaction; · (1 − `care_effect`) for a
    Winback customer with a resolved call that was treated as Winback.
    """
    p, profile, customer = world.parameters, world.records[i], world.customers[i]
    about = world.segments[profile.segment]
    hazard = about.churn_per_year * p.segment_days / 250.0
    hazard *= exp(p.churn_sensitivity * (p.satisfaction_initial - customer.satisfaction))
    if profile.cared == 1:
        hazard *= 1.0 - p.care_effect
    profile.cared = 0
    if hazard > 0.0 and uniform(p.seed, CHURN, i, day) < hazard:
        about.n_churned += 1
        profile.person += 1
        customer.satisfaction, customer.n_contacts, customer.last_worker = p.satisfaction_initial, 0, NOBODY
        arrive(world, i)


@compiled
def observe(world, i, day):
    """What the database learns of a customer in a period (002-03, 002-13). Draws: three.

    bill = usual bill · lognormal(1, `bill_noise`); arrears ← 0.7 · arrears + incident.
    """
    p, profile = world.parameters, world.records[i]
    about = world.segments[profile.segment]
    profile.bill = profile.usual * lognormal(uniform(p.seed, BILL, i, day), 1.0, p.bill_noise)
    profile.usual_bill += p.bill_memory * (profile.bill - profile.usual_bill)
    profile.incident = 1 if uniform(p.seed, INCIDENT, i, day) < about.p_incident else 0
    profile.arrears = FADING * profile.arrears + profile.incident
    profile.falling = 1 if uniform(p.seed, FALLING, i, day) < about.p_falling else 0
    about.bills += profile.bill


@compiled
def classify(world, i):
    """A customer's record gets a segment by the rule `segment`, unless an advisor had it put right (002-03, 002-15)."""
    p, profile = world.parameters, world.records[i]
    profile.observed = profile.segment
    if p.computed:
        profile.observed = row_of_kind(world, compute(p.segment, profile, p))
    if profile.corrected != NOBODY:
        profile.observed = profile.corrected
    shown = world.segments[profile.observed]
    shown.n_observed += 1
    shown.n_right += 1 if profile.observed == profile.segment else 0
    shown.n_incidents += profile.incident
    if i == 0:
        for segment in range(len(world.segments)):
            world.segments[segment].n_computed += 1


@compiled
def row_of_kind(world, kind):
    """The first segment of a kind; where there is none, the first of all."""
    for segment in range(len(world.segments)):
        if world.segments[segment].kind == kind:
            return segment
    return 0


@compiled
def care(world, call):
    """A resolved call of a Winback customer that was treated as one is care (002-05)."""
    profile = world.records[call.customer]
    seen = world.segments[world.streams[call.line].segment].kind
    if call.resolved == 1 and seen == WINBACK and world.segments[profile.segment].kind == WINBACK:
        profile.cared = 1
