"""Every account has one fixed rep in each unit, into whose bucket all its requests go."""

from model.compiled import compiled


@compiled
def to_account_rep(met_by, u, n_reps, parameters):
    """Every account has one fixed rep in each unit, into whose bucket all its requests go (000-42, C5).

    Any of the reps with equal chances. Draws: one, `u`.
    """
    return int(u * n_reps)
