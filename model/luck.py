"""Luck: every random number is found by a key, never by a place in one shared sequence.

A draw is a pure function of (seed, purpose, who, count): asking for it earlier, later or not at all changes no
other draw. Two designs run with the same seed therefore meet the same customers, and a rule switched for one
person leaves the luck of everybody else as it was (common random numbers).

The generator is SplitMix64 (Steele, Lea & Flood 2014, OOPSLA, pp. 453-472) used as a counter: the key is mixed into a
64-bit state and the count walks along its Weyl sequence. The functions work on scalars (in the engine) and on
whole arrays (when demand is drawn up front) from one source.
"""

import math

import numpy as np

from model.compiled import compiled, plain
from model.elementary import exp, log

U = np.uint64
GOLDEN = U(0x9E3779B97F4A7C15)
FIRST = U(0xBF58476D1CE4E5B9)
SECOND = U(0x94D049BB133111EB)
S11, S27, S30, S31 = U(11), U(27), U(30), U(31)
TO_UNIT = 1.0 / 9007199254740992.0  # 2**-53

# Purposes: one number for every decision that needs luck. Never reuse or renumber; add at the end.
(
    ACCOUNT_SIZE, DAY_FACTOR, REQUEST, OPPORTUNITY, ENQUIRY, BULK, ISSUE_KIND, ISSUE_UNIT, ISSUE_WORK,
    ISSUE_ORDER, ISSUE_TALK, ISSUE_PATIENCE, ISSUE_UPDATES, ISSUE_CALLER, DISPOSITION, SPEED, HIRE, RESIDUAL,
    CONTACT, REDIAL, REDIAL_DELAY, PRACTICE, NAME, FRAME, LOST, HONOUR, RESPOND, SILENT, PICK, CHASE_DELAY,
    CHASE_PROMPT, PITCH, PITCH_VALUE, CLOSE, AUDIT, TURNOVER, REP_TURNOVER, SHARE, ASSIGN, TIE, NUMBER, BREAK, FIELD,
    FIELD_VALUE, DIRECT_PHONE, PRODUCT, ASIDE, PRIORITY,
) = range(1, 49)  # fmt: skip

# The same for what happens in a centre.
(
    STREAM, CALLER, HANDLE, WAIT_FOR, PACE, RESOLVE, REPEAT, REPEAT_DELAY, PURCHASE, PURCHASE_VALUE,
) = range(49, 59)  # fmt: skip

# The same for offers on top of a call, and for how people are controlled.
(
    TASTE, DRIFT, PROFILE, MISSING, OPPORTUNE, UNIVERSAL, HURRIED, LIVE, DISCRETION, ENDS_FIRST, ACCEPT,
    PRIMARY_LOST, LISTEN, SCORE, STYLE, STYLE_CHANGE, MATE, IMITATE, TRIAL, QUALITY,
) = range(64, 84)  # fmt: skip
# The same for customers told apart: who they are, how they reach somebody, what is said.
(
    LOOK_UP, PRESS, PRESS_WHAT, MISPRESS, LEAVE_MENU, LATENT, CALL_BACK, SAME_ADVISOR, FOREIGN_SKILL, SELLING_SKILL,
    USUAL_BILL, BILL, INCIDENT, FALLING, LISTED, CHURN, TALK, TALK_VALUE, CAPTURE, FEEDBACK,
) = range(128, 148)  # fmt: skip
# The same for what may be in a call beyond query and purchase.
(
    ANSWERS_DIALLER, REFUSES, REFUSAL_TIME, FAILS_ELSEWHERE, ORDER_FAILS, FAILURE_DELAY, ASKS_DEPARTMENT, ASKING_TIME,
    INFORMED, MASTERS, HANDING_ON, HEARD_OF_CODE, CONCEDES, DISPUTE_TIME, LOST_IN_DISPUTE, GIVEN_CODE, OPEN_ENDED,
    TALK_BEYOND, STAYS, WANTS_TO_CONFER, PITCH_TIME, GIVES_IN, PAST_CAP, DONE_BEFORE_CAP, LISTENED_TO, REGRETS,
    CONSENT, LATER_ORDER, GAMES, COMPLAINS, SURVEYED, HOME_SITE,
) = range(96, 128)  # fmt: skip
# The same for help among peers, self-service and spikes.
(
    TOPIC, KNOWS, ASKS, CHANNEL, WHOM, STRANGER, HELPS, IN_TIME, TEACHES, DISCOVERS, DOUBTS, TOPIC_CHANGES, TRAINED,
    BENEFICENCE, WATCHED, CORRECTS, FACE_PHASE, FACE_WITH, FACE_TOPIC, SELF_SERVICE, SELF_MINUTES, SPIKE, SPIKE_CALL,
    FAVOUR, OBLIGES,
) = range(160, 185)  # fmt: skip
# At a desk, which rep of a unit is an account's.
(ACCOUNT_REP,) = range(185, 186)


