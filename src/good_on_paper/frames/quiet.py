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
    """Return the ids of the roles in which something hurt."""
    said = snapshot.current(items=(HURT,))
    return {unit for (unit, _), answer in said.items() if answer.value == YES}


def asked_roles(snapshot: Snapshot) -> list[Unit]:
    """Return the roles on the list that may be asked about, in the person's order."""
    quiet = quiet_roles(snapshot)
    return [role for role in snapshot.units("role") if role.id not in quiet]
