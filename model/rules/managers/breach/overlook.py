"""Nothing happens to somebody who is heard past the cap."""

from model.compiled import compiled


@compiled
def overlook(n_caught, parameters):
    """Nothing happens to somebody who is heard past the cap."""
    return 0
