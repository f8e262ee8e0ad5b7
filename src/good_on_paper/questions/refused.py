"""Worries that the person will not have again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from good_on_paper.frames.bearing import bearing, no_more
from good_on_paper.questions.evidence import Refused

if TYPE_CHECKING:
    from good_on_paper.catalogue import Catalogue
    from good_on_paper.record import Record


def refused(record: Record, catalogue: Catalogue) -> tuple[Refused, ...]:
    """Return the worries marked "not again", each with the answer that says so, in catalogue order."""
    marked = [str(worry) for worry in bearing(record, catalogue).query("not_again").index]
    given = record.current(items=[no_more(worry) for worry in marked], units=(record.person,))
    found = []
    for worry in marked:
        item, cell = catalogue.item(worry).worded(), (record.person.id, no_more(worry))
        found.append(Refused(worry, item.label, item.line, (cell,), item.private or given[cell].private))
    return tuple(found)


def ends_not_again(record: Record, catalogue: Catalogue) -> list[str]:
    """Return the ends of lines that the worries marked "not again" are about: ``"conflict:high"``.

    A worry about which no line of a job tells is not among them.
    """
    return list(dict.fromkeys(worry.end for worry in refused(record, catalogue) if worry.end))
