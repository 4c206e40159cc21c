"""The call queue as queueing theory sees it, after the warm-up."""

import numpy as np

from model.measures.record import measure
from model.measures.view import NAN, View, ratio


def _sum(view: View, column: str) -> float:
    """Sum over all call queues of the desk."""
    return float(view.world.queues[column][view.call_queues].sum())


@measure("minutes", "Erlang C, A")
def mean_wait_minutes(view: View) -> float:
    """Waiting time of all callers who enter, answered or not, over those whose wait has ended."""
    return ratio(_sum(view, "m_wait"), _sum(view, "m_begun") + _sum(view, "m_left"))


@measure("minutes", "Cobham 1954")
def mean_wait_priority_minutes(view: View) -> float:
    """Waiting time of callers with priority, over those answered; nan where callers hang up."""
    return NAN if _sum(view, "m_left") else ratio(_sum(view, "m_wait_1"), _sum(view, "m_begun_1"))


@measure("minutes", "Cobham 1954")
def mean_wait_ordinary_minutes(view: View) -> float:
    """Waiting time of callers without priority, over those answered; nan where callers hang up."""
    if _sum(view, "m_left"):
        return NAN
    return ratio(_sum(view, "m_wait") - _sum(view, "m_wait_1"), _sum(view, "m_begun") - _sum(view, "m_begun_1"))


@measure("probability", "Erlang C")
def p_wait(view: View) -> float:
    """Callers who had to wait, over callers who entered and whose wait has ended."""
    return ratio(_sum(view, "m_delayed"), _sum(view, "m_begun") + _sum(view, "m_left"))


@measure("probability", "Erlang A")
def p_abandon(view: View) -> float:
    """Callers who hung up, over callers who entered and whose wait has ended."""
    return ratio(_sum(view, "m_left"), _sum(view, "m_begun") + _sum(view, "m_left"))


@measure("probability", "Erlang B")
def p_blocked(view: View) -> float:
    """Callers who found all lines taken, over all callers."""
    return ratio(_sum(view, "m_blocked"), _sum(view, "m_blocked") + _sum(view, "entered"))


@measure("share", "B2: occupancy")
def occupancy(view: View) -> float:
    """Time of the front line's people on customers' calls and the work after them, over their time at work after the
    warm-up (breaks and time off shift left out, by their share in the whole run)."""
    clock = view.world.clock
    measured = (float(clock["now"]) - float(clock["warm_up"])) * len(view.world.salespeople)
    return ratio(_sum(view, "m_busy"), measured * (1.0 - view.front_line_share_away))


@measure("callers", "Little's law")
def mean_in_queue(view: View) -> float:
    """Callers waiting, averaged over the time after the warm-up."""
    clock = view.world.clock
    queues, now, start = view.world.queues, float(clock["now"]), float(clock["warm_up"])
    open_end = queues["callers"] * (now - np.maximum(queues["changed"], start))  # since the last change of the queue
    return ratio(_sum(view, "m_area") + open_end[queues["measured"] == 1].sum(), now - start)


@measure("share", "B2")
def service_level_20s(view: View) -> float:
    """Callers answered within 20 seconds, over all who entered and whose wait has ended (who hung up counts
    against it, however early)."""
    return ratio(_sum(view, "m_prompt"), _sum(view, "m_begun") + _sum(view, "m_left"))
