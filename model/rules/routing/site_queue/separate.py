"""Each site has its own customers and answers only their calls."""

from model.compiled import compiled


@compiled
def separate(site, parameters):
    """Each site has its own customers and answers only their calls (001-14)."""
    return site
