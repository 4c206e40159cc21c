"""Managers tighten control when a team's output falls short of what it was, and relax it week by week otherwise."""

from model.compiled import compiled


@compiled
def react(level, output, reference, parameters):
    """Managers tighten control when a team's output falls short of what it was, and relax it week by week otherwise.

    level + `tightening` · (1 − output / reference) on a shortfall, level − `loosening` otherwise: to win commitment
    they would relax, and fear for output when they have (001-08).
    """
    if output < reference:
        return min(1.0, level + parameters.tightening * (1.0 - output / reference))
    return max(0.0, level - parameters.loosening)
