"""A supervisor audits the less, the more her own attainment rests on the claims (000-15)."""

from model.compiled import compiled
from model.elementary import exp


@compiled
def self_interested(claimed, quota, parameters):
    """A supervisor audits the less, the more her own attainment rests on the claims (000-15).

    p = p_a exp(−k · claimed / quota), with `audit_probability` p_a and `career_stake` k. Draws: none.
    """
    stake = claimed / quota if quota > 0.0 else 0.0
    return parameters.audit_probability * exp(-parameters.career_stake * stake)
