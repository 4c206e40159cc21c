"""Claims that add nothing to the bonus of this period are reported in the next."""

from model.compiled import compiled


@compiled
def surplus(surplus, parameters):
    """Claims that add nothing to the bonus of this period are reported in the next (C3).

    Draws: none.

    References: Oyer (1998), Quarterly Journal of Economics 113(1).
    """
    return surplus
