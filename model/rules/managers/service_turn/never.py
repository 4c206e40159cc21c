"""Supervisors keep the desk to selling, as prescribed."""

from model.compiled import compiled


@compiled
def never(manager, parameters):
    """Supervisors keep the desk to selling, as prescribed."""
    return 0
