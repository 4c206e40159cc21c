"""The handler is credited with a share of the order."""

from model.compiled import compiled


@compiled
def split(value, parameters, u):
    """The handler is credited with a share of the order.

    credit = `credit_split` · value. Draws: none.
    """
    return parameters.credit_split * value
