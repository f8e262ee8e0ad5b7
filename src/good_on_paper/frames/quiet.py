"""Jobs in which something hurt: nothing more is asked about them, and no chart shows them.

The person says so by a tick of their own; nothing is guessed from what they wrote or rated. The tick is
private, taken back like any answer, and what was said before is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot
    from good_on_paper.record import Unit

HURT: Final = "hurt"
YES: Final = "yes"


def quiet_roles(snapshot: Snapshot) -> set[str]:
    """Return the ids of the roles in which something hurt.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> cook = me.units("role")[1]
    >>> kept = me.record.answer(cook, HURT, YES, sitting=me.record.sitting("roles"))
    >>> quiet_roles(me) == {cook.id}
    True
    """
    said = snapshot.current(items=(HURT,))
    return {unit for (unit, _), answer in said.items() if answer.value == YES}


def asked_roles(snapshot: Snapshot) -> list[Unit]:
    """Return the roles on the list that may be asked about, in the person's order.

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
