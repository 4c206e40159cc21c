"""The code is conceded when others wait, to get off the phone."""

from model.compiled import compiled


@compiled
def when_pressed(n_waiting, u, parameters):
    """The code is conceded when others wait, to get off the phone (001-33)."""
    return 1 if n_waiting > 0 else 0
