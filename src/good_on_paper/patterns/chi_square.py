"""Quantiles of the chi-square distribution, for the limits of a spread; without scipy, as `beta` says why."""

from math import exp, lgamma, log
from typing import Final

_HALVINGS: Final = 100
_ENOUGH: Final = 1e-16
"""As a part of the sum: terms below this change nothing."""

_FAR_OUT: Final = -700
"""The logarithm of a term that is too small for a float: so far out all lies on one side."""


def chi_square_quantile(share: float, degrees: float) -> float:
    """Return the value below which a chi-square variable lies with this probability.

    Parameters
    ----------
    share
        The probability, above 0 and below 1.
    degrees
        Its degrees of freedom, above 0 and up to some thousands.

    Examples
    --------
    >>> round(chi_square_quantile(0.05, 8), 3)
    2.733
    """
    low, high = 0.0, degrees
    while chi_square_share(high, degrees) < share:
        low, high = high, 2 * high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        low, high = (middle, high) if chi_square_share(middle, degrees) < share else (low, middle)
    return high


def chi_square_share(value: float, degrees: float) -> float:
    """Return the probability that a chi-square variable lies below a value of 0 or more.

    Notes
    -----
    The series 8.11.4 of the NIST Digital Library of Mathematical Functions for the regularised incomplete
    gamma function. All its terms are positive, so nothing cancels; the larger the value, the more of
    them it takes.
    """
    a, x = degrees / 2, value / 2
    if x <= 0:
        return 0.0
    ahead = a * log(x) - x - lgamma(a + 1)
    if ahead < _FAR_OUT:
        return float(x > a)
    term = whole = exp(ahead)
    while term > _ENOUGH * whole or x > a:  # until x / a is below 1 the terms still grow
        a += 1
        term *= x / a
        whole += term
    return min(whole, 1.0)
