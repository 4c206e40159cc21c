"""Every claim has the same chance of being checked, whatever it earns the supervisor."""

from model.compiled import compiled


@compiled
def constant(claimed, quota, parameters):
    """Every claim has the same chance of being checked, whatever it earns the supervisor."""
    return parameters.audit_probability
