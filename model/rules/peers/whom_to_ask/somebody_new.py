"""Always ask somebody drawn from the directory."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def somebody_new(ties, n_ties, parameters, u):
    """Always ask somebody drawn from the directory, whoever helped before (004-05)."""
    return NOBODY
