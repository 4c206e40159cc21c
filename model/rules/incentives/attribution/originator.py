"""An order belongs to where it originated; the desk reports only its own sales."""

from model.compiled import compiled


@compiled
def originator(value, parameters, u):
    """An order belongs to where it originated; the desk reports only its own sales."""
    return 0.0
