"""The schedule, word for word as the engine states it."""

from model.document.source import MODEL, docstring


def schedule() -> str:
    """Docstring of the only loop over time."""
    return docstring(MODEL / "engine" / "schedule.py")
