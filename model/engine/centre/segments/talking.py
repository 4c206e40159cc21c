"""The conversation beyond the answer: sales talk, what advisors believe of customers, what they note about them."""

from model.compiled import compiled
from model.engine.centre.segments.matching import foreign_quality
from model.luck import CAPTURE, FEEDBACK, TALK, TALK_VALUE, lognormal, uniform
from model.rules.advisors.capture import capture
from model.rules.advisors.close_talk import close_talk
from model.world.codes import NOBODY, SERVES, STARS


@compiled
def converse(world, worker, c):
    """What an advisor does with the caller beyond the answer; its time is added to the call (002-12, 002-33)."""
    talk(world, worker, c)
    ask(world, c)


@compiled
def talk(world, worker, c):
    """Steps of sales talk, until one sells or the advisor closes the conversation by the rule `close_talk` (002-12).

    The chance of a sale falls by `step_decay` from step to step, for the advisor as in truth; outside the training it
    is lower, which nobody reckons with (002-19). Draws: one a step.
    """
    p, call = world.parameters, world.calls[c]
    call.n_steps, call.sold, call.sold_value = 0, 0, 0.0
    believed, true = believed_chance(world, worker, call), true_chance(world, worker, call)
    misjudged, cost = abs(believed - true), cost_of_step(world, worker)
    if call.level != SERVES:
        true *= foreign_quality(world, worker, call.level)
    while call.sold == 0 and call.n_steps < p.most_steps and close_talk(p.close_talk, believed, cost, p) == 1:
        call.n_steps += 1
        call.minutes += p.step_minutes
        if uniform(p.seed, TALK, call.key, 16 * call.attempt + call.n_steps) < true:
            call.sold = 1
            call.sold_value = lognormal(uniform(p.seed, TALK_VALUE, call.key, call.attempt), p.product_mean, 1.0)
        believed *= p.step_decay
        true *= p.step_decay
    if call.n_steps > 0:
        count_talk(world, c, misjudged)


@compiled
def count_talk(world, c, misjudged):
    """Count a sales talk for the segment that the advisor takes the customer for."""
    call = world.calls[c]
    segment = world.segments[shown_segment(world, call)]
    segment.n_talks += 1
    segment.n_steps += call.n_steps
    segment.n_sold += call.sold
    segment.misjudged += misjudged
    if call.n_steps == 1 and call.sold == 1:
        segment.n_first += 1
    if call.sold == 0 and call.n_steps == world.parameters.most_steps:
        segment.n_pressed += 1


@compiled
def shown_segment(world, call):
    """The segment that the advisor takes the customer for: that of the record, else that of the line."""
    return world.streams[call.line].segment if call.seen == NOBODY else call.seen


@compiled
def true_chance(world, worker, call):
    """Chance that the first step sells: interest of the true segment · selling skill · incident (002-13, 002-31)."""
    profile = world.records[call.customer]
    chance = world.segments[profile.segment].interest * world.sellers[worker].selling
    return min(1.0, chance * world.parameters.incident_interest if profile.incident == 1 else chance)


@compiled
def believed_chance(world, worker, call):
    """Chance that the advisor believes in: the own belief about the segment, and the record, which knows more (002-33).

    b' = (1 − k) b + k t: b belief, t true chance, k what the record holds of an identified caller.
    """
    belief = world.beliefs[worker * len(world.segments) + shown_segment(world, call)].chance
    known = world.records[call.customer].known if call.seen != NOBODY else 0.0
    return (1.0 - known) * belief + known * true_chance(world, worker, call)


@compiled
def cost_of_step(world, worker):
    """Chance of a sale at which a step of talk just pays the advisor (002-12, 002-28).

    (w_h / T_h) · (step / mean length of the own calls) / (w_p / T_p), with the weights and the group's targets of
    customers handled and products sold; `least_chance` where products have no weight.
    """
    p, advisor = world.parameters, world.advisors[worker]
    if p.weight_products <= 0.0 or advisor.n_calls == 0:
        return p.least_chance
    goal = world.bonus_groups[advisor.group]
    handled = p.weight_handled / goal.handled * p.step_minutes * advisor.n_calls / max(advisor.minutes, 0.001)
    return handled / (p.weight_products / goal.products)