@compiled
def mix(z):
    """Scatter the bits of a 64-bit state so that neighbouring states look unrelated."""
    z = (z ^ (z >> S30)) * FIRST
    z = (z ^ (z >> S27)) * SECOND
    return z ^ (z >> S31)


@compiled
def stream(seed, purpose, who):
    """State at which the stream of one purpose and one person (or issue) begins."""
    return mix(mix(U(seed) + U(purpose) * GOLDEN) ^ (U(who) * SECOND + GOLDEN))


@compiled
def nth(start, count):
    """Draw number `count` of the stream that begins at `start`, uniform strictly between 0 and 1."""
    return (float(mix(start + U(count) * GOLDEN) >> S11) + 0.5) * TO_UNIT


@compiled
def uniform(seed, purpose, who, count):
    """Draw number `count` of a stream, uniform strictly between 0 and 1. Draws: one."""
    return nth(stream(seed, purpose, who), count)


@compiled
def scramble(start, who):
    """Number that somebody draws from the stream that begins at `start`: 64 random bits."""
    return mix(start ^ U(who))


@compiled
def exponential(u, mean):
    """Exponential quantile: waiting time with the given mean for the uniform `u`."""
    return -log(u) * mean


@compiled
def normal(u):
    """Standard normal quantile of the uniform `u` (Acklam's rational approximation, relative error 1.2e-9)."""
    if u < 0.02425 or u > 0.97575:
        q = math.sqrt(-2.0 * log(u if u < 0.5 else 1.0 - u))
        top = ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
                - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783  # fmt: skip
        low = (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
               + 3.754408661907416) * q + 1.0  # fmt: skip
        return top / low if u < 0.5 else -top / low
    q = u - 0.5
    r = q * q
    top = (((((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r
             + 1.383577518672690e02) * r - 3.066479806614716e01) * r + 2.506628277459239) * q  # fmt: skip
    low = ((((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r
            + 6.680131188771972e01) * r - 1.328068155288572e01) * r + 1.0  # fmt: skip
    return top / low


@compiled
def lognormal(u, mean, cv):
    """Lognormal quantile with the given mean and coefficient of variation."""
    return lognormal_of(u, mean, log_variance(cv))


@compiled
def log_variance(cv):
    """Variance of the logarithm of a lognormal quantity with the given coefficient of variation."""
    return log(1.0 + cv * cv)


@compiled
def lognormal_of(u, mean, variance):
    """Lognormal quantile with the given mean and variance of the logarithm."""
    return mean * exp(math.sqrt(variance) * normal(u) - 0.5 * variance)


@compiled
def key(owner, count):
    """A name for the `count`-th thing of `owner` that no other owner's things can change."""
    return mix(mix(U(owner) + GOLDEN) ^ (U(count) * FIRST))


def uniforms(seed: int, purpose: int, who: np.ndarray, count: np.ndarray | int) -> np.ndarray:
    """Draws of many people at once, broadcast over `who` and `count`; the same numbers as `uniform`."""
    who, count = np.asarray(who, U), np.asarray(count, U)
    with np.errstate(over="ignore"):
        start = _mix_array(_mix_array(U(seed) + U(purpose) * GOLDEN) ^ (who * SECOND + GOLDEN))
        return ((_mix_array(start + count * GOLDEN) >> S11).astype(float) + 0.5) * TO_UNIT


def keys(owner: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Names of many things at once; the same numbers as `key`."""
    with np.errstate(over="ignore"):
        return _mix_array(_mix_array(np.asarray(owner, U) + GOLDEN) ^ (np.asarray(count, U) * FIRST))


_mix_array = plain(mix)
