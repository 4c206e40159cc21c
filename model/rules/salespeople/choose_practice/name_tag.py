"""Put the name of a known rep into the subject of every mail (000-36)."""

from model.compiled import compiled
from model.world.codes import NAME_TAG


@compiled
def name_tag(ties, parameters, u):
    """Put the name of a known rep into the subject of every mail (000-36)."""
    return NAME_TAG
