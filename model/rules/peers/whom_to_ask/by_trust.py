"""Ask contacts in proportion to the trust in them."""

from model.compiled import compiled
from model.world.codes import NOBODY


@compiled
def by_trust(ties, n_ties, parameters, u):
    """Ask contacts in proportion to the trust in them, now and then somebody new (004-02).

    P(new) = `p_stranger`, P(i) = (1 − P(new)) T_i / Σ_j T_j over the present. Draws: one, `u`.
    """
    total = 0.0
    for i in range(n_ties):
        total += ties[i].trust * ties[i].present
    if u < parameters.p_stranger or total <= 0.0:
        return NOBODY
    left = (u - parameters.p_stranger) / (1.0 - parameters.p_stranger) * total
    for i in range(n_ties):
        left -= ties[i].trust * ties[i].present
        if left < 0.0:
            return i
    return NOBODY
