"""A call is placed only when somebody is free to talk."""

from model.compiled import compiled


@compiled
def progressive(n_idle, parameters):
    """A call is placed only when somebody is free to talk (003-11)."""
    return 1 if n_idle > 0 else 0
