"""Whoever asks for a friend's code gets it."""

from model.compiled import compiled


@compiled
def always(n_waiting, u, parameters):
    """Whoever asks for a friend's code gets it (001-33)."""
    return 1
