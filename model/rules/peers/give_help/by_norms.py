"""Beneficence gives to whoever asks, reciprocity returns what is owed and withholds from who withheld."""

from model.compiled import compiled


@compiled
def by_norms(giver, trust, owed, grudge, pull, parameters, u):
    """Beneficence gives to whoever asks, reciprocity returns what is owed and withholds from who withheld (004-03..06).

    gift     = b_i g_i (k + (1 − k) T), beneficence b_i, goodwill g_i, trust T, `gift_to_stranger` k;
    exchange = r D / (D + h), debt D to the asker, `reciprocity` r, `debt_half` h;
    P(help)  = [1 − (1 − gift) (1 − exchange)] [1 − r G / (G + h_G)] pull, grudge G, `grudge_half` h_G.

    Draws: one, `u`.
    """
    k, r, h = parameters.gift_to_stranger, parameters.reciprocity, parameters.debt_half
    gift = giver.beneficence * giver.goodwill * (k + (1.0 - k) * trust)
    debt = max(0.0, owed)
    exchange = r * debt / (debt + h)
    willing = (1.0 - (1.0 - gift) * (1.0 - exchange)) * (1.0 - r * grudge / (grudge + parameters.grudge_half))
    return 1 if u < willing * pull else 0
