"""Whoever is heard past the cap is dismissed on the spot."""

from model.compiled import compiled


@compiled
def dismiss(n_caught, parameters):
    """Whoever is heard past the cap is dismissed on the spot: one should have known better (003-03)."""
    return 1
