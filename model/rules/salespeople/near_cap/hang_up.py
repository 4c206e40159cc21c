"""Every call is ended when the cap is reached."""

from model.compiled import compiled


@compiled
def hang_up(fear, tempted, parameters):
    """Every call is ended when the cap is reached (003-01)."""
    return 0.0
