"""Exponential and logarithm whose every bit is the same on every processor.

Those of C libraries differ in the last digit by processor (whether it fuses multiplication and addition) and by system,
so that one sweep on two kinds of machine would give two tables. Here they are sums, products and a quotient, which
IEEE 754 fixes to the last bit, within two units in the last place of the true value.
"""

import math
import struct
from decimal import Context, Decimal

import numpy as np
from llvmlite import ir
from numba.core import types
from numba.core.typing.templates import AbstractTemplate, infer_global, signature
from numba.extending import lower_builtin

from model.compiled import compiled

EXACT = Context(prec=40)
"""Digits in which the constants below are reckoned, whatever the caller's program has set for its own decimals."""
LN2, LN10 = float(EXACT.ln(2)), float(EXACT.ln(10))
LN2_HIGH = float.fromhex("0x1.62e42feep-1")
LN2_LOW = float(EXACT.subtract(EXACT.ln(2), Decimal(LN2_HIGH)))
"""ln 2 in two parts; the high one has so few digits that whole multiples of it are exact."""
PARTS = 32
"""Parts of the numbers from 1 to 2, and of the exponents from 0 to 1, each with a value in a table."""
PARTS_PER_LN2 = PARTS / LN2
FRACTION, BIAS = 52, 1023
"""Bits of a number's fraction, and what is added to its exponent."""
ROOT_OF_HALF = 0x3FE6A09E667F3BCD
"""Bits of √½."""
INFINITY = math.inf
LARGEST, SMALLEST = 709.0, -708.0
"""Exponents beyond which powers of e leave the range of normal numbers."""
LOGARITHMS = np.array([EXACT.subtract(EXACT.ln(max(1, n)), EXACT.ln(PARTS)) for n in range(2 * PARTS)], float)
"""Of n / 32; those from √½ to √2 are used."""
POWERS = np.array([EXACT.exp(EXACT.divide(EXACT.multiply(EXACT.ln(2), n), PARTS)) for n in range(PARTS)], float)
"""2 to n / 32."""
A1, A2, A3 = (2.0 / n for n in (3, 5, 7))
"""Of 2 artanh(s) = 2 s + Σ A_n s²ⁿ⁺¹; the next is below 10⁻¹⁹."""
E2, E3, E4, E5, E6 = (1.0 / math.factorial(n) for n in range(2, 7))
"""Of exp(r) = 1 + r + Σ E_n rⁿ; the next is below 10⁻¹⁷."""


def bits_of(x: float) -> int:
    """The 64 bits of a number, as a whole number."""
    return struct.unpack("<q", struct.pack("<d", x))[0]


def number_of_bits(bits: int) -> float:
    """The number that 64 bits stand for."""
    return struct.unpack("<d", struct.pack("<q", bits))[0]


@infer_global(bits_of)
class _BitsOf(AbstractTemplate):
    def generic(self, arguments, keywords):
        return signature(types.int64, types.float64)


@infer_global(number_of_bits)
class _NumberOfBits(AbstractTemplate):
    def generic(self, arguments, keywords):
        return signature(types.float64, types.int64)


@lower_builtin(bits_of, types.float64)
def _bits_of(context, builder, sig, arguments):
    return builder.bitcast(arguments[0], ir.IntType(64))


@lower_builtin(number_of_bits, types.int64)
def _number_of_bits(context, builder, sig, arguments):
    return builder.bitcast(arguments[0], ir.DoubleType())


@compiled
def log(x):
    """Natural logarithm; −∞ of what is not positive.

    x = 2ᵏ m, √½ ≤ m < √2; c the nearest 32nd to m; ln x = k ln 2 + ln c + 2 artanh(s), s = (m − c) / (m + c).
    """
    bits = bits_of(x)
    k = (bits - ROOT_OF_HALF) >> FRACTION
    m = number_of_bits(bits - (k << FRACTION))
    n = int(m * PARTS + 0.5)
    c = n / PARTS
    s = (m - c) / (m + c)
    z = s * s
    rest = s * z * (A1 + z * (A2 + z * A3))
    found = (k * LN2_HIGH + LOGARITHMS[n]) + (2.0 * s + (rest + k * LN2_LOW))
    return found if 0.0 < x < INFINITY else INFINITY if x > 0.0 else -INFINITY


@compiled
def exp(x):
    """e to a power; 0 where that is below the normal numbers, ∞ above them.

    x = (k + n / 32) ln 2 + r, |r| ≤ ln 2 / 64; eˣ = 2ᵏ 2^(n / 32) eʳ.
    """
    within = min(max(x, SMALLEST), LARGEST)
    parts = math.floor(within * PARTS_PER_LN2 + 0.5)
    r = (within - parts * (LN2_HIGH / PARTS)) - parts * (LN2_LOW / PARTS)
    z = r * r
    rest = r + z * ((E2 + r * E3) + z * ((E4 + r * E5) + z * E6))
    k, n = parts >> 5, parts & (PARTS - 1)
    found = (POWERS[n] + POWERS[n] * rest) * number_of_bits((k + BIAS) << FRACTION)
    return found if x == within else INFINITY if x > 0.0 else 0.0


@compiled
def power(base, exponent):
    """A base that is not negative to a power; anything to the power 0 is 1."""
    return 1.0 if exponent == 0.0 else exp(exponent * log(base))
