"""The handler reports the order, but an independent office strikes a fixed share of such claims."""

from model.compiled import compiled


@compiled
def audited(value, parameters, u):
    """The handler reports the order, but an independent office strikes a fixed share of such claims.

    P(struck) = `central_audit`, whatever supervisors choose. Draws: one, `u`.
    """
    return 0.0 if u < parameters.central_audit else value
