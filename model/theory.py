"""What theory says of queues, tandems and chasing: closed forms that the engine is held against.

Rates are per minute and waits in minutes. λ is the arrival rate, μ the rate at which one person serves, θ the rate
at which one waiting caller gives up, c the number of people, a = λ/μ the offered load in erlangs, ρ = a/c.
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Steady:
    """A queue in its steady state.

    Attributes: `p_wait` and `p_abandon` (of all who enter), `p_blocked` (of all who call), `mean_wait` (minutes, of all
    who enter, answered or not), `mean_in_queue` (callers waiting), `occupancy` (share of time on calls).
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
    Kleinrock, L. (1975), Queueing Systems, vol. 1, chapter 3 (M/M/m/m, the loss system). Cooper, R. B. (1981),
    Introduction to Queueing Theory, 2nd ed., chapter 3 (Erlang loss formula and its recursion). Both formulas are in
    Erlang, A. K. (1918), Solution of some problems in the theory of probabilities of significance in automatic
    telephone exchanges, Post Office Electrical Engineers' Journal 10, pp. 189-197.
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
    Kleinrock (1975), vol. 1, chapter 3 (M/M/m, Erlang's C formula). Cooper (1981), chapter 3 (Erlang delay formula).
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
    Kleinrock (1975), vol. 1, chapter 3 (M/M/m).
    """
    delayed = erlang_c(arrival / service, servers)
    spare = servers * service - arrival
    wait = delayed / spare if spare > 0.0 else math.inf
    return Steady(delayed, 0.0, 0.0, wait, arrival * wait, min(1.0, arrival / (servers * service)))


def answered_within(minutes: float, arrival: float, service: float, servers: int) -> float:
    """Share of patient callers answered within a time t (M/M/c): 1 − C(c, a) exp(−(c μ − λ) t).

    References
    ----------
    Cooper (1981), chapter 3 (Erlang delay system, wait in order of arrival).
    """
    return 1.0 - erlang_c(arrival / service, servers) * math.exp(-(servers * service - arrival) * minutes)


def lost(arrival: float, service: float, lines: int) -> Steady:
    """As many lines as people: who finds all busy is blocked, nobody waits (M/M/c/c, Erlang B).

    References
    ----------
    Kleinrock (1975), vol. 1, chapter 3 (M/M/m/m).
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
    Palm, C. (1957), Research on telephone traffic carried by full availability groups, Tele 1 (results first
    published in 1946). Mandelbaum, A. & Zeltyn, S. (2007), Service engineering in action: the Palm/Erlang-A queue,
    with applications to call centers, in Advances in Services Innovations, Springer, pp. 17-45 (exact formulas).
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


def second_moment(mean: float, cv: float) -> float:
    """E[S²] = m² (1 + cv²) of a time with mean m and coefficient of variation cv."""
    return mean * mean * (1.0 + cv * cv)


def one_server(arrival: float, mean: float, cv: float) -> float:
    """Mean wait before one person whose service times follow any law (M/G/1): Pollaczek and Khinchine's formula.

    E[W] = λ E[S²] / (2 (1 − ρ)), with ρ = λ E[S]. Infinite when ρ is 1 or more.

    Parameters
    ----------
    arrival : λ, per minute.
    mean, cv : mean (minutes) and coefficient of variation of the service time.

    References
    ----------
    Kendall, D. G. (1951), Some problems in the theory of queues, Journal of the Royal Statistical Society B 13(2),
    pp. 151-185. Kleinrock (1975), vol. 1, chapter 5 (M/G/1, the mean value formula of Pollaczek and Khinchin).
    """
    spare = 1.0 - arrival * mean
    return arrival * second_moment(mean, cv) / (2.0 * spare) if spare > 0.0 else math.inf


def two_classes(residual: float, first: float, load: float) -> tuple[float, float]:
    """Mean waits of two classes when the first goes before the second without interrupting anybody (Cobham).

    W_1 = W_0 / (1 − ρ_1) and W_2 = W_0 / ((1 − ρ_1)(1 − ρ)).

    Parameters
    ----------
    residual : W_0, the mean time until somebody ends a service, as a newcomer finds it (minutes): λ E[S²] / 2 before
        one person with any law, C(c, a) / (c μ) before c people with exponential times.
    first : ρ_1, the share of everybody's time that the first class takes.
    load : ρ, the same for both classes.

    References
    ----------
    Cobham, A. (1954), Priority assignment in waiting line problems, Operations Research 2(1), pp. 70-76 (one server
    of any law, several with exponential times). Kleinrock, L. (1976), Queueing Systems, vol. 2, chapter 3 (head of
    the line).
    """
    return residual / (1.0 - first), residual / ((1.0 - first) * (1.0 - load))


def tandem_of_one(arrival: float, read: float, read_cv: float, work: float, work_cv: float) -> tuple[float, float]:
    """Mean waits before reading and before the work when one person does both, and reads whatever there is first.

    A newcomer at the first stage waits for the service in hand and the unread before him:
    W_1 = W_0 / (1 − ρ_1), W_0 = λ (E[R²] + E[S²]) / 2. No order of work changes how much is left to do, which is that
    of M/G/1 with the time R + S: V = λ E[(R + S)²] / (2 (1 − ρ)). It is made up of the service in hand, of the work
    that follows a reading in hand, of the unread and of the bucket:
    V = W_0 + ρ_1 E[S] + λ W_1 (E[R] + E[S]) + λ W_2 E[S], which gives W_2.

    Parameters
    ----------
    arrival : λ, per minute.
    read, read_cv, work, work_cv : means (minutes) and coefficients of variation of both times, independent.

    References
    ----------
    The system is that of Taube-Netto, M. (1972), Two queues in tandem attended by a single server, dissertation,
    University of Michigan, second switching policy (the first stage goes before the second, interrupting nobody);
    the means above are derived here from the conservation of work: Kleinrock, L. (1965), A conservation law for a
    wide class of queueing disciplines, Naval Research Logistics Quarterly 12(2), pp. 181-192.
    """
    residual = arrival * (second_moment(read, read_cv) + second_moment(work, work_cv)) / 2.0
    first, _ = two_classes(residual, arrival * read, arrival * (read + work))
    variance = (read * read_cv) ** 2 + (work * work_cv) ** 2
    left = one_server(arrival, read + work, math.sqrt(variance) / (read + work))
    left -= residual + arrival * read * work + arrival * first * (read + work)
    return first, left / (arrival * work)


def chasing_limit(load: float, people: int, hours: float, each: float, chase: float, share: float) -> float:
    """Hazard of chasing (per open desk request and day) from which a unit has no steady state in the mean field.

    Chases go before the work, so with a share ρ_c = ρ − ρ_0 of everybody's time on chases a request stays
    T = (S C(c, c ρ) / (c (1 − ρ)) + S) / (1 − ρ_c) minutes, D = share · λ T requests of the desk are open, and they
    bring h D chases a day. A steady state needs ρ − ρ_0 = h D · chase / (c · day) for some ρ below 1; the largest h
    with one is the limit. Chance carries a unit over before the mean does: units run away from about half of it on.

    Parameters
    ----------
    load : ρ_0, share of the people's time that requests take without chases.
    people : c, who work on them.
    hours : working hours of one of them a day.
    each : S, minutes of one request, all told.
    chase : minutes of one chase.
    share : share of requests whose salesperson chases.

    References
    ----------
    Evidence, section E (tipping point). Cobham (1954) for the stretch by 1 / (1 − ρ_c).
    """
    day = 60.0 * hours
    arrival = load * people * day / each
    limit = 0.0
    for step in range(1, 2000):
        rho = load + (1.0 - load) * step / 2000.0
        chasing = rho - load
        stay = each * (erlang_c(people * rho, people) / (people * (1.0 - rho)) + 1.0) / (1.0 - chasing)
        open_requests = share * arrival * stay / day
        limit = max(limit, chasing * people * day / (chase * open_requests))
    return limit
