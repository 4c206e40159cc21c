"""Whoever is heard past the cap is warned, and dismissed the next time."""

from model.compiled import compiled


@compiled
def warn_first(n_caught, parameters):
    """Whoever is heard past the cap is warned, and dismissed the next time."""
    return 1 if n_caught > 1 else 0
