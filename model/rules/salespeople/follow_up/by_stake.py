"""The more an order would add to the bonus, the harder its request is followed up."""

from model.compiled import compiled


@compiled
def by_stake(stake, parameters):
    """The more an order would add to the bonus, the harder its request is followed up (C3).

    factor = 1 + ξ · stake, ξ = `stake_response`: with 0.04 per dollar, twice the usual for $25. Draws: none.

    References: Misra & Nair (2011), Quantitative Marketing and Economics 9, for effort by distance to a quota.
    """
    return 1.0 + parameters.stake_response * stake
