"""A rep obliges by disposition, weighed by the legitimacy of the request and the channel (000-22, 23, 33, 40, 41)."""

from model.compiled import compiled
from model.elementary import power
from model.world.codes import EXPEDITE, LOG, REFUSE, SET_ASIDE


@compiled
def by_disposition(rep, request, channel, friend, restraint, parameters, u):
    """A rep obliges by disposition, weighed by the legitimacy of the request and the channel (000-22, 23, 33, 40, 41).

    P(at once)  = min(1, d (1 − ε_o)^excess ℓ κ) (1 − restraint), with the rep's disposition d, the erosion ε_o per
                  excess request, the legitimacy ℓ of the voice (at least 1 for a friend) and the acceptance κ
                  of the channel.
    P(refusal)  = (1 − P(at once)) (1 − d) · refusal of the voice · (1 − cost of refusing of the channel).
    P(set aside) = (the rest) (1 − d): an unwilling rep lets it lie for a while before logging it (000-30).
    Else the request goes to the bucket at once. Draws: one, `u`.
    """
    legitimacy = parameters.legitimacy_customer_voice if request.voice == 1 else parameters.legitimacy_own_voice
    refusal = parameters.refusal_customer_voice if request.voice == 1 else parameters.refusal_own_voice
    if friend == 1:
        legitimacy, refusal = max(1.0, legitimacy), 0.0
    eroded = rep.disposition * power(1.0 - parameters.overload_erosion, rep.excess)
    at_once = min(1.0, eroded * legitimacy * channel.acceptance) * (1.0 - restraint)
    refuse = (1.0 - at_once) * (1.0 - rep.disposition) * refusal * (1.0 - channel.cost_of_refusing)
    if u < at_once:
        return EXPEDITE
    if u < at_once + refuse:
        return REFUSE
    aside = (1.0 - at_once - refuse) * (1.0 - rep.disposition)
    return SET_ASIDE if u < at_once + refuse + aside else LOG
