"""Worries that the person will not have again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.catalogue import keys
from good_on_paper.frames.bearing import bearing, no_more
from good_on_paper.questions.grounds import Refused

if TYPE_CHECKING:
    from good_on_paper.frames.snapshot import Snapshot


def refused(snapshot: Snapshot) -> tuple[Refused, ...]:
    """Return the worries marked "not again", each with the answer that says so, in catalogue order."""
    marked = [str(worry) for worry in bearing(snapshot).query(keys.NOT_AGAIN).index]
    given = snapshot.current(items=[no_more(worry) for worry in marked], units=(snapshot.unit,))
    found = []
    for worry in marked:
        item, cell = snapshot.catalogue.item(worry).worded(), (snapshot.unit.id, no_more(worry))
        found.append(Refused(worry, item.label, item.line, (cell,), item.private or given[cell].private))
    return tuple(found)


def ends_not_again(snapshot: Snapshot) -> list[str]:
    """Return the ends of lines that the worries marked "not again" are about: ``"conflict:high"``.

    A worry about which no line of a job tells is not among them.
    """
    return list(dict.fromkeys(worry.end for worry in refused(snapshot) if worry.end))
