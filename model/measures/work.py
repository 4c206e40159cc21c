"""Where the reps' minutes go and what a contact costs (000-03, 000-17, 000-27, 000-30)."""

from model.measures.record import measure
from model.measures.view import NAN, View, ratio
from model.world.codes import (
    BREAK, CALL, CHASE, DESK_CHASE, FORWARD, HELPLINE_TIME, IDLE, PRODUCTION, REFUSED, SELL, SERVICE_TIME,
    TRANSCRIPTION, UPDATE,
)  # fmt: skip


def _per_request(view: View, kind: int) -> float:
    return ratio(view.rep_minutes[kind], view.days["completed"].sum())


@measure("minutes per request", "D")
def rep_minutes_production(view: View) -> float:
    """Reps' minutes of work on requests, per request completed."""
    return _per_request(view, PRODUCTION)


@measure("minutes per request", "000-30")
def rep_minutes_transcription(view: View) -> float:
    """Reps' minutes turning mails into requests, per request completed."""
    return _per_request(view, TRANSCRIPTION)


@measure("minutes per request", "000-17")
def rep_minutes_update(view: View) -> float:
    """Reps' minutes calling the desk with updates, per request completed."""
    return _per_request(view, UPDATE)


@measure("minutes per request", "000-28")
def rep_minutes_chase(view: View) -> float:
    """Reps' minutes answering chases of the desk, per request completed."""
    return _per_request(view, CHASE)


@measure("minutes per request", "000-27")
def rep_minutes_helpline(view: View) -> float:
    """Reps' minutes on requests made by telephone and on customers' enquiries, per request completed."""
    return _per_request(view, HELPLINE_TIME)


@measure("minutes per request", "000-23, 000-30")
def rep_minutes_refused(view: View) -> float:
    """Reps' minutes on mails that were lost and requests that were refused or ignored, per request completed."""
    return _per_request(view, REFUSED)


@measure("share", "B2: occupancy")
def rep_occupancy(view: View) -> float:
    """Reps' minutes on any task, over their minutes at work (breaks left out)."""
    at_work = view.rep_minutes.sum() - view.rep_minutes[BREAK]
    return ratio(at_work - view.rep_minutes[IDLE], at_work)


@measure("share", "000-19")
def share_desk_time_on_service(view: View) -> float:
    """Salespeople's minutes on service calls, forwarding and chasing, which the official report does not show, over
    their minutes of all work (wrap-up, idle time and breaks left out)."""
    if not len(view.world.units):
        return NAN
    service = view.desk_minutes[[SERVICE_TIME, FORWARD, DESK_CHASE]].sum()
    return ratio(service, service + view.desk_minutes[[CALL, SELL]].sum())


@measure("$ per contact", "000-03")
def cost_per_contact_official(view: View) -> float:
    """Cost of the desk in the official ledger (a fixed sum a contact), over its contacts."""
    return ratio(view.scenario.costs.contact_desk * _desk_contacts(view), _desk_contacts(view))


@measure("$ per contact", "000-03; C14")
def cost_per_contact_true(view: View) -> float:
    """The same with the reps' minutes that the desk displaced charged to it: updates, chases, refused work, and
    the transcription of requests sent again, over its contacts."""
    official = view.scenario.costs.contact_desk * _desk_contacts(view)
    displaced = displaced_minutes(view) * view.scenario.costs.rep_minute
    return ratio(official + displaced, _desk_contacts(view))


@measure("$ per $", "000-01")
def cost_of_sale_desk(view: View) -> float:
    """Official cost of the desk's contacts plus bonuses, per dollar it reported."""
    people = view.world.salespeople
    cost = view.scenario.costs.contact_desk * _desk_contacts(view) + people["bonus"].sum()
    return ratio(cost, people["reported_all"].sum())


@measure("$ per $", "000-01")
def cost_of_sale_desk_true(view: View) -> float:
    """Cost of contacts, bonuses and displaced rep minutes, per dollar that the desk originated."""
    people = view.world.salespeople
    cost = view.scenario.costs.contact_desk * _desk_contacts(view) + people["bonus"].sum()
    cost += displaced_minutes(view) * view.scenario.costs.rep_minute
    return ratio(cost, people["origin_all"].sum())


@measure("$ per $", "000-01, 000-04")
def cost_of_sale_field(view: View) -> float:
    """Cost of field contacts plus bonuses, per dollar sold by the field."""
    field = view.world.field
    cost = view.scenario.costs.contact_field * field["contacts"].sum() + field["bonus"].sum()
    return ratio(cost, field["sales_all"].sum())


@measure("$ per $", "000-01")
def cost_of_sale_total(view: View) -> float:
    """Cost of contacts and bonuses of desk and field together, per dollar sold by the field or originated by the desk
    (compare people.desk_open = true and false: without the desk the field pursues small deals too, each with the
    contacts of a large one)."""
    people, field, costs = view.world.salespeople, view.world.field, view.scenario.costs
    cost = costs.contact_desk * _desk_contacts(view) + costs.contact_field * field["contacts"].sum()
    cost += people["bonus"].sum() + field["bonus"].sum()
    return ratio(cost, field["sales_all"].sum() + people["origin_all"].sum())


@measure("minutes", "000-01")
def rep_minutes_displaced(view: View) -> float:
    """Reps' minutes that exist only because the desk stands between customers and units."""
    return displaced_minutes(view)


@measure("0 or 1", "E: tipping point")
def runaway(view: View) -> float:
    """1 if the fullest unit ends with more than twenty days of its work waiting, and more than it had at three
    quarters of the run; else 0."""
    units = max(1, len(view.world.units))
    daily = view.days["completed"].sum() / max(1, view.n_days) / units
    worst = view.days["worst"]
    if len(worst) < 8 or daily <= 0.0:
        return 0.0
    return float(worst[-1] > 20.0 * daily and worst[-1] > worst[int(0.75 * len(worst))])


def displaced_minutes(view: View) -> float:
    """Updates, chases of the desk, its refused, ignored or lost requests, and transcription of what was sent again."""
    again = (view.desk["n_sends"] - 1).clip(min=0).sum() * view.scenario.channels.transcription_minutes
    minutes = view.rep_minutes[UPDATE] + view.rep_minutes[CHASE]
    return float(minutes + min(again, view.rep_minutes[TRANSCRIPTION]) + float(view.world.clock["lost_desk"]))


def _desk_contacts(view: View) -> float:
    """Contacts of the desk: calls taken, messages sent, chases made; none where there are no units behind a desk."""
    return float(view.world.clock["n_desk"]) if len(view.world.units) else 0.0
