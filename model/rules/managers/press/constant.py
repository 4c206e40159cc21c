"""The pressure stays as it is."""

from model.compiled import compiled


@compiled
def constant(press, n_accepted, n_bad, n_offers, parameters):
    """The pressure stays as it is (001-54)."""
    return press
