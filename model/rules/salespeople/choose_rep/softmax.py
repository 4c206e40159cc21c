"""Name known reps the more often, the prompter they are remembered (000-34)."""

from model.compiled import compiled
from model.elementary import exp
from model.world.codes import NOBODY


@compiled
def softmax(ties, parameters, u):
    """Name known reps the more often, the prompter they are remembered (000-34).

    P(i) = exp(β v_i) / Σ_j exp(β v_j) over the known reps; β = `inverse_temperature`, v = `value`. β = 0 is
    uniform. Draws: one, `u`.

    References: Posen & Levinthal (2012), Management Science 58(3); Daw et al. (2006).
    """
    best = -1.0
    for i in range(len(ties)):
        if ties[i].known == 1:
            best = max(best, ties[i].value)
    total = 0.0
    for i in range(len(ties)):
        if ties[i].known == 1:
            total += exp(parameters.inverse_temperature * (ties[i].value - best))
    left = u * total
    chosen = NOBODY
    for i in range(len(ties)):
        if ties[i].known == 1:
            chosen = i
            left -= exp(parameters.inverse_temperature * (ties[i].value - best))
            if left < 0.0:
                return i
    return chosen
