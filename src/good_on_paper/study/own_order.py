"""What comes next, in the person's own order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.frames.targets import of_person

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot


def own_order(snapshot: Snapshot) -> list[str]:
    """Return the numbers of the pages that the person wants next, in order; empty if they gave none.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> kept = me.record.answer(me.unit, "next_order", ["06", "02"], sitting=me.record.sitting("steering"))
    >>> own_order(me)
    ['06', '02']
    """
    return list(of_person(snapshot, keys.NEXT_ORDER) or [])
