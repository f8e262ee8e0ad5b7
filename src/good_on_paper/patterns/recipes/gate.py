"""How many conditions a few roles allow.

Noise with 8 roles and 8 conditions is "explained" without a remainder in 94 of 100 careers, with 3 conditions
in 17 (our own simulation). The shuffles catch that; this gate keeps people from seeing it in the first place.
"""

FEWEST_ROLES = 6
"""With fewer roles there is no recipe."""

FEWEST_A_SIDE = 2
"""Each ending needs this many roles."""

_STEPS = ((12, 5), (8, 4), (FEWEST_ROLES, 3))


def allowed(roles: int) -> int:
    """Return how many conditions so many roles allow: 0 below 6 roles, then 3; 4 from 8 roles, 5 from 12."""
    return next((conditions for least, conditions in _STEPS if roles >= least), 0)
