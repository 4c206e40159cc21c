"""The code is conceded at the discretion of whoever answers."""

from model.compiled import compiled


@compiled
def by_discretion(n_waiting, u, parameters):
    """The code is conceded at the discretion of whoever answers: P = `p_concede` (001-33)."""
    return 1 if u < parameters.p_concede else 0
