"""Whoever reads a mail or takes a call does what it asks for."""

from model.compiled import compiled


@compiled
def to_reader(reader, account, n_reps, parameters):
    """Whoever reads a mail or takes a call does what it asks for (000-26)."""
    return reader
