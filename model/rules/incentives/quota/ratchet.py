"""The new quota moves towards the last sales, faster up than down."""

from model.compiled import compiled


@compiled
def ratchet(quota, reported, parameters):
    """The new quota moves towards the last sales, faster up than down.

    quota ← quota + w (reported − quota), w = `ratchet_up` above the quota and `ratchet_down` below. Draws: none.

    References: Leone, Misra & Zimmerman (2004), Investigating dynamic sales quotas, University of Rochester.
    """
    weight = parameters.ratchet_up if reported > quota else parameters.ratchet_down
    return quota + weight * (reported - quota)
