"""What other parts of the firm, other sites and outside agencies do to a centre."""

from model.measures.centre import satisfaction_mean
from model.measures.record import measure
from model.measures.regime import answered, per_call, total
from model.measures.view import NAN, View, ratio
from model.world.codes import IDLE


@measure("share", "001-29")
def failure_demand_share(view: View) -> float:
    """Calls about a failure in another part of the firm, over calls answered."""
    causes = view.scenario.elsewhere.p_order_fails > 0.0 or (view.world.streams["p_failure_demand"] > 0.0).any()
    return per_call(view, "n_caused") if causes else NAN


@measure("share", "001-20, 001-38")
def consulted_share(view: View) -> float:
    """Calls in which another department was asked, over calls answered."""
    return per_call(view, "n_consulted") if len(view.world.departments) else NAN


@measure("share", "001-38")
def consulting_minutes_share(view: View) -> float:
    """Time in which customers waited on the line for another department, over the length of calls."""
    if not len(view.world.departments):
        return NAN
    return ratio(total(view, "consulting"), view.total("centre_days", "minutes"))


@measure("minutes per day", "001-20")
def consulting_minutes_per_person(view: View) -> float:
    """Time that a centre's person spent asking other departments, per day."""
    if not len(view.world.departments):
        return NAN
    return ratio(total(view, "consulting"), len(view.world.advisors) * view.n_days)


@measure("share", "001-55")
def unresolved_for_lack_of_knowledge(view: View) -> float:
    """Calls left open because another department did not have the information, over calls answered."""
    return per_call(view, "n_uninformed") if len(view.world.departments) else NAN


@measure("transfers per call", "001-15")
def transfers_per_call(view: View) -> float:
    """Times that a caller was handed on to somebody else, over calls answered (whoever hands on does not count)."""
    return per_call(view, "n_transferred") if view.scenario.elsewhere.mastery_initial < 1.0 else NAN


@measure("share", "001-15")
def multi_skilled_final(view: View) -> float:
    """People who are multi-skilled at the end, over a centre's people."""
    if view.scenario.elsewhere.mastery_initial >= 1.0 or not len(view.world.conduct):
        return NAN
    return float(view.world.conduct["trained"].mean())


@measure("share", "001-27")
def satisfaction_surveyed(view: View) -> float:
    """What a contact was to the customer, as customers said whom an agency asked: mean over customers asked."""
    return ratio(total(view, "surveyed"), total(view, "n_surveyed"))


@measure("share", "001-27")
def survey_bias(view: View) -> float:
    """What contacts were to the customers who were asked, less what they were to all (`satisfaction_mean`)."""
    return satisfaction_surveyed(view) - satisfaction_mean(view)


@measure("share", "001-14")
def idle_share(view: View) -> float:
    """Time in which a centre's people waited for a call, over their time at work, breaks left out."""
    if not len(view.world.advisors) or not answered(view):
        return NAN
    return ratio(float(view.desk_minutes[IDLE]), view.front_line_minutes_at_work)


@measure("people per seat", "001-02")
def people_per_seat(view: View) -> float:
    """A centre's people over its seats."""
    return ratio(len(view.world.advisors), view.total("floor", "seats"))


@measure("minutes", "001-02")
def seat_wait_minutes(view: View) -> float:
    """Time that people who came to work waited for a seat, over people and days."""
    if not len(view.world.floor):
        return NAN
    return ratio(view.total("floor", "minutes"), len(view.world.advisors) * view.n_days)
