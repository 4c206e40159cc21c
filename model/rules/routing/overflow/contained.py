"""Only groups whose training contains that of the stream take its calls, so overflow may be one-way."""

from model.compiled import compiled
from model.world.codes import CONTAINS


@compiled
def contained(level, hand, parameters):
    """Only groups whose training contains that of the stream take its calls, so overflow may be one-way (002-21)."""
    return 1 if level == CONTAINS and hand == 0 else 0
