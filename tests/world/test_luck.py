"""Luck by keys: scalars, arrays and compiled code agree, and draws are uniform and unrelated."""

import numba
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri
from scipy.stats import kstest

from model import luck
from tests.helpers.runs import compiled_values, plainly

PLAIN_UNIFORM, PLAIN_KEY, PLAIN_NORMAL = plainly(luck.uniform), plainly(luck.key), plainly(luck.normal)
compiled_uniform, compiled_key = luck.uniform, luck.key


@numba.njit
def engine_uniform(seed, purpose, who, count):
    """The engine's draw, callable from Python."""
    return compiled_uniform(seed, purpose, who, count)


@numba.njit
def engine_key(owner, count):
    """The engine's name for a thing, callable from Python."""
    return compiled_key(owner, count)


words = st.integers(0, 2**64 - 1)
counts = st.integers(0, 2**40)
purposes = st.integers(1, 49)


@given(words, purposes, words, counts)
def test_scalar_array_and_compiled_draws_agree_bit_for_bit(seed, purpose, who, count):
    with np.errstate(over="ignore"):
        plain = PLAIN_UNIFORM(seed, purpose, who, count)
    array = luck.uniforms(seed, purpose, np.array([who], np.uint64), np.array([count]))[0]
    compiled = engine_uniform(np.uint64(seed), purpose, np.uint64(who), count)
    assert float(plain) == float(array) == compiled
    assert 0.0 < compiled < 1.0


@given(words, counts)
def test_scalar_array_and_compiled_names_agree(owner, count):
    with np.errstate(over="ignore"):
        plain = PLAIN_KEY(owner, count)
    array = luck.keys(np.array([owner], np.uint64), np.array([count]))[0]
    assert int(plain) == int(array) == int(engine_key(np.uint64(owner), count))


def test_draws_broadcast_over_people_and_counts_as_one_by_one():
    block = luck.uniforms(5, luck.NAME, np.arange(4)[:, None], np.arange(3)[None, :])
    one_by_one = [[engine_uniform(np.uint64(5), luck.NAME, who, count) for count in range(3)] for who in range(4)]
    assert block.tolist() == one_by_one


N = 50_000
STREAMS = {
    "one stream": luck.uniforms(1, luck.REQUEST, 7, np.arange(N)),
    "neighbouring people": luck.uniforms(1, luck.REQUEST, np.arange(N), 0),
    "neighbouring seeds": np.array([luck.uniforms(seed, luck.REQUEST, 7, 0) for seed in range(4000)]),
    "named issues": luck.uniforms(1, luck.ISSUE_WORK, luck.keys(np.arange(N), 3), 0),
}


@pytest.mark.parametrize("stream", STREAMS.values(), ids=STREAMS.keys())
def test_draws_are_uniform_and_the_next_tells_nothing_of_the_last(stream):
    assert kstest(stream, "uniform").pvalue > 1e-3
    for lag in (1, 2, 7):
        # a serial correlation of independent draws has a standard error of 1/√n
        assert abs(np.corrcoef(stream[:-lag], stream[lag:])[0, 1]) < 4.0 / np.sqrt(len(stream))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1, luck.NAME, 7), (1, luck.FRAME, 7)),
        ((1, luck.NAME, 7), (1, luck.NAME, 8)),
        ((1, luck.NAME, 7), (2, luck.NAME, 7)),
    ],
    ids=["neighbouring purposes", "neighbouring people", "neighbouring seeds"],
)
def test_neighbouring_streams_are_unrelated_at_any_shift(one, other):
    first, second = (luck.uniforms(*key, np.arange(N)) for key in (one, other))
    for shift in (0, 1, 2):
        assert abs(np.corrcoef(first[: N - shift], second[shift:])[0, 1]) < 4.0 / np.sqrt(N)
    assert len(np.intersect1d(first, second)) == 0


def test_the_normal_quantile_is_right_to_two_in_a_thousand_million():
    u = np.concatenate([np.linspace(1e-6, 1.0 - 1e-6, 20_001), 10.0 ** -np.arange(1.0, 15.0), [0.02425, 0.97575]])
    found = np.array(compiled_values("model.luck", "normal", u.tolist()))
    assert np.abs(found - ndtri(u)).max() < 2e-9 * max(1.0, np.abs(ndtri(u)).max())
    assert [PLAIN_NORMAL(v) for v in u.tolist()] == found.tolist()


@given(st.floats(1e-12, 1.0 - 1e-12), st.floats(0.01, 1e4))
def test_exponential_and_lognormal_quantiles_follow_their_formulas(u, mean):
    assert plainly(luck.exponential)(u, mean) == pytest.approx(-np.log(u) * mean)
    variance = np.log(1.0 + 0.8**2)
    expected = mean * np.exp(np.sqrt(variance) * ndtri(u) - variance / 2.0)
    assert plainly(luck.lognormal)(u, mean, 0.8) == pytest.approx(expected, rel=1e-7)
