"""Quantiles of the beta distribution, where limits for small numbers are exact.

scipy has them too, but where scipy is installed, seaborn imports all of its statistics, and each page takes a
second or more longer to open. The tests compare ours with scipy's.
"""

from math import exp, isqrt, lgamma, log, log1p, sqrt
from statistics import NormalDist
from typing import Final

_STEPS: Final = 60
"""The most steps: halving takes so many, Halley's method two or three."""
_NEAR: Final = 1e-6
"""As a part of the way to the nearer end: after so small a step the next would change no digit."""
_STANDARD: Final = NormalDist()


def beta_quantile(share: float, a: float, b: float) -> float:
    """Return the value below which a beta variable lies with this probability.

    Parameters
    ----------
    share
        The probability, between 0 and 1.
    a, b
        The parameters, both above 0 and up to some ten thousands.

    Returns
    -------
    float
        Between 0 and 1, as exact as `beta_share`.
    """
    low, high, value = 0.0, 1.0, _roughly(share, a, b)
    whole = lgamma(a + b) - lgamma(a) - lgamma(b)
    for _ in range(_STEPS):
        off = beta_share(value, a, b) - share
        low, high = (low, value) if off > 0 else (value, high)
        steep = exp(whole + (a - 1) * log(value) + (b - 1) * log1p(-value))
        newton = off / steep if steep else 1.0
        bend = (a - 1) / value - (b - 1) / (1 - value)
        step = value - newton / min(max(1 - newton * bend / 2, 0.5), 2)
        if abs(step - value) <= _NEAR * min(value, 1 - value):
            return min(max(step, low), high)
        value = step if low < step < high else (low + high) / 2
    return value


def _roughly(share: float, a: float, b: float) -> float:
    """Return a first value: formula 26.5.22 of Abramowitz and Stegun, from the quantile of the normal."""
    if min(a, b) < 1:
        return a / (a + b)
    at, one, other = _STANDARD.inv_cdf(1 - share), 1 / (2 * a - 1), 1 / (2 * b - 1)
    mean, spread = 2 / (one + other), (at * at - 3) / 6
    away = at * sqrt(mean + spread) / mean - (other - one) * (spread + 5 / 6 - 2 / (3 * mean))
    return a / (a + b * exp(2 * away))


def beta_share(value: float, a: float, b: float) -> float:
    """Return the probability that a beta variable lies below a value (the regularised incomplete beta).

    Parameters
    ----------
    value
        From 0 to 1.
    a, b
        As in `beta_quantile`.

    Notes
    -----
    The continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, from the side where
    it converges within about the square root of the larger parameter.
    """
    if value <= 0 or value >= 1:
        return float(value >= 1)
    ahead = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(value) + b * log1p(-value))
    if value < (a + 1) / (a + b + 2):
        return ahead / a / _fraction(value, a, b)
    return 1 - ahead / b / _fraction(1 - value, b, a)


def _fraction(value: float, a: float, b: float) -> float:
    below = 1.0
    for m in range(20 + 4 * isqrt(int(max(a, b))), 0, -1):
        even = m * (b - m) * value / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * value / ((a + 2 * m) * (a + 2 * m + 1))
        below = 1 + even / (1 + odd / below)
    return 1 - (a + b) * value / (a + 1) / below
