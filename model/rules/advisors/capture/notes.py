"""The advisor notes what comes up by itself, which is less but embarrasses nobody."""

from model.compiled import compiled

BY_ITSELF = 0.4
"""Share of what a question would bring that comes up by itself."""


@compiled
def notes(known, parameters):
    """The advisor notes what comes up by itself, which is less but embarrasses nobody (002-33).

    Added: 0.4 g (1 − known), g = `capture_gain`; time and discomfort follow what is added.
    """
    return BY_ITSELF * parameters.capture_gain * (1.0 - known)
