"""What queueing theory says of the textbook queue: closed forms that the engine is held against.

Rates are per minute and waits in minutes. λ is the arrival rate, μ the rate at which one person serves, θ the
rate
at which one waiting caller gives up, c the number of people, a = λ/μ the offered load in erlangs, ρ = a/c.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Steady:
    """A queue in its steady state.

    Attributes: `p_wait` and `p_abandon` (of all who enter), `p_blocked` (of all who call), `mean_wait`
    (minutes, of
    all who enter, answered or not), `mean_in_queue` (callers waiting), `occupancy` (share of time on calls).
    """

    p_wait: float
    p_abandon: float
    p_blocked: float
    mean_wait: float
    mean_in_queue: float
    occupancy: float


def erlang_b(load: float, servers: int) -> float:
    """Share of callers who find everybody busy when nobody can wait (M/G/c/c): Erlang's loss formula.

    B(c, a) = (a^c / c!) / Σ_{k=0..c} a^k / k!, by the recursion B(0) = 1, B(k) = a B(k−1) / (k + a B(k−1)).

    Parameters
    ----------
    load : offered load a = λ/μ in erlangs, 0 or more.
    servers : people or lines c.

    References
    ----------
    Kleinrock, L. (1975), Queueing Systems, vol. 1, section 3.6, eq. 3.43, p. 106. Cooper, R. B. (1981),
    Introduction
    to Queueing Theory, 2nd ed., section 3.3 (formula and recursion).
    """
    blocked = 1.0
    for k in range(1, servers + 1):
        blocked = load * blocked / (k + load * blocked)
    return blocked


def erlang_c(load: float, servers: int) -> float:
    """Share of callers who have to wait when everybody waits to the end (M/M/c): Erlang's delay formula.

    C(c, a) = B / (1 − ρ (1 − B)), with B = B(c, a) and ρ = a/c; 1 when ρ is 1 or more.

    Parameters
    ----------
    load : offered load a = λ/μ in erlangs.
    servers : people c.

    References
    ----------
    Kleinrock, L. (1975), Queueing Systems, vol. 1, section 3.5, eq. 3.40, p. 103. Cooper (1981), section 3.4.
    """
    if load >= servers:
        return 1.0
    blocked = erlang_b(load, servers)
    return blocked / (1.0 - load / servers * (1.0 - blocked))


def patient(arrival: float, service: float, servers: int) -> Steady:
    """Callers who wait to the end (M/M/c, Erlang C).

    E[W] = C(c, a) / (c μ − λ); E[waiting] = λ E[W] (Little); occupancy = ρ. Infinite when ρ is 1 or more.

    References
    ----------
    Kleinrock, L. (1975), Queueing Systems, vol. 1, section 3.5, pp. 102-105.
    """
    delayed = erlang_c(arrival / service, servers)
    spare = servers * service - arrival
    wait = delayed / spare if spare > 0.0 else math.inf
    return Steady(delayed, 0.0, 0.0, wait, arrival * wait, min(1.0, arrival / (servers * service)))


def answered_within(minutes: float, arrival: float, service: float, servers: int) -> float:
    """Share of patient callers answered within a time t (M/M/c): 1 − C(c, a) exp(−(c μ − λ) t).

    References
    ----------
    Cooper, R. B. (1981), Introduction to Queueing Theory, 2nd ed., section 3.4.
    """
    return 1.0 - erlang_c(arrival / service, servers) * math.exp(-(servers * service - arrival) * minutes)


def lost(arrival: float, service: float, lines: int) -> Steady:
    """As many lines as people: who finds all busy is blocked, nobody waits (M/M/c/c, Erlang B).

    References
    ----------
    Kleinrock, L. (1975), Queueing Systems, vol. 1, section 3.6, pp. 105-106.
    """
    load = arrival / service
    blocked = erlang_b(load, lines)
    return Steady(0.0, 0.0, blocked, 0.0, 0.0, load * (1.0 - blocked) / lines)


def impatient(arrival: float, service: float, servers: int, giving_up: float) -> Steady:
    """Callers who hang up after an exponential patience (M/M/c+M, Erlang A).

    With A = 1 + Σ_{j≥1} y^j / ((x+1)…(x+j)), x = c μ/θ, y = λ/θ and B = B(c, a):
    P(wait) = A B / (1 + (A − 1) B), P(abandon | wait) = 1/(ρ A) + 1 − 1/ρ, E[W] = P(abandon) / θ,
    E[waiting] = λ E[W] (Little), occupancy = ρ (1 − P(abandon)).

    Parameters
    ----------
    arrival, service : rates λ and μ.
    servers : people c.
    giving_up : θ, one over the mean patience.

    References
    ----------
    Palm, C. (1957), Research on telephone traffic carried by full availability groups, Tele 1. Mandelbaum, A.
    &
    Zeltyn, S. (2007), Service engineering in action: the Palm/Erlang-A queue, in Advances in Services
    Innovations,
    Springer, pp. 17-45 (appendix: exact formulas).
    """
    if arrival <= 0.0:
        return Steady(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    x, y = servers * service / giving_up, arrival / giving_up
    total = term = 1.0
    k = 0
    while term > 1e-17 * total:
        k += 1
        term *= y / (x + k)
        total += term
    rho = arrival / (servers * service)
    blocked = erlang_b(arrival / service, servers)
    delayed = blocked / (1.0 / total + (1.0 - 1.0 / total) * blocked)
    abandoned = delayed * (1.0 - (1.0 - 1.0 / total) / rho)
    wait = abandoned / giving_up
    return Steady(delayed, abandoned, 0.0, wait, arrival * wait, rho * (1.0 - abandoned))
