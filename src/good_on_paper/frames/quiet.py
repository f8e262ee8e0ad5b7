"""Quiet roles: jobs in which something hurt. No form asks about them, and no chart shows them.

The person says so with a tick; we guess nothing from what they wrote or rated. The tick is private and can be
taken back like any answer. Earlier answers are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit

HURT: Final = "hurt"
YES: Final = "yes"


def quiet_roles(snapshot: Snapshot) -> set[str]:
    """Return the ids of the quiet roles.

    Returns
    -------
    set of str
        Ids of units; empty if there is none.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> cook = me.units("role")[1]
    >>> kept = me.record.answer(cook, HURT, YES, sitting=me.record.sitting("roles"))
    >>> quiet_roles(me) == {cook.id}
    True
    """
    return set(snapshot.kept("quiet", lambda: _quiet(snapshot), looks=False))


def _quiet(snapshot: Snapshot) -> set[str]:
    ticks = snapshot.current(items=(HURT,))
    return {unit for (unit, _), answer in ticks.items() if answer.value == YES}


def asked_roles(snapshot: Snapshot) -> list[Unit]:
    """Return the roles that we may ask about, in the person's order.

    Returns
    -------
    list of Unit
        Every role on the list that is not quiet.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> kept = me.record.answer(me.units("role")[1], HURT, YES, sitting=me.record.sitting("roles"))
    >>> len(me.units("role")), len(asked_roles(me))
    (8, 7)
    """
    quiet = quiet_roles(snapshot)
    return [role for role in snapshot.units("role") if role.id not in quiet]
