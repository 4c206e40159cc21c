"""Regimented or empowered: what the relations of work come to (Frenkel et al., 001-57 to 001-61)."""

import math

from model.compiled import interpreted
from model.elementary import power
from model.measures.centre import satisfaction_mean, turnover_per_year
from model.measures.helping import questions_answered_share
from model.measures.record import measure
from model.measures.view import NAN, View, ratio


@measure("share", "001-57")
def cut_short_share(view: View) -> float:
    """By what share calls were cut short, by requirement and by backlog: mean over calls answered."""
    days = view.world.help_days
    return ratio(float(days["hurry"].sum()), float(days["n_calls"].sum()))


@measure("share", "001-57")
def practice_share(view: View) -> float:
    """Share of what practice can teach that a centre's people have learnt, mean over people at the end; 1 where
    practice teaches nothing."""
    if len(view.world.peers) == 0:
        return NAN
    if view.scenario.relations.skill_gain <= 0.0:
        return 1.0
    half = view.scenario.relations.skill_half_calls
    left = [interpreted(power)(0.5, calls / half) for calls in view.world.peers["skilled_calls"].tolist()]
    return float(1.0 - sum(left) / len(left))


@measure("share", "001-58, 004-13")
def watched_share(view: View) -> float:
    """Calls that a monitor followed, over calls answered."""
    days = view.world.help_days
    return ratio(float(days["n_watched"].sum()), float(days["n_calls"].sum()))


@measure("index", "001-61")
def consequence_index(view: View) -> float:
    """Consequences of work, from coercive (0) to enabling (1): the mean of five relations, work (1 − cut_short_share),
    control (mean of 1 − watched_share and identity_mean), co-workers (questions_answered_share, 0 where none arise),
    customers (satisfaction_mean), employment (1 / (1 + turnover_per_year))."""
    if len(view.world.peers) == 0 or view.world.help_days["n_calls"].sum() == 0:
        return NAN
    answered = questions_answered_share(view)
    control = (1.0 - watched_share(view) + float(view.world.peers["identity"].mean())) / 2.0
    relations = (
        1.0 - cut_short_share(view), control, 0.0 if math.isnan(answered) else answered, satisfaction_mean(view),
        1.0 / (1.0 + turnover_per_year(view)),
    )  # fmt: skip
    return sum(relations) / len(relations)
