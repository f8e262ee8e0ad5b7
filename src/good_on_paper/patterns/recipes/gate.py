"""How many conditions a few roles can carry.

Noise with 8 roles and 8 conditions is "explained" without a remainder in 94 of 100 careers, with 3 conditions
in 17 (our own simulation). The shuffles catch that; the gate keeps people from looking at it at all.
"""

FEWEST_ROLES = 6
"""With fewer roles there is no recipe."""

FEWEST_A_SIDE = 2
"""Each ending needs this many roles."""

_STEPS = ((12, 5), (8, 4), (FEWEST_ROLES, 3))


def allowed(roles: int) -> int:
    """Give the most conditions for so many roles: 0, from 6 roles 3, from 8 roles 4, from 12 roles 5."""
    return next((conditions for least, conditions in _STEPS if roles >= least), 0)