@compiled
def ask(world, c):
    """Something about the household is noted by the rule `capture`, which takes time (002-33). Draws: one.

    minutes + `capture_minutes` · what is added / `capture_gain`.
    """
    p, call = world.parameters, world.calls[c]
    call.captured = 0.0
    if p.capture_gain > 0.0 and uniform(p.seed, CAPTURE, call.key, call.attempt) < p.p_capture:
        call.captured = capture(p.capture, world.records[call.customer].known, p)
        call.minutes += p.capture_minutes * call.captured / p.capture_gain


@compiled
def learn_from(world, worker, c):
    """What a call leaves behind: beliefs, the record, the indicators, and now and then a report (002-14, 002-15)."""
    p, call = world.parameters, world.calls[c]
    profile, seller = world.records[call.customer], world.sellers[worker]
    segment = world.segments[profile.segment]
    segment.n_resolved += call.resolved
    segment.known += profile.known
    if world.segments[world.streams[call.line].segment].kind == STARS:
        segment.star_minutes += call.minutes
    segment.sales += call.value + call.sold_value
    segment.purchases += world.streams[call.stream].p_purchase
    segment.n_bought += call.bought
    if call.level != SERVES:
        segment.n_overflowed += 1
        segment.n_over_resolved += call.resolved
        segment.over_purchases += world.streams[call.stream].p_purchase
        segment.n_over_bought += call.bought
    seller.n_handled += 1
    seller.handled += 1
    seller.n_products += call.sold
    if call.n_steps > 0:
        take_to_heart(world, worker, call)
    if call.captured > 0.0:
        segment.n_captured += 1
        seller.n_captured += call.captured / p.capture_gain
        seller.captures += call.captured / p.capture_gain
        profile.known += call.captured
    if profile.observed != profile.segment and p.p_feedback > 0.0:
        report(world, c, segment)


@compiled
def take_to_heart(world, worker, call):
    """Experience with the segment that was shown corrects what the training said of it (002-14).

    b ← b + (x − b) / (n_0 + n): x is 1 if the first step sold, n own experiences, n_0 = `training_weight`.
    """
    belief = world.beliefs[worker * len(world.segments) + shown_segment(world, call)]
    outcome = 1.0 if call.sold == 1 and call.n_steps == 1 else 0.0
    belief.n += 1
    belief.chance += (outcome - belief.chance) / (world.parameters.training_weight + belief.n)


@compiled
def report(world, c, segment):
    """An advisor who notices a wrong segment has the record put right, which is rare (002-15). Draws: one."""
    p, call = world.parameters, world.calls[c]
    if uniform(p.seed, FEEDBACK, call.key, call.attempt) < p.p_feedback:
        profile = world.records[call.customer]
        profile.corrected = profile.observed = profile.segment
        segment.n_reports += 1


@compiled
def worth_after_questions(world, call, worth):
    """What is left of a contact's worth to a customer who was asked about the household (002-33)."""
    p = world.parameters
    return worth if call.captured <= 0.0 else worth * (1.0 - p.capture_intrusion * call.captured / p.capture_gain)


@compiled
def meet_about_customers(world):
    """In the meeting stories about customers are told, and questions that embarrassed weigh on morale (002-16, 002-33).

    b ← b + s (team's mean − b), s = `sideways`; morale − `capture_discomfort` · questions a call.
    """
    if len(world.sellers) == 0:
        return
    if world.parameters.sideways > 0.0:
        share_beliefs(world)
    for post in range(len(world.sellers)):
        seller, advisor = world.sellers[post], world.advisors[post]
        if seller.handled > 0:
            asked = seller.captures / seller.handled
            advisor.morale = max(0.0, advisor.morale - world.parameters.capture_discomfort * asked)
        seller.captures, seller.handled = 0.0, 0


@compiled
def share_beliefs(world):
    """Everybody's beliefs move towards the team's mean (002-16)."""
    n_segments = len(world.segments)
    for row in range(len(world.team_beliefs)):
        world.team_beliefs[row].chance, world.team_beliefs[row].n = 0.0, 0
    for post in range(len(world.sellers)):
        for segment in range(n_segments):
            team = world.team_beliefs[world.salespeople[post].team * n_segments + segment]
            team.chance += world.beliefs[post * n_segments + segment].chance
            team.n += 1
    for post in range(len(world.sellers)):
        for segment in range(n_segments):
            team = world.team_beliefs[world.salespeople[post].team * n_segments + segment]
            belief = world.beliefs[post * n_segments + segment]
            belief.chance += world.parameters.sideways * (team.chance / team.n - belief.chance)
