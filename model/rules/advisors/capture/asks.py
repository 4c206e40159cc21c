"""The advisor asks for what the record does not hold."""

from model.compiled import compiled


@compiled
def asks(known, parameters):
    """The advisor asks for what the record does not hold (002-33).

    Added: g (1 − known), g = `capture_gain`.
    """
    return parameters.capture_gain * (1.0 - known)
