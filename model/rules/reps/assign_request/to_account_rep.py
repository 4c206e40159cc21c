"""Every account has one fixed rep in each unit, who does all its requests."""

from model.compiled import compiled


@compiled
def to_account_rep(reader, account, n_reps, parameters):
    """Every account has one fixed rep in each unit, who does all its requests (000-42, C5).

    place = account mod `n_reps`, so that accounts are spread evenly.
    """
    return account % n_reps
