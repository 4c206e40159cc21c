"""How customers and firm are attached: who meets whom, what is believed and recorded, and the four relations."""

import numpy as np

from model.measures.differentiation import share, total
from model.measures.record import measure
from model.measures.view import NAN, View, ratio


@measure("share", "002-11")
def repeat_dyad_rate(view: View) -> float:
    """Calls answered by the person who answered the customer's last one, over calls answered of customers who had
    been answered before."""
    return share(view, "n_same", "n_met")


@measure("share", "002-11")
def relationship_share(view: View) -> float:
    """Gutek's relationship: calls answered by the same person as the last time, over calls answered."""
    return share(view, "n_same", "n_answered")


@measure("share", "002-11")
def pseudo_relationship_share(view: View) -> float:
    """Gutek's pseudo-relationship: calls answered by somebody else with the customer's record, over calls answered."""
    return share(view, "n_read", "n_answered")


@measure("share", "002-11")
def encounter_share(view: View) -> float:
    """Gutek's encounter: calls answered without record and by somebody else, over calls answered."""
    return 1.0 - relationship_share(view) - pseudo_relationship_share(view)


@measure("steps per talk", "002-12")
def talk_steps_mean(view: View) -> float:
    """Steps of sales talks, over sales talks."""
    return share(view, "n_steps", "n_talks")


@measure("share", "002-12")
def talk_success_share(view: View) -> float:
    """Sales talks that sold, over sales talks."""
    return share(view, "n_sold", "n_talks")


@measure("sales per step", "002-12")
def sales_per_step(view: View) -> float:
    """Sales talks that sold, over steps of sales talks."""
    return share(view, "n_sold", "n_steps")


def _beliefs(view: View) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Beliefs (advisor × segment), which of them rest on own experience, and how often first steps really sold."""
    segments = view.world.segments
    beliefs = view.world.beliefs.reshape(-1, max(1, len(segments)))
    met = (beliefs["n"] > 0) & (segments["n_talks"] > 0)
    return beliefs["chance"], met, segments["n_first"] / np.maximum(1, segments["n_talks"])


@measure("probability", "002-14")
def belief_gap(view: View) -> float:
    """Distance between the believed chance that a first step sells and how often it did with the segment: mean over
    advisors and segments that they have talked with."""
    if not len(view.world.beliefs):
        return NAN
    chance, met, true = _beliefs(view)
    return ratio(np.abs(chance - true)[met].sum(), met.sum())


@measure("probability", "002-14")
def belief_gap_trained(view: View) -> float:
    """The same distance for what the training said, over the same advisors and segments."""
    if not len(view.world.beliefs):
        return NAN
    _, met, true = _beliefs(view)
    taught = np.broadcast_to(np.abs(view.world.segments["stereotype"] - true), met.shape)
    return ratio(taught[met].sum(), met.sum())


@measure("probability", "002-16")
def belief_spread(view: View) -> float:
    """Standard deviation over advisors of the belief about a segment: mean over segments talked with."""
    if not len(view.world.beliefs):
        return NAN
    chance, met, _ = _beliefs(view)
    talked = met.any(axis=0)
    return float(chance.std(axis=0)[talked].mean()) if talked.any() else NAN


@measure("share", "002-33")
def capture_rate(view: View) -> float:
    """Calls in which something about the customer was noted, over calls answered."""
    return share(view, "n_captured", "n_answered")


@measure("share", "002-33")
def record_held(view: View) -> float:
    """What the record held of the caller's household when the call began: mean over calls answered."""
    return share(view, "known", "n_answered")


@measure("probability", "002-33")
def prompt_error(view: View) -> float:
    """Distance between the chance of a sale that an advisor believed in, with the record, and the true one: mean over
    sales talks."""
    return share(view, "misjudged", "n_talks")


@measure("reports per 1,000 calls", "002-15")
def feedback_rate(view: View) -> float:
    """Records put right because an advisor told, over thousands of calls answered."""
    return 1000.0 * share(view, "n_reports", "n_answered")


@measure("score, 0 to 1", "002-10, 002-34")
def conversation_score(view: View) -> float:
    """Conversation: (1 − script) · calls that resolved the query / calls answered · (1 − talks pressed to the last
    step without a sale / calls answered)."""
    open_ended = 1.0 - view.scenario.conversation.script
    return open_ended * share(view, "n_resolved", "n_answered") * (1.0 - share(view, "n_pressed", "n_answered"))


@measure("score, 0 to 1", "002-10")
def acquaintanceship_score(view: View) -> float:
    """Acquaintanceship: mean of (calls whose record shows the true segment / calls) and (what the record holds of the
    household, mean over calls answered)."""
    return 0.5 * share(view, "n_known", "n_calls") + 0.5 * record_held(view)


@measure("score, 0 to 1", "002-10")
def liaison_score(view: View) -> float:
    """Liaison: 1 − (callers who hung up in the menu + calls passed on + calls overflowed) / calls, at least 0."""
    lost = total(view, "n_left_menu") + total(view, "n_passed_on") + total(view, "n_overflowed")
    score = 1.0 - ratio(lost, total(view, "n_calls"))
    return score if np.isnan(score) else max(0.0, score)


@measure("score, 0 to 1", "002-10, 002-27")
def availability_score(view: View) -> float:
    """Availability: (share of calls answered within 20 seconds + call-backs agreed / calls, together at most 1) · calls
    made / calls wanted."""
    if not total(view, "n_calls"):
        return NAN
    queues = view.world.queues[view.world.streams["queue"]]
    prompt = ratio(queues["m_prompt"].sum(), queues["m_begun"].sum() + queues["m_left"].sum())
    agreed = share(view, "n_calls_back", "n_calls")
    wanted = total(view, "n_calls") + total(view, "n_latent")
    return min(1.0, prompt + agreed) * ratio(total(view, "n_calls"), wanted)
