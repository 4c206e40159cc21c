"""The more requests jump the queue, the more the manager insists on first in, first out."""

from model.compiled import compiled


@compiled
def enforce(share_jumped, parameters):
    """The more requests jump the queue, the more the manager insists on first in, first out.

    restraint = `police_strength` · min(1, 10 · share). Draws: none.
    """
    return parameters.police_strength * min(1.0, 10.0 * share_jumped)
