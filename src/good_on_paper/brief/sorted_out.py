"""What the person sorted for themselves: what to keep, grow and leave, and what they can teach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from good_on_paper.brief.blocks import LeafRow
from good_on_paper.catalogue import keys
from good_on_paper.frames.achievements import HOW

if TYPE_CHECKING:
    from good_on_paper.study.person import Person

_SORTED: Final = ("keep", "grow", "leave")


def sorted_out(person: Person) -> tuple[LeafRow, ...]:
    """Return the ways and circumstances to keep, then those to grow and to leave; none that is private."""
    me = person.unit.id
    lines = {item.key: item for item in person.catalogue.items(hidden=True) if not item.private}
    named = HOW | {key: item.worded().label for key, item in lines.items()}
    items = [f"{keys.KEPT_OR_LEFT}:{thing}" for thing in named]
    given = person.current(items=items, units=(me,))
    return tuple(
        LeafRow(named[item.partition(":")[2]], word, cells=((me, item),))
        for word in _SORTED
        for item in items
        if (me, item) in given and given[me, item].value == word
    )


def teaches(person: Person) -> tuple[LeafRow, ...]:
    """Return the one line on what they can teach, if they wrote one."""
    cell = (person.unit.id, keys.TEACHING_LINE)
    answer = person.current(items=cell[1:], units=cell[:1]).get(cell)
    text = str(answer.value).strip() if answer is not None and answer.state == "value" else ""
    return (LeafRow(text, cells=(cell,)),) if text else ()
