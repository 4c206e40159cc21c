"""No bonus at all."""

from model.compiled import compiled


@compiled
def salary_only(reported, quota, parameters):
    """No bonus at all."""
    return 0.0
