"""Beneficence gives to whoever asks, reciprocity returns what came and withholds from who withheld."""

from model.compiled import compiled


@compiled
def by_norms(giver, trust, received, owed, grudge, pull, parameters, u):
    """Beneficence gives to whoever asks, reciprocity returns what came and withholds from who withheld (004-03).

    gift     = b_i g_i (k + (1 − k) T), beneficence b_i, goodwill g_i, trust T, `gift_to_stranger` k (004-05);
    exchange = r R / (R + h) · c / (c + C), help R received lately, `reciprocity` r, `debt_half` h, favours C that the
               asker owes, `credit` c (004-06);
    P(help)  = [1 − (1 − gift) (1 − exchange)] [1 − r G / (G + h_G)] pull, grudge G, `grudge_half` h_G.

    Draws: one, `u`.
    """
    k, r = parameters.gift_to_stranger, parameters.reciprocity
    gift = giver.beneficence * giver.goodwill * (k + (1.0 - k) * trust)
    exchange = r * received / (received + parameters.debt_half)
    exchange *= parameters.credit / (parameters.credit + max(0.0, -owed))
    willing = (1.0 - (1.0 - gift) * (1.0 - exchange)) * (1.0 - r * grudge / (grudge + parameters.grudge_half))
    return 1 if u < willing * pull else 0
